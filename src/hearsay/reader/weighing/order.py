"""Order: on which side of an answer what is told stands by the order of the text alone: for, until a sentence turns."""

from collections.abc import Iterator, Sequence

from hearsay.reader.weighing.row import Sentence
from hearsay.reader.weighing.units import Opens, Unit


def ordered(units: Sequence[Unit]) -> Iterator[bool]:
    """The side of every unit by the order of the text; True is for. A paragraph that does not go on with the one before begins anew.

    Takes: "She had coughed. But she dined at the club.", where the second turns. Leaves: "Besides, the votes were sold.", which goes on.

    Args:
        units: of an article.
    """
    order = _Order()
    opening = -1
    for unit in units:
        if unit.opens is Opens.PARAGRAPH and not unit.part.has("linked"):
            order, opening = _Order(), unit.number
        yield order.side(unit.part, opens=unit.number == opening)


class _Order:
    """The side that stands until a turn; some words decide for their own part."""

    def __init__(self) -> None:
        self.standing = self.last = True

    def side(self, part: Sentence, *, opens: bool) -> bool:
        """The side of a part of a sentence.

        Takes: "But the allies paid.", which turns. Leaves: the same where it opens a paragraph, and has nothing to turn from.

        Args:
            part: of a sentence.
            opens: whether the sentence opens what is told of an answer.
        """
        turned = part.has("turn") and not opens
        if part.has("rejects"):
            self.standing = self.last = False
        elif turned and self.last != self.standing:
            # a turn after words that decided for themselves goes back, or rejects again
            self.last = False if part.has("contra") else self.standing
        elif turned:
            self.last = self.standing = not self.standing
        elif part.has("granted"):
            self.last = part.has("pro") if part.has("linked") else not self.standing
        elif part.has("contra"):
            self.last = False
        elif part.has("also"):
            pass  # on the side of what was told just before
        elif part.has("pro"):
            self.last = True
        else:
            self.last = self.standing
        return self.last
