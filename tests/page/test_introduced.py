"""Whom an interview introduces over its first question is told in the article's own words; who wrote it is not."""

import pytest

from hearsay.text.article import READ, Role
from tests.page.pages import page, plain, role_of

HEADLINE = "A lock is a promise"
TALK = (
    "Why did you write it now?",
    "Because my knees told me to. I can no longer kneel for two hours, so I sat down and wrote.",
    "Do strangers ask you for advice?",
    "One did, in 1994. He said that he was writing a novel. I told him that I would read it.",
    "What will happen when you stop?",
    "My apprentice will take it over next spring. He is better than I was at his age.",
)
LABELS = ("LEDGER: ", "BRISCO: ")
LABELLED = tuple(f"{LABELS[n % 2]}{line}" for n, line in enumerate(TALK))
COLUMN = (
    "Every spring the council promises to mend the harbour wall, and every autumn the wall is as it was.",
    "I have stopped counting the meetings that I sat through to hear that the money would come next year.",
    "Why do we believe it? Because the alternative is to believe that nobody will ever mend anything.",
)
LOCKSMITH = (
    "Hanne Brisco is the last locksmith of Port Anders and the author of A Key to Everything."
)
SPEAKS = f"{LOCKSMITH} She spoke to Mara Quill about burglars, apprentices and smart locks."
EDITOR = "Peta Moran is the editor of the Skerry Times and the author of a history of newspapers."
COLUMNIST = "Ann Orr is a columnist for the Anders Post and the author of two books on ports."


@pytest.mark.parametrize("signed", [(), ("By Tom Arkell",)])
@pytest.mark.parametrize(
    ("over", "text"),
    [
        (SPEAKS, TALK),
        (SPEAKS, LABELLED),
        (SPEAKS, COLUMN),
        (LOCKSMITH, TALK),
        (LOCKSMITH, LABELLED),
        (f"{EDITOR} She sat down with us in her kitchen.", TALK),
        (f"{EDITOR} She sat down with us in her kitchen.", (COLUMN[0], *TALK)),
    ],
)
def test_who_then_speaks_is_told_in_the_article(
    over: str, text: tuple[str, ...], signed: tuple[str, ...]
) -> None:
    article = plain(HEADLINE, *signed, over, *text)
    assert all(role_of(article, line) in READ for line in (over, *text))
    asked = (f"<strong>{line}</strong>" if line[-1] == "?" else line for line in text)
    lines = (f"<p>{line}</p>" for line in (*signed, f"<em>{over}</em>", *asked))
    article = page("".join(lines))
    assert all(role_of(article, line) in READ for line in (over, *text))


@pytest.mark.parametrize(
    ("signed", "over", "text"),
    [
        ("By Ann Orr", COLUMNIST, COLUMN),
        ("By Hanne Brisco", LOCKSMITH, TALK),  # whose name is in the byline, writes
        ("By Tom Arkell", COLUMNIST, TALK),  # a post of the press, and nobody says that she talks
        ("By Tom Arkell", f"{COLUMNIST} She talks to readers every Friday.", COLUMN),
    ],
)
def test_who_wrote_an_article_is_not_read_over_it(
    signed: str, over: str, text: tuple[str, ...]
) -> None:
    assert role_of(plain(HEADLINE, signed, over, *text), over) is Role.BIO
    lines = "".join(f"<p>{line}</p>" for line in text)
    boxed = f"<p class='byline'>{signed}</p><div class='author-bio'><p>{over}</p></div>"
    assert role_of(page(boxed + lines), over) is Role.BIO


@pytest.mark.parametrize("text", [TALK, COLUMN])
def test_who_wrote_an_article_is_not_read_after_it(text: tuple[str, ...]) -> None:
    for one in (COLUMNIST, f"{EDITOR} She spoke to Hanne Brisco in March."):
        assert role_of(plain(HEADLINE, SPEAKS, *text, one), one) is Role.BIO
        lines = "".join(f"<p>{line}</p>" for line in (SPEAKS, *text))
        assert role_of(page(f"{lines}<div class='bio'><p>{one}</p></div>"), one) is Role.BIO


def test_a_question_about_a_book_sells_nothing() -> None:
    asked = "Why did you write the book now?"
    assert role_of(plain(HEADLINE, *TALK, asked, *TALK[1:2]), asked) in READ
    sold = "Book now and save a third on ferries"
    assert role_of(plain(HEADLINE, *COLUMN, sold), sold) is Role.ADVERT
