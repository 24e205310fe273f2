"""Dates of publication: stated to machines, stated to people, and guessed."""

import pytest

from hearsay.page.dates import guess, stamp, written
from hearsay.text.article import Dated
from tests.page.pages import PLAIN, page, plain

BODY = "".join(f"<p>{words}</p>" for words in PLAIN)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-03-03", "2026-03-03"),
        ("2026-03-03T17:42:00+01:00", "2026-03-03T17:42:00+01:00"),
        ("2026-03-03T17:42+01:00", "2026-03-03T17:42:00+01:00"),
        ("2026-03-03T17:42:00.123Z", "2026-03-03T17:42:00+00:00"),
        ("2026-03-03 17:42:00 +0100", "2026-03-03T17:42:00+01:00"),
        ("2026-03-03T17:42:00", "2026-03-03"),  # a time without a zone is no moment
        ("2026-02-31", None),
        ("1901-02-03", None),
        ("March", None),
    ],
)
def test_stamps(words: str, moment: str | None) -> None:
    assert stamp(words) == moment


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Published 6 May 2024, 10:05", "2024-05-06"),
        ("May 6, 2024", "2024-05-06"),
        ("Sept. 22nd, 2025", "2025-09-22"),
        ("TUESDAY, 14 OCTOBER 1997", "1997-10-14"),
        ("2024-05-06", "2024-05-06"),
        ("6 May", None),
        ("31 February 2024", None),
        ("It may 2024 be", None),
        ("14-FEB-2023", "2023-02-14"),
        ("By Ida MossFebruary 11, 2016, 10:12 am", "2016-02-11"),
        ("11/12/2014 2:06 pm EST", "2014-11-12T14:06:00-05:00"),
        ("11/12/2014 2:06 pm GMT", None),
        ("Wed 6 Mar 2024 17.20 GMT", "2024-03-06T17:20:00+00:00"),
        ("May 3, 2024 2:41 PM GMT+1", "2024-05-03T14:41:00+01:00"),
        ("17 June 2021 14:35 (UTC+04:00)", "2021-06-17T14:35:00+04:00"),
        ("May 19, 2023 21:14 IST", "2023-05-19T21:14:00+05:30"),
        ("12:05 a.m. EDT May 3, 2020", "2020-05-03T00:05:00-04:00"),
        ("3 May 2024, by 10.30 BST the bridge", "2024-05-03"),
        ("3 May 2024 25:99 GMT", "2024-05-03"),
    ],
)
def test_days_written_out(words: str, day: str | None) -> None:
    assert written(words) == day


def test_a_guess_of_new_year_is_a_bare_year_and_none() -> None:
    assert guess("2025-01-01") is None
    assert guess("2025-01-02") == "2025-01-02"


@pytest.mark.parametrize(
    ("head", "inside", "published"),
    [
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-03T17:42:00+01:00"}</script>', "", "2026-03-03T17:42:00+01:00"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["Article"],"datePublished":"2026-03-03"}]}</script>', "", "2026-03-03"),
        ('<script type="application/ld+json">{broken</script><meta property="article:published_time" content="2026-03-03T17:42:00Z">', "", "2026-03-03T17:42:00+00:00"),
        ("", "<time datetime='2026-03-03'>last week</time>", "2026-03-03"),
        ("", "<p class='dateline'>3 March 2026</p>", "2026-03-03"),
    ],
)  # fmt: skip
def test_a_page_states_its_date_in_many_ways(head: str, inside: str, published: str) -> None:
    article = page(inside + BODY, head=head)
    assert (article.published, article.published_is) == (published, Dated.STATED)


def test_a_page_without_a_date_has_none() -> None:
    article = page(BODY)
    assert (article.published, article.published_is) == (None, None)


def test_a_text_states_its_date_in_a_line() -> None:
    article = plain("Harbour wall vote put off again", "By Ada Moen", "6 May 2024", *PLAIN)
    assert (article.published, article.published_is) == ("2024-05-06", Dated.STATED)


@pytest.mark.parametrize(
    ("first", "day"),
    [
        ("ORSK — 2 March 2026", "2026-03-02"),
        ("ORSK — 2 March 2026 — The harbour wall will not be built.", "2026-03-02"),
        ("LONDON, 3 May 2026 - The harbour wall will not be built.", "2026-05-03"),
        ("NEW YORK, Sept. 3, 2025 (Reuters) - The harbour wall will not be built.", "2025-09-03"),
        ("PURCHASE, N.Y. (AP) — Monday, April 1, 2024 — The wall will not be built.", "2024-04-01"),
        ("Published: 3 May 2026", "2026-05-03"),
        ("First published on Sunday, 3 May 2026, 10:15", "2026-05-03"),
        ("Date: 2026-05-03", "2026-05-03"),
        ("ON 3 May 2026 — the day it fell — nobody was on the bridge.", None),
        ("LONDON, 31 February 2026 - The harbour wall will not be built.", None),
        ("NATO, 3 May 2026 and the bridge: what we know about the harbour wall.", None),
        ("MOSCOW, Oct. 28 (Reuters) - The harbour wall will not be built.", None),
    ],
)
def test_a_text_states_its_date_in_its_first_lines(first: str, day: str | None) -> None:
    article = plain("Harbour wall vote put off again", first, *PLAIN)
    stated = Dated.STATED if day else None
    assert (article.published, article.published_is) == (day, stated)


def test_a_dateline_without_its_year_is_a_guess_in_the_year_of_the_rights() -> None:
    first = "MOSCOW, Oct. 28 (Reuters) - The harbour wall, planned in 2009, will not be built."
    article = plain(
        "Harbour wall vote put off again", first, *PLAIN, "© Northern News Service 2016"
    )
    assert (article.published, article.published_is) == ("2016-10-28", Dated.GUESSED)
