"""The roles of the lines of a plain text: an article as a crawl leaves it.

A text has no mark-up, so its lines are told by their words, their shape, their place, by their being
repeated, and by their neighbours. A line within an open quotation is body, whatever it looks like.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from hearsay.page.marks import Marked, all_marked
from hearsay.page.phrases import NO_PROSE, capital_share, ended, prose, quoted, said, scored
from hearsay.page.wrapped import paragraphs
from hearsay.text.article import READ, Role
from hearsay.text.span import Span

_HEAD = 16  # lines above the body among which the headline stands
_SHORT = 4  # letters of a word that two lines have in common by chance
_LINE = 22  # words of the longest headline
_MENU = 5  # words of the longest line of a menu, all of which begin with capitals
_ALL_CAPITALS = 0.9
ABOVE = 0.15  # share of the prose that stands above the comments at least
_REPEATED = 12  # words from which a repeated line is no refrain


class Line(msgspec.Struct, frozen=True):
    """A line with its role.

    Attributes:
        span: where it stands.
        role: what it is.
        why: the signals that decided.
    """

    span: Span
    role: Role
    why: str


def label_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank, or the paragraphs that they were cut from, with their roles."""
    spans = paragraphs(text)
    marks = all_marked(span.cut(text) for span in spans)
    words = [one.words for one in marks]
    prosy = [prose(line) or _spoken(line) for line in words]
    furniture = [_furniture(one, prosy[n]) for n, one in enumerate(marks)]
    body = [n for n in range(len(spans)) if prosy[n] and furniture[n] is None]
    if not body:
        return tuple(
            Line(s, f[0] if f else Role.PARAGRAPH, f[1] if f else "a line of a short text")
            for s, f in zip(spans, furniture, strict=True)
        )
    first, last = body[0], body[-1]
    comments = _comments_from(words, furniture, body)
    if comments is not None:
        last = max((n for n in body if n < comments), default=first)
    last = _on(words, furniture, last, comments)
    repeated = Counter(words)
    headline = next((n for n, one in enumerate(marks) if one.role is Role.HEADLINE), None)
    if headline is None:
        headline = _headline(marks, words, furniture, body)
    found: list[Line] = []
    for n, span in enumerate(spans):
        role, why = _role(n, words, furniture, prosy, first, last, headline, comments)
        role, why = _by_marks(marks[n], role, why)
        if repeated[words[n]] > 1 and len(words[n].split()) >= _REPEATED and role is Role.PARAGRAPH:
            why = f"{why}; repeated"
        found.append(Line(span, role, why))
    return tuple(_with_bio(found, words, last))


def _with_bio(found: Sequence[Line], words: Sequence[str], last: int) -> list[Line]:
    """The lines, with one at the end of the body that speaks of whoever wrote the article as such."""
    author = next((words[n] for n, line in enumerate(found) if line.role is Role.BYLINE), "")
    name = " ".join(word for word in author.split() if word[:1].isupper() and word != "By")
    out = list(found)
    if len(name.split()) > 1 and last < len(found) and words[last].startswith(name):
        out[last] = Line(found[last].span, Role.BIO, "speaks of the author at the end")
    return out


def _spoken(line: str) -> bool:
    """Whether a line is speech: it holds a quotation mark and ends as a sentence does."""
    return quoted(line) and ended(line) and len(line.split()) > 1


def _furniture(one: Marked, prosy: bool) -> tuple[Role, str] | None:  # noqa: FBT001 - a flag of the line
    """The role that a line's words say, unless it is prose and the phrase a loose one."""
    line = one.words
    if one.role is not None and one.role not in READ:
        return one.role, "a label before it"
    phrase = said(line)
    if phrase is None or (prosy and phrase.role in NO_PROSE and not phrase.sure):
        return None
    if phrase.role in (Role.RELATED, Role.ADVERT, Role.NEWSLETTER) and quoted(line) and ended(line):
        return None
    return phrase.role, f"its words: {phrase.sense}"


def _on(
    words: Sequence[str],
    furniture: Sequence[tuple[Role, str] | None],
    last: int,
    stop: int | None,
) -> int:
    """The last line of the body: short sentences that follow the last line of prose belong to it."""
    limit = len(words) if stop is None else stop
    while last + 1 < limit and furniture[last + 1] is None and ended(words[last + 1]):
        last += 1
    return last


def _comments_from(
    words: Sequence[str], furniture: Sequence[tuple[Role, str] | None], body: Sequence[int]
) -> int | None:
    """The line from which on the page's foot begins: the first label of a comment widget under some of the prose.

    Left: the number of comments over an article, though a line of prose stands above it.
    """
    sizes = {n: len(words[n].split()) for n in body}
    least, before = ABOVE * sum(sizes.values()), 0
    for n, found in enumerate(furniture):
        before += sizes.get(n, 0)
        if n > body[0] and before >= least and found is not None and found[0] is Role.COMMENTS:
            after = furniture[n + 1 : n + 4]
            widget = any(f is not None and f[0] is Role.COMMENTS for f in after)
            if widget or n >= len(words) - 3 or "comment" in words[n].lower():
                return n
    return None


def _headline(
    marks: Sequence[Marked],
    words: Sequence[str],
    furniture: Sequence[tuple[Role, str] | None],
    body: Sequence[int],
) -> int | None:
    """The line above the body that looks most like a headline; the first of equals.

    Taken: a line whose words the article has again, over an author's name and a day. Left: an entry of a menu; a summary.
    """
    first = body[0]
    told = {word for n in body for word in words[n].lower().split() if len(word) > _SHORT}
    best: tuple[float, int] | None = None
    for n in range(max(0, first - _HEAD), first):
        count, found = len(words[n].split()), furniture[n]
        if not 3 <= count <= _LINE or "links all" in marks[n].signs:  # noqa: PLR2004 - shorter lines are labels
            continue
        if found is not None and found[0] not in (Role.NAVIGATION, Role.CATEGORY):
            continue
        rank = _rank(n, marks, words, furniture, told)
        if best is None or rank > best[0]:
            best = (rank, n)
    if best is not None:
        return best[1]
    if first == 0 and len(words) > 1:
        line = words[0]
        short = len(line.split()) <= _LINE and not line.rstrip("\"'”’").endswith((",", ";"))
        titled = capital_share(line) >= 0.6 and not line.endswith(("?", "!", ".”"))  # noqa: PLR2004
        if short and (titled or not ended(line)) and furniture[0] is None:
            return 0
    return None


def _rank(
    n: int,
    marks: Sequence[Marked],
    words: Sequence[str],
    furniture: Sequence[tuple[Role, str] | None],
    told: AbstractSet[str],
) -> float:
    """How much a line above the body looks like a headline."""
    own = {word for word in words[n].lower().split() if len(word) > _SHORT}
    rank = 2 * len(own & told) / max(len(own), 3)
    rank += 2 * ("mark hash" in marks[n].signs)
    heads = (found[0] for found in furniture[n + 1 : n + 4] if found is not None)
    rank += any(role in (Role.BYLINE, Role.DATELINE) for role in heads)
    rank += 0.5 * (len(words[n].split()) > 4)  # noqa: PLR2004 - most headlines are longer
    rank -= len(words[n].split()) > 16  # noqa: PLR2004 - as long as a summary
    rank -= furniture[n] is not None
    rank -= 2 * scored(words[n])
    rank -= len(words[n].split()) <= _MENU and capital_share(words[n]) >= _ALL_CAPITALS
    return rank - ended(words[n].rstrip("?!"))


def _role(
    n: int,
    words: Sequence[str],
    furniture: Sequence[tuple[Role, str] | None],
    prosy: Sequence[bool],
    first: int,
    last: int,
    headline: int | None,
    comments: int | None,
) -> tuple[Role, str]:
    found = furniture[n]
    if n == headline:
        return Role.HEADLINE, "a line above the body with the shape of a headline"
    if comments is not None and n >= comments:
        return _foot(words[n], found, prosy[n])
    if found is not None:
        return found
    if n < first:
        return _above(words[n], below_headline=headline is not None and n > headline)
    if n > last:
        return Role.RELATED, "after the body, with the shape of a headline"
    return _between(
        words[n], prosy=prosy[n] or n == first, prose_next=prosy[min(n + 1, len(words) - 1)]
    )


def _by_marks(one: Marked, role: Role, why: str) -> tuple[Role, str]:
    """The role of a line that its marks say; the one that it has where they say none."""
    if one.role in READ and one.role is not Role.HEADLINE:
        return one.role, "a label before it"
    if role is Role.PARAGRAPH and ("mark bullet" in one.signs or "mark table" in one.signs):
        return Role.LIST, f"{why}; marked as an item"
    if role in (Role.PARAGRAPH, Role.LIST) and "mark hash" in one.signs:
        return Role.HEADING, f"{why}; marked as a heading"
    if role is Role.PARAGRAPH and "mark angle" in one.signs:
        return Role.QUOTE, f"{why}; marked as quoted"
    return role, why


def _between(line: str, *, prosy: bool, prose_next: bool) -> tuple[Role, str]:
    """The role of a line between the first and the last of the body."""
    if prosy:
        return Role.PARAGRAPH, "prose"
    if _listed(line):
        return Role.LIST, "begins with a bullet"
    if len(line.split()) <= 10 and not ended(line) and prose_next:  # noqa: PLR2004 - a line
        return Role.HEADING, "a short line without a stop, before prose"
    return Role.PARAGRAPH, "between lines of prose"


def _above(line: str, *, below_headline: bool) -> tuple[Role, str]:
    """The role of a line above the body that says nothing of itself."""
    if below_headline and scored(line):
        return Role.STANDFIRST, "a result below the headline"
    if below_headline and len(line.split()) > _LINE // 3:
        return Role.STANDFIRST, "between headline and body"
    return Role.OTHER, "above the body, with no sign of what it is"


def _foot(line: str, found: tuple[Role, str] | None, prosy: bool) -> tuple[Role, str]:  # noqa: FBT001
    """The role of a line from the comments on."""
    if found is not None:
        return found
    headline = not prosy or (quoted(line) and not line.endswith((".", ".”", ".’")))
    titled = capital_share(line) >= 0.3 or (quoted(line) and not ended(line))  # noqa: PLR2004
    if headline and titled and len(line.split()) > 3:  # noqa: PLR2004 - shorter lines are labels
        return Role.RELATED, "after the comments, with the shape of a headline"
    return Role.COMMENTS, "after the first label of the comment widget"


def _listed(line: str) -> bool:
    return line[:1] in "•*-–·▪◦‣" and len(line) > 1 and line[1:2].isspace()
