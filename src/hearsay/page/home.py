"""Home: where the prose of a page lives, and what stands in cards beside it.

A card is one of several elements alike, side by side, with more than one block in each: teasers, comments, entries.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from lxml import etree

from hearsay.page.blocks import Raw
from hearsay.page.joined import joined
from hearsay.page.roles import Labelled

_SHARES = ((0.5, "most"), (0.15, "much"), (0.02, "some"))
_UP = 4  # elements over a block among which a card is looked for
_MANY = 4  # elements alike from which they are many


class Home:
    """The elements of a page by the prose and the blocks in them.

    Attributes:
        prose: for each element how many words of prose stand right in it.
        total: of the page.
        held: for each element how many blocks stand anywhere in it.
        signs: for each element how many of those right in it look alike.
    """

    def __init__(self, labelled: Sequence[Labelled]) -> None:
        self.prose: dict[etree._Element, int] = defaultdict(int)
        self.within: dict[etree._Element, int] = defaultdict(int)
        self.held: dict[etree._Element, int] = defaultdict(int)
        self.signs: dict[etree._Element, Counter[tuple[object, str | None]]] = {}
        self.cards: dict[etree._Element, tuple[str, ...]] = {}
        for one in labelled:
            context, holder = one.raw.context, one.raw.holder
            for up in context.path:
                self.held[up] += 1
            if not one.prosy or context.hidden:
                continue
            words = len(one.raw.words)
            for up in context.path:
                self.within[up] += words
            if holder is not None:
                self.prose[holder] += words
        self.total = sum(self.prose.values()) or 1
        self.main = _narrowest(self.within, self.total)

    def of(self, raw: Raw) -> list[str]:
        """The signals of where a block stands."""
        path = raw.context.path
        over = path if raw.bare else path[:-1]
        out = [joined("beside it", self._share(self.prose.get(over[-1], 0)) if over else "none")]
        if len(over) > 1:
            out.append(joined("around it", self._share(self.within.get(over[-2], 0))))
        if self.main in path:
            steps = len(path) - 1 - path.index(self.main)
            out.append(joined("in the home of prose", min(steps, 3)))
        else:
            out.append("outside the home of prose")
        out += self._card(path)
        return out

    def _share(self, words: int) -> str:
        return next((name for least, name in _SHARES if words >= least * self.total), "none")

    def _signs(self, parent: etree._Element) -> Counter[tuple[object, str | None]]:
        """How many of the elements right in one look alike."""
        found = self.signs.get(parent)
        if found is None:
            found = self.signs[parent] = Counter(map(_sign, parent))
        return found

    def _card(self, path: tuple[etree._Element, ...]) -> tuple[str, ...]:
        """What a card around a block says; () where it stands in none."""
        for at in range(len(path) - 1, max(-1, len(path) - 1 - _UP), -1):
            up = path[at]
            if self.within.get(up, 0) > self.total / 2 or up.tag in ("body", "main", "html"):
                break
            if at and self.held[up] > 1 and (found := self._card_at(up, path[at - 1])):
                return found
        return ()

    def _card_at(self, up: etree._Element, parent: etree._Element) -> tuple[str, ...]:
        """What an element says that is one of several alike; () where it is none."""
        found = self.cards.get(up)
        if found is None:
            alike = self._signs(parent)[_sign(up)]
            linked = alike > 1 and (up.tag == "a" or next(up.iter("a"), None) is not None)
            many = "many" if alike >= _MANY else "few"
            found = (f"in a card of {many}", f"a card with{' a link' if linked else 'out'}")
            found = self.cards[up] = found if alike > 1 else ()
        return found


def _sign(element: etree._Element) -> tuple[object, str | None]:
    """What elements that look alike have in common."""
    return element.tag, element.get("class")


def _narrowest(within: Mapping[etree._Element, int], total: int) -> etree._Element | None:
    """The innermost element that holds more than six tenths of the prose."""
    enough = [element for element, words in within.items() if words > 0.6 * total]
    return min(enough, key=lambda e: (within[e], -sum(1 for _ in e.iterancestors())), default=None)
