"""What a phrase needs is in all that it finds: asking for it first loses nothing."""

import re
from pathlib import Path

import pytest

from hearsay.measure.gold.pages import load
from hearsay.page.phrases import Phrase, ended, flat, phrases, reports, said, scored
from hearsay.text.article import Role

PAGES = Path(__file__).parents[2] / "gold" / "page" / "dev"
LINES = tuple({flat(segment.words) for page in load(PAGES) for segment in page.segments})
TOLD = (
    "© 2026 Lervik Press",
    "(c) 2024 the paper",
    "Copyright 2025 Holm",
    "We use cookies",
    "Manage consent",
    "All rights reserved.",
    "Got a tip?",
    "Media contact: Ida Holm",
    "To play this video",
    "Regulated by the press council",
    "Unlimited digital access",
    "Posts by e-mail",
    "2 free articles left",
    "Cancel anytime",
    "Buy me a coffee",
    "Make a contribution",
    "Statements here are not necessarily ours",
    "She owns shares in the port",
    "The author has no relevant affiliations",
    "It was funded by the bank for a year",
    "We may earn a small commission",
    "Nothing on this blog is advice",
    "Free delivery",
    "Book today",
    "Terms apply",
    "Up to 40% off",
    "Learn more at the quay",
    "Ida Holm contributed to this report.",
    "Per Lund contributed reporting.",
    "Two others contributed to this story",
    "Ada Moen contributed to this article",
    "A desk contributed reporting",
    "We regret the error.",
    "We apologise for this error",
)


def _fits(phrase: Phrase, line: str) -> bool:
    """Whether a line is a phrase, each part of it asked by itself."""
    low = line.lower()
    whole = phrase.pattern and re.fullmatch(phrase.pattern, line if phrase.cased else low)
    return bool(low in phrase.exact or whole or (phrase.holds and phrase.holds.search(low)))


@pytest.mark.parametrize("phrase", [p for p in phrases() if p.needs], ids=lambda p: str(p.role))
def test_whatever_a_phrase_finds_has_what_it_needs(phrase: Phrase) -> None:
    assert phrase.holds is not None
    found = [line for line in (*TOLD, *LINES) if phrase.holds.search(line.lower())]
    assert len(found) > 5, "too few to tell"
    assert all(phrase.found_in(line.lower()) for line in found)


@pytest.mark.parametrize(
    "phrase", [p for p in phrases() if not p.cased], ids=lambda p: f"{p.role} {p.most}"
)
def test_what_is_asked_of_small_letters_is_written_in_them(phrase: Phrase) -> None:
    written = [phrase.pattern, phrase.holds.pattern if phrase.holds is not None else ""]
    assert all(not re.search(r"(?<!\\)[A-Z]", one) for one in written)
    assert all(one == one.lower() for one in phrase.exact)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("[h/t The Lervik Post]", Role.CREDIT),
        ("H/T: Quartz", Role.CREDIT),
        ("Sources: the Post, Vik Radio", Role.CREDIT),
        ("Via Appia was closed to all ferries", None),
        ("Ida Holm contributed to this post.", Role.CREDIT),
        ("Continue reading the main storyContinue reading the main story", Role.NAVIGATION),
        ("Continue reading the main story of the ferry", None),
        ("CommentsEmailPrint", Role.SHARE),
        ("This video is the epitome of a close shave.", None),
        ("This video is no longer available.", Role.OTHER),
        ("This is a developing story. Check back for updates.", Role.OTHER),
        ("The port is a developing story of the north", None),
    ],
)
def test_what_a_line_says_that_it_is(line: str, role: Role | None) -> None:
    found = said(line)
    assert (found.role if found else None) is role


def test_patterns_asked_together_find_what_each_finds_by_itself() -> None:
    whole = tuple(text for phrase in phrases() for text in phrase.exact)
    long = tuple(" ".join([line] * many) for line in TOLD for many in (4, 9))
    for line in (*TOLD, *LINES, *whole, *long):
        count = line.count(" ") + 1
        fit = (one for one in phrases() if count <= one.most and _fits(one, line))
        found = next(fit, None)
        if found is not None and found.role is not Role.CORRECTION and reports(line):
            found = None
        assert said(line) is found, line


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Sponsored content made up a fifth of the paper, according to a count by students.", None),
        ("Subscribers can cancel anytime, the paper said in a notice to its readers.", None),
        ("Subscribers can cancel anytime and keep reading until the month is over.", "newsletter"),
        (
            "Sign up for what “nobody else has said”, in your inbox each Friday morning.",
            "newsletter",
        ),
        (
            "Correction: an earlier version said that the choir met on Mondays; it does not.",
            "correction",
        ),
        ("Sponsored content", "advert"),
        ("READ: Why tea farmers are uprooting bushes", "related"),
        ("WATCH | Inside the flooded car deck of the ferry", "related"),
        ("Read the minutes: they are very short.", None),
    ],
)
def test_prose_that_says_who_says_what_is_no_furniture(line: str, role: str | None) -> None:
    found = said(line)
    assert (found.role.value if found else None) == role


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("Rovers 1 Town 0", True),
        ("Harbour Town 1, Moor Wanderers 2", True),
        ("England 24 Wales 17 (HT 10-3)", True),
        ("Rovers 1-0 Town: as it happened", False),
        ("Keeper’s howler hands Wanderers the derby", False),
        ("Page 1 of 14", False),
    ],
)
def test_a_result_is_a_line_of_two_sides_with_a_number_each(line: str, result: bool) -> None:  # noqa: FBT001 - a column of the table
    assert scored(line) is result


@pytest.mark.parametrize(
    ("line", "stops"),
    [
        (
            f"{'The ferry sails on a Sunday, if it sails at all, ' * 4}and so on. [Harbour News]",
            True,
        ),
        ("A ferry lies in the harbour of Lervik. It sank on Friday. (Reuters)", False),
        ("(It sank in the night.)", True),
        ("The ferry that sank in the night (Reuters)", False),
        ("The ferry (which sank) sailed", False),
    ],
)
def test_a_sentence_ends_before_whose_it_is(line: str, stops: bool) -> None:  # noqa: FBT001 - a column of the table
    assert ended(line) is stops


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Images: Getty Images (2)", Role.CREDIT),
        ("VIA: Harbour News", Role.CREDIT),
        ("© AP PHOTO/ IDA LUND", Role.CREDIT),
        ("Image: that of a town which nobody visits, and whose ferry has sunk", None),
        ("Poll loading …", Role.OTHER),
        ("Scroll down for video", Role.OTHER),
        ("Loading the ferry took an hour", None),
        ("PHOTOS: Ten ferries that never sailed again", Role.RELATED),
        ("PHOTOS: Ida Lund", Role.CREDIT),
        ("Advertisement - content continues below", Role.ADVERT),
        ("We need your consent to load this player.", Role.OTHER),
        ("This post has been updated with what the mayor said on Friday.", Role.CORRECTION),
        ("Updated Dec. 31, 2014 11:30 a.m. EST", Role.DATELINE),
        ("Update: We added the owner’s answer.", Role.CORRECTION),
        ("UPDATE: Ida Lund told the Post that she had not signed it.", None),
        ("Update 2:13 p.m.: “We have not signed it,” the owners wrote.", None),
        ("Correction: An earlier version said that she had signed it.", Role.CORRECTION),
        ("Do you have a better ferry? Let us know in the comments.", Role.COMMENTS),
        ("Have something to add on the ferry? Share it in the comments.", Role.COMMENTS),
        ("She read what people had written in the comments.", None),
        ("Follow Ida Lund and Per Moss on Twitter: https://x.example/lund", Role.SHARE),
        ("Follow the ferry on Twitter or sign up for our newsletter.", Role.NEWSLETTER),
        ("Followers of Lund on Twitter doubled.", None),
        (
            "This article originally appeared in Marrowline and was republished with permission.",
            Role.OTHER,
        ),
        ("The story first appeared on a satirical website, which has since been shut.", None),
        ("We’ll update this post as more becomes known.", Role.OTHER),
        ("Check back later for more on the ferry.", Role.OTHER),
        ("For full coverage of the ferry congress, visit our Vik page.", Role.RELATED),
        ("On a mobile device? Click here to see the ferry.", Role.RELATED),
        ("For more than a year, the owners had been told to check out.", None),
        ("Want more ferries? Download the Vik app for more!", Role.NEWSLETTER),
        ("Do you want the latest ferry news? Join our WhatsApp community.", Role.NEWSLETTER),
        ("(Subscribe to the ferry podcast.)", Role.NEWSLETTER),
        ("The union wants them to join our ferry.", None),
        ("With additional reporting by Ida Lund and Per Moss.", Role.CREDIT),
    ],
)
def test_what_a_crawl_leaves_is_told_by_its_words(line: str, role: Role | None) -> None:
    phrase = said(line)
    assert (phrase.role if phrase is not None else None) is role
