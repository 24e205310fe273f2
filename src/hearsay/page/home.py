"""Home: where the prose of a page lives, and what stands in cards beside it.

A card is one of several elements alike, side by side, with more than one block in each: teasers, comments, entries.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

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
            words = len(one.raw.words) if one.prosy and not one.raw.context.hidden else 0
            holder = _holder(one)
            if words and holder is not None:
                self.prose[holder] += words
            up: etree._Element | None = one.raw.context.element
            while up is not None:
                self.held[up] += 1
                if words:
                    self.within[up] += words
                up = up.getparent()
        self.total = sum(self.prose.values()) or 1
        self.main = _narrowest(self.within, self.total)

    def of(self, one: Labelled) -> Iterator[str]:
        """The signals of where a block stands."""
        holder = _holder(one)
        yield f"beside it {self._share(self.prose[holder]) if holder is not None else 'none'}"
        over = holder.getparent() if holder is not None else None
        if over is not None:
            yield f"around it {self._share(self.within[over])}"
        up: etree._Element | None = one.raw.context.element
        steps = 0
        while up is not None and up is not self.main:
            up, steps = up.getparent(), steps + 1
        yield "outside the home of prose" if up is None else f"in the home of prose {min(steps, 3)}"
        yield from self._card(one.raw.context.element)

    def _share(self, words: int) -> str:
        return next((name for least, name in _SHARES if words >= least * self.total), "none")

    def _signs(self, parent: etree._Element) -> Counter[tuple[object, str | None]]:
        """How many of the elements right in one look alike."""
        found = self.signs.get(parent)
        if found is None:
            found = self.signs[parent] = Counter(map(_sign, parent))
        return found

    def _card(self, element: etree._Element) -> tuple[str, ...]:
        """What a card around a block says; () where it stands in none."""
        found = self.cards.get(element)
        if found is None:
            found = self.cards[element] = self._card_around(element)
        return found

    def _card_around(self, element: etree._Element) -> tuple[str, ...]:
        up: etree._Element | None = element
        for _ in range(_UP):
            if up is None or up.tag in ("body", "main", "html") or self.within[up] > self.total / 2:
                break
            parent = up.getparent()
            if self.held[up] > 1 and parent is not None:
                alike = self._signs(parent)[_sign(up)]
                if alike > 1:
                    linked = up.tag == "a" or next(up.iter("a"), None) is not None
                    many = "many" if alike >= _MANY else "few"
                    return (
                        f"in a card of {many}",
                        "a card with a link" if linked else "a card without",
                    )
            up = parent
        return ()


def _holder(one: Labelled) -> etree._Element | None:
    element = one.raw.context.element
    return element if one.raw.bare else element.getparent()


def _sign(element: etree._Element) -> tuple[object, str | None]:
    """What elements that look alike have in common."""
    return element.tag, element.get("class")


def _narrowest(within: Mapping[etree._Element, int], total: int) -> etree._Element | None:
    """The innermost element that holds more than six tenths of the prose."""
    enough = [element for element, words in within.items() if words > 0.6 * total]
    return min(enough, key=lambda e: (within[e], -sum(1 for _ in e.iterancestors())), default=None)
