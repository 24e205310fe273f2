"""Leavings: what a crawl leaves of a page's machinery among the lines of a text, told by its own form.

A program's text, the signature of an embedded post, a counter of pictures, a caption without its stop: each has a form of
its own, wherever it stands and whatever it is about. Pages tell such things by their elements; here lines are all there is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import msgspec

from hearsay.page.phrases import capital_share, ended, prose, quoted, said
from hearsay.page.shape import OPENERS
from hearsay.tables import entries
from hearsay.text.article import Role
from hearsay.text.span import Span, between

_AGENCY = r"(?:Getty(?: Images)?|Reuters|AFP|AP|PA|EPA|Rex(?: Features)?|Alamy|Shutterstock|SWNS)"
_CODE = (
    re.compile(r"\bfunction ?\w* ?\(|\bdocument\.\w+|\bwindow\.\w+|=> ?\{|\bvar \w+ ?=|\$\(|<script\b"),
    re.compile(r"\{[^{}]{0,200}\}|\w\(['\"{]|\)\s*;|;\s*\}|[\w\]] ?= ?[\[{'\"]"),
)  # fmt: skip
_DAY = r"(?:\w+\.? \d{1,2},? \d{4}|\d{1,2} \w+\.? \d{4}|\w+ \d{1,2}|\d+ ?[hmd])"
_SIGNS_POST = rf"(?:[—–]+|(?:^|(?<= ))-+) ?(?P<who>[^()@—–]{{2,60}} \(@\w{{1,20}}\)),? {_DAY}"
_SIGNATURE = re.compile(_SIGNS_POST)
_SIGNED = re.compile(rf"(?P<post>.*?){_SIGNS_POST}\W*")
_SHARED = re.compile(
    r"(?:(?:a|view this) )?(?:post|photo|video)\b.{0,20}\b(?:shared|posted|uploaded)? ?(?:by|on) .{2,80}"
    r"(?:\(@[\w.]+\)|\bon \w+ \d{1,2}, \d{4}|instagram)\b.*",
    re.IGNORECASE,
)
_LEFT = r"[^<>\s]*(?: [^<>\s]+){0,4} ?"  # words between tags: more are prose
_MACHINE = re.compile(
    rf"<!--.*|</?[a-z]\w*(?: [a-z-]+=[^<>]*)?>{_LEFT}(?:<[^<>]*>{_LEFT})*|"
    r"@media\b.*|[.#@]?[\w-]+(?: [.#]?[\w-]+)? ?\{ ?[a-z-]+ ?:[^{}]*\}.*|(?:[\w$]+\.)*[\w$]+\([^()]*\);|\$[a-z]\w*|_{2,}"
)
_TAGS = re.compile(r"#\w+(?:[ ,]+#\w+(?: \w+)?)+")
_POSTED = re.compile(r"(?:RT )?@\w{2,20}:? \S.*[^.]|(?=.*\b[a-z]+ [a-z]+\b)[^#].* #\w{3,}[^\w.]*")
_HOST = re.compile(
    r"(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z]{2,})+(?:/\S*)?|[\w.+-]+@[\w-]+(?:\.[a-z]{2,})+",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r".*\w[.)”’\"]? (?:Photo(?:graph)?|Picture|Image|Credit)(?::| by:?) ?[A-Z][\w .’'&-]{1,30}(?: ?/ ?[A-Z][\w .’'&-]{1,30})?"
)
_FROM = re.compile(rf".* \S+[.?!”’\"] ?{_AGENCY}")
_AFTER = r"(?: (?:this|that|the following|as much|so|in part))?"
_TELLS = r"(?:told|tells)(?: [\w@’'.-]+){1,4}"
_SAID_ON = r"(?:,? (?:in|on|at|to|via|for|later|last|yesterday|today|\w+day)(?: [\w’'.-]+){0,4})?"
_TAIL = 90  # characters at the end of a line in which it may say who says what is under it
_SIGNS = re.compile(r"[(){};=\[\]]")
_DENSE = 0.04  # share of a program's characters that are its signs
_LINKED = re.compile(r"\b(?:pic\.twitter\.com|t\.co)/\w+")
_COUNTER = re.compile(r"\+ ?\d{1,3}|\d{1,3} ?/ ?\d{1,3}|\d{1,3} of \d{1,3}")
_GLUED = re.compile(rf"{_AGENCY}(?:(?=[A-Z][a-z]|A )| ?[/|:] ?)\w.*[^.?!…”\"]")
_PICTURED = re.compile(r".* [(\[](?!the\b)[^()\[\]]{2,40}[)\]]", re.IGNORECASE)
_CREDITED = re.compile(r"[A-Z][\w.’'&-]*(?:(?: and |[ /,]+)[A-Z][\w.’'&-]*){0,5}")
_CUT = re.compile(r" (?:a|an|the|of|to|and|or|in|on|at|for|by|with|from|that|which|is|was|said)\Z")
_BEGUN = re.compile(r"[^a-z(\[…•#@*–—-](?!\d?[.)] )")
_LABELLED = re.compile(r"(?![A-Z]{2,}:)[A-Z][\w’' -]{2,28}[:?] \w")
_SHOWN = re.compile(
    r"[(,] ?(?:pictured|above|below|left|right|centre|center|middle)\b|\bpictured\b|\b(?:grab|photo|photograph|picture|image|still) (?:taken|from|shows|provided|released|posted)\b",
    re.IGNORECASE,
)
_AWAY = 3  # lines over which a caption is repeated, with a counter between
_CAPTION = 5  # words of the shortest caption that is known again
_LONG = 9  # words from which a line of running text has its stop
_PROSE = 12  # words of the lines by which it is known whether a text has stops
_FEW = 5  # such lines from which that is known
_STOPS = 0.6  # share of them that have one
_MOST = 40  # words of the longest caption that is known by having no stop
_TITLED = 0.6  # share of capitals from which a line is a headline of something
_POST = 60  # words of the longest embedded post


class Leaving(msgspec.Struct, frozen=True):
    """What a line is by its form.

    Attributes:
        role: that it has.
        why: what its form is.
        over: the roles that give way to it.
    """

    role: Role
    why: str
    over: frozenset[Role] = frozenset(Role)


_WEAK = frozenset({Role.PARAGRAPH, Role.LIST, Role.HEADING, Role.QUOTE, Role.RELATED})
_TWICE = _WEAK - {Role.RELATED}
_RUNNING = frozenset({Role.PARAGRAPH, Role.HEADING})
_OF_POSTS = _WEAK | {Role.COMMENTS, Role.CAPTION, Role.ADVERT}
_FORMS: tuple[tuple[Callable[[str], object], Leaving], ...] = (
    (lambda line: _LINKED.search(line) and not ended(line), Leaving(Role.QUOTE, "an embedded post, with its address", _WEAK)),
    (_COUNTER.fullmatch, Leaving(Role.OTHER, "a counter", _WEAK)),
    (_GLUED.fullmatch, Leaving(Role.CAPTION, "begins with an agency for pictures", _WEAK)),
    (_MACHINE.fullmatch, Leaving(Role.OTHER, "a program")),
    (_TAGS.fullmatch, Leaving(Role.CATEGORY, "tags", _WEAK)),
    (_POSTED.fullmatch, Leaving(Role.QUOTE, "an embedded post, to somebody or under a tag", _OF_POSTS)),
    (_HOST.fullmatch, Leaving(Role.OTHER, "an address alone", _WEAK)),
    (_FROM.fullmatch, Leaving(Role.CAPTION, "ends with an agency for pictures", _WEAK)),
    (_PHOTO.fullmatch, Leaving(Role.CAPTION, "ends with whose the picture is", _WEAK | {Role.HEADLINE})),
)  # fmt: skip


def leavings(lines: Sequence[str]) -> list[Leaving | None]:
    """For each line of a text what it is by its form; None where that says nothing.

    Args:
        lines: the words of each, without marks, white space made one blank.
    """
    out = [_alone(line) for line in lines]
    _posts(lines, out)
    _galleries(lines, out)
    _captions(lines, out)
    _brought(lines, out)
    return out


def _alone(line: str) -> Leaving | None:
    """What a line says by itself.

    Taken: "(function(d,s,id){var js=d.getElementById(id);})();"; "GettyA ferry at Lervik". Left: "Getty bought the ferry."
    """
    if all(sign.search(line) for sign in _CODE) and len(_SIGNS.findall(line)) > _DENSE * len(line):
        return Leaving(Role.OTHER, "a program")
    found = next((told for form, told in _FORMS if form(line)), None)
    if found is None and (label := _labels().match(line)) is not None:
        return Leaving(_glued()[label[0]], "a label, and right behind it what it is of")
    return found


@cache
def _glued() -> dict[str, Role]:
    """The labels that a crawl joins to what is under them, and of what role that is."""
    return {
        form: Role(entry["role"])
        for entry in entries("hearsay.page", "glued")
        for form in entry["forms"]
    }


@cache
def _labels() -> "re.Pattern[str]":
    """One of them at the beginning of a line, a capital right behind it."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, _glued()))})(?=[A-Z][a-z])")


def signed_posts(line: str) -> Iterator[tuple[Span | None, Span]]:
    """The embedded posts of a line that ends with whose they are, each with who signs it; None for one in the line over it.

    Taken: "We open in May. — Ida Lund (@idalund) March 3, 2024". Left: "Lund (@idalund) wrote on March 3."
    """
    begun = 0
    for found in _SIGNATURE.finditer(line) if _SIGNED.fullmatch(line) else ():
        post = between(begun, found.start())
        yield post and post.trimmed(line), Span(*found.span("who"))
        begun = found.end()


def _posts(lines: Sequence[str], out: list[Leaving | None]) -> None:
    """Mark embedded posts and the lines that sign them.

    Taken: "— Ida Lund (@idalund) March 3, 2024" and the post over it. Left: "Lund (@idalund) wrote on March 3."
    """
    for n, line in enumerate(lines):
        signed = _SIGNED.fullmatch(line)
        if signed is None and _SHARED.fullmatch(line) is None:
            continue
        out[n] = Leaving(Role.QUOTE, "signs an embedded post")
        over = lines[n - 1] if n else ""
        alone = signed is not None and not signed["post"].strip()
        if alone and over and over[-1] != ":" and over.count(" ") < _POST and out[n - 1] is None:
            out[n - 1] = Leaving(Role.QUOTE, "an embedded post, which the next line signs")


def _brought(lines: Sequence[str], out: list[Leaving | None]) -> None:
    """Mark prose without marks under a line that ends with who says or writes it, and a colon.

    Taken: "No meeting was planned." under "The owners’ chairman said:" or "As the Post reported on Monday:". Left: “None,” said Lund; what is under "The
    owners posted this picture:", "I say:" or "A user notes:", where a line with a colon of its own shows that the quotation is lost.
    """
    for n in range(1, len(lines)):
        line, lead = lines[n], lines[n - 1][-_TAIL:].lower()
        bare = line[-1:] != ":" and line[:1] not in OPENERS
        if out[n] is None and bare and prose(line) and _bringing().search(lead) is not None:
            out[n] = Leaving(Role.QUOTE, "the line over it says who says this", _RUNNING)


@cache
def _bringing() -> "re.Pattern[str]":
    """The words at the end of a line by which it brings in what somebody says."""
    verbs = (form for entry in entries("hearsay.page", "bringing") for form in entry["forms"])
    verb = "|".join(map(re.escape, verbs))
    return re.compile(rf"(?<!\bi )(?<!\bwe )\b(?:(?:{verb}){_AFTER}|{_TELLS}){_SAID_ON}:\Z")


def _galleries(lines: Sequence[str], out: list[Leaving | None]) -> None:
    """Mark captions that stand twice, one right under the other or with a counter or a credit between.

    Taken: "A ferry at Lervik", "+12", "A ferry at Lervik". Left: a refrain of four words; a sentence said again later.
    """
    for n, line in enumerate(lines):
        if line.count(" ") < _CAPTION - 1 or quoted(line[:1]):
            continue
        for at in range(n + 1, min(n + _AWAY, len(lines))):
            if lines[at] == line:
                over = _TWICE if at == n + 1 else _WEAK
                out[n] = out[at] = Leaving(Role.CAPTION, "stands twice, as captions do", over)
                break
            phrase = said(lines[at])
            if _COUNTER.fullmatch(lines[at]) is None and (
                phrase is None or phrase.role is not Role.CREDIT
            ):
                break


def _captions(lines: Sequence[str], out: list[Leaving | None]) -> None:
    """Mark long lines without a stop in a text whose others have one, and lines that end with whose the picture is.

    Taken: "Lost: the ferry that was to sail to Lervik on the first of May", between paragraphs; two such lines or more without a label,
    and then those below all paragraphs too. Left: what is cut off, and goes on below; one line without label and stop, which may be a slip.
    """
    long = [n for n, line in enumerate(lines) if line.count(" ") >= _PROSE - 1]
    stopped = [n for n in long if ended(lines[n])]
    among = [n for n in long if stopped and stopped[0] <= n <= stopped[-1]]
    if len(stopped) < max(_FEW, _STOPS * len(among)):
        return
    after = (*lines[1:], "")
    bare = [
        n
        for n in range(stopped[0] + 1, len(lines))
        if out[n] is None and not after[n][:1].islower() and _unstopped(lines[n])
    ]
    captions = [n for n in bare if _LONG <= lines[n].count(" ") + 1 <= _MOST]
    captions = [n for n in captions if capital_share(lines[n]) < _TITLED]
    within = [n for n in captions if n < stopped[-1]]
    for n in captions if len(within) > 1 else within:
        labelled = _LABELLED.match(lines[n]) is not None
        if len(within) > 1 or labelled or _SHOWN.search(lines[n]):
            runs = ({n + at, n + at + 1, n + at + 2} <= {*captions} for at in (-2, -1, 0))
            listed = len(within) == 1 or not labelled or any(runs)
            over = _RUNNING if listed else _RUNNING | {Role.LIST, Role.QUOTE}
            out[n] = Leaving(Role.CAPTION, "a long line without a stop, unlike all others", over)
    for n in bare:
        if n < stopped[-1] and _of_picture(lines[n]):
            out[n] = Leaving(Role.CAPTION, "ends with whose the picture is", _WEAK)


def _unstopped(line: str) -> bool:
    """Whether a line has no stop, is not cut off, and says of itself no other thing.

    Taken: "The ferry, which sailed for years". Left: "the ferry sailed"; "The ferry –"; "2. The ferry"; "(The ferry: read on)"; "Read more: the ferry".
    """
    whole = not ended(line) and line[-1] not in '-–—”"' and _CUT.search(line) is None
    begun = _BEGUN.match(line) is not None and not quoted(line[:1])
    return whole and begun and said(line) is None


def _of_picture(line: str) -> bool:
    """Whether a line ends, without a stop, with a name in brackets.

    Taken: "The fish was let go after the pictures (Sportex Italia)". Left: "Ida Lund (Labour)".
    """
    if line.count(" ") < _CAPTION or _PICTURED.fullmatch(line) is None:
        return False
    inside = re.split(r"[(\[]", line.rstrip(")]"))[-1]
    return _CREDITED.fullmatch(inside) is not None


def left(roles: Sequence[tuple[Role, str]], lines: Sequence[str]) -> list[tuple[Role, str]]:
    """The roles of the lines of a text, those that its forms tell put in place."""
    return [
        (told.role, told.why) if told is not None and own[0] in told.over else own
        for own, told in zip(roles, leavings(lines), strict=True)
    ]
