"""What a crawl leaves of a page's machinery, told by the form of a line."""

import pytest

from hearsay.page.leavings import leavings, left
from hearsay.text.article import Role

PROSE = (
    "The ferry to Lervik will sail again on Monday, the owners told the town on Friday.",
    "It has been tied up since March, when the engine failed in a storm off the cape.",
    "Nobody was hurt, though forty passengers spent a night in the parish hall at Vik.",
    "The owners had asked the ministry for money, and the ministry had not answered them.",
    "A smaller boat has sailed in its place, twice a day and never when the wind is up.",
    "The mayor said that she would believe it when she saw the smoke from the funnel.",
)


def roles(*lines: str) -> list[Role | None]:
    """The role of each line by its form."""
    return [one.role if one is not None else None for one in leavings(lines)]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("(function(d,s,id){var js=d.getElementById(id);js.src='//x.example/all.js';})();", Role.OTHER),
        ("Player.ready(function() { Player.create('abc', '12'); });", Role.OTHER),
        ("The function (a dance) was held in the hall; nobody came.", None),
        ("<div class='x'>Menu</div><span>Home page</span>", Role.OTHER),
        ("<p>“We will not go,” said the owner of the ferry.", None),
        ("+12", Role.OTHER),
        ("12 ferries", None),
        ("GettyA ferry at Lervik in the rain", Role.CAPTION),
        ("PA / A ferry at Lervik", Role.CAPTION),
        ("Getty bought the ferry", None),
        ("The ferry is back! pic.twitter.com/aBcD12", Role.QUOTE),
        ("A photo posted by Ida Lund (@idalund) on Jun 9, 2014 at 7:12pm", Role.QUOTE),
        ("The post was shared by the mayor on Monday.", None),
        ("vik.createPlayer('bridge', 12);", Role.OTHER),
        ("<!-- slot = '300x250'; //-->", Role.OTHER),
        (".box {position: relative; height: 0; }", Role.OTHER),
        ("@media print { .box { display: none; } }", Role.OTHER),
        ("$alttext", Role.OTHER),
        ("____", Role.OTHER),
        ("Brief (a dance) was held;", None),
        ("#ferry #vik #strike", Role.CATEGORY),
        ("sick and tired of hearing about it #ferrygate", Role.QUOTE),
        ("It came in at #1 of all ferries.", None),
        ("@vikferries we loved the old one :(", Role.QUOTE),
        ("@vikferries said that it would sail.", None),
        ("lervikpost.example", Role.OTHER),
        ("ada.moen@lervikpost.example", Role.OTHER),
        ("Lervikpost.example said so", None),
        ("The ferry is loved by all. Reuters", Role.CAPTION),
        ("The ferry is loved by all, said Reuters", None),
        ("Hailed as a hero: Captain Ida Lund. Photo: Vik Press", Role.CAPTION),
        ("Photo: Vik Press", None),
        ("RelatedFerry talks fail againVik to get a bridge", Role.RELATED),
        ("Related to the mayor by marriage, he said nothing", None),
        ("View galleryThe ferry at Vik&nbsp;", Role.CAPTION),
        ("Image copyrightAda Moen", Role.CREDIT),
    ],
)  # fmt: skip
def test_a_line_is_told_by_its_form(line: str, role: Role | None) -> None:
    assert roles(line) == [role]


def test_a_post_is_told_by_who_signs_it() -> None:
    assert roles("Sad to see it go.", "— Ida Lund (@idalund) March 3, 2024") == [Role.QUOTE] * 2
    assert roles("She wrote:", "Gone! — Ida Lund (@idalund) March 3, 2024") == [None, Role.QUOTE]
    assert roles("Sad to see it go.", "Lund (@idalund) wrote so on March 3.") == [None, None]


@pytest.mark.parametrize(
    ("lead", "line", "role"),
    [
        ("John Wild, who runs the line, said:", "No meeting was planned for tonight’s sailing, or for any other.", Role.QUOTE),
        ("As the Post reported on Monday:", "The engine failed in a storm off the cape, and forty were aboard.", Role.QUOTE),
        ("A passenger told the Post’s Ida Lund:", "This is a very quiet boat, nothing out of the ordinary happens.", Role.QUOTE),
        ("John Wild, who runs the line, said:", "“No meeting was planned for tonight’s sailing, or for any other.”", None),
        ("The owners posted this picture:", "The ferry is tied up at Vik and has been so since March.", None),
        ("To that I say:", "The ferry is tied up at Vik and has been so since March.", None),
        ("A passenger, Per Moss, notes:", "Many others ask for a second boat on all of the sounds:", None),
        ("The owners said so on Monday.", "The ferry is tied up at Vik and has been so since March.", None),
        ("The owners wrote:", "The ferry at Vik", None),
    ],
)  # fmt: skip
def test_prose_under_who_says_it_is_a_quotation(lead: str, line: str, role: Role | None) -> None:
    assert roles(lead, line) == [None, role]


def test_captions_stand_twice() -> None:
    caption = "Wind up: the ferry at Lervik on Friday"
    found = [Role.CAPTION, Role.OTHER, Role.CAPTION]
    assert roles(caption, "+12", caption) == found
    assert roles(caption, PROSE[0], caption) == [None] * 3
    assert roles("Row, row your boat", "Row, row your boat") == [None] * 2


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Grounded: the ferry that was to sail to Lervik on Monday", Role.CAPTION),
        ("The ferry was painted before the storm (Vik Photos)", Role.CAPTION),
        ("Grounded: the ferry that was to sail to Lervik on Monday.", None),
        ("Ferry That Was To Sail On Monday Still Tied Up In Lervik", None),
        ("Read more: the ferry that was to sail to Lervik on Monday", None),
        ("The ferry that was to sail to Lervik on Monday, said the mayor –", None),
        ("MOVED: the ferry was painted before the storm [VIK PHOTOS]", Role.CAPTION),
        ("A picture taken from the cape shows the ferry before the storm", Role.CAPTION),
        ("Ida Lund (Labour)", None),
        ("-The board explains why the ferry cannot sail. [Vik Post]", None),
        ("It is the handle of the winch at Vik. On the night of the", None),
    ],
)
def test_a_long_line_without_a_stop_is_a_caption_where_all_others_have_one(
    line: str, role: Role | None
) -> None:
    assert roles(*PROSE[:3], line, *PROSE[3:])[3] is role
    bare = [one.rstrip(".") for one in PROSE]
    assert roles(*bare[:3], line.replace(" (Vik Photos)", ""), *bare[3:])[3] is None


def test_one_line_without_label_and_stop_may_be_a_slip_and_two_are_captions() -> None:
    bare = "Passengers wait for the ferry in the parish hall at Vik on Friday"
    assert roles(*PROSE[:3], bare, *PROSE[3:])[3] is None
    shown = "Passengers (left) wait for the ferry in the parish hall at Vik"
    assert roles(*PROSE[:3], shown, *PROSE[3:])[3] is Role.CAPTION
    two = (*PROSE[:2], bare, PROSE[2], bare.replace("Friday", "Sunday"), *PROSE[3:])
    foot = "Stranded: the smaller boat could be seen from the cape all day"
    item = "2. The passengers who had to spend the night in a cold hall"
    found = roles(*two, item, foot)
    assert [n for n, role in enumerate(found) if role is Role.CAPTION] == [2, 4, len(two) + 1]
    given = [(Role.LIST, "by weight")] * (len(two) + 1)
    assert left(given, [*two, foot])[-1][0] is Role.CAPTION  # its label is no list's
    three = [*two, PROSE[0], *(foot.replace("cape", at) for at in ("cape", "hall", "quay"))]
    assert [role for role, _ in left(given[:1] * len(three), three)][-3:] == [Role.LIST] * 3
    assert roles(*PROSE, foot)[-1] is None


def test_what_goes_on_below_is_no_caption() -> None:
    cut = "The ferry that was to sail to Lervik on Monday was called by its owners"
    assert roles(*PROSE[:3], cut, "a “small miracle” of the yard.", *PROSE[3:])[3] is None


def test_a_form_that_says_little_gives_way() -> None:
    caption = "Wind up: the ferry at Lervik on Friday"
    given = [(Role.RELATED, "by weight"), (Role.PARAGRAPH, "by weight")]
    assert [role for role, _ in left(given, [caption, caption])] == [Role.RELATED, Role.CAPTION]
