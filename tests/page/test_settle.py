"""What is weighed against what the rules say: how likely a block is running text of any kind decides."""

import pytest

from hearsay.page.place import Sight
from hearsay.page.settle import settled
from hearsay.page.weights import Weighed
from hearsay.text.article import Role

PROSE = "We have no owner, and four euros a month from you would pay for what we print next."
OTHERS = {"chance": 0.35, "because": ("named",), "inside": Role.PARAGRAPH}


def role(sight: Sight, weighed: Role, body: float) -> Role:
    """The role of a block that stands alone, where one role is hardly likelier than the next."""
    ((found, _),) = settled([sight], [Weighed(weighed, body=body, **OTHERS)])  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("body", "prosy", "found"),
    [
        (0.01, True, Role.NEWSLETTER),  # two kinds of furniture are as likely, running text is not
        (0.12, True, Role.PARAGRAPH),  # prose is not lost while it may be running text
        (0.1, False, Role.NEWSLETTER),
        (0.19, False, Role.PARAGRAPH),  # what the rules say stands, since nothing is sure
        (0.25, False, Role.PARAGRAPH),
    ],
)
def test_what_the_rules_take_for_running_text_stands_while_it_may_be_some(
    body: float,
    prosy: bool,  # noqa: FBT001 - a column of the table
    found: Role,
) -> None:
    sight = Sight(PROSE, Role.PARAGRAPH, "prose", prosy=prosy)
    assert role(sight, Role.NEWSLETTER, body) is found


def test_furniture_that_is_rather_running_text_is_kept() -> None:
    sight = Sight("Talks resume on Thursday at the harbour.", Role.OTHER)
    assert role(sight, Role.RELATED, 0.21) is Role.PARAGRAPH
    assert role(sight, Role.RELATED, 0.19) is Role.RELATED


def test_prose_in_a_paragraph_is_no_item_of_a_list() -> None:
    sight = Sight(PROSE, Role.PARAGRAPH, "prose", own=("tag p",), prosy=True)
    ((found, _),) = settled([sight], [Weighed(Role.LIST, 0.9, (), body=0.95)])
    assert found is Role.PARAGRAPH


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PORT HELGA — After 17 months of talks, the ministers signed.", Role.PARAGRAPH),
        ("TARSK, Veldra, March 9 (NNS) - The army accused the north.", Role.PARAGRAPH),
        ("After 17 months of talks and one night, the ministers signed.", Role.STANDFIRST),
        ("LIVE - all the goals, as the ministers sign", Role.STANDFIRST),
    ],
)
def test_what_begins_with_a_dateline_is_no_standfirst(text: str, found: Role) -> None:
    sight = Sight(text, Role.PARAGRAPH, "prose", prosy=True)
    weight = Weighed(Role.STANDFIRST, chance=0.95, because=(), body=0.9, inside=Role.PARAGRAPH)
    assert settled([sight], [weight])[0][0] is found


@pytest.mark.parametrize(("above", "found"), [(0.8, Role.HEADLINE), (0.4, Role.RELATED)])
def test_a_likelier_headline_above_that_of_the_rules_is_it(above: float, found: Role) -> None:
    sights = [
        Sight("Ten-man Harrow steal a point", Role.OTHER),
        Sight("Harrow 2-2 Wexley", Role.HEADLINE, "first short line"),
    ]
    weights = [
        Weighed(Role.HEADLINE, chance=chance, because=(), body=0.1, inside=Role.PARAGRAPH)
        for chance in (above, 0.5)
    ]
    roles = [role for role, _ in settled(sights, weights)]
    assert roles[0] is found
    assert roles.count(Role.HEADLINE) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("16 November 2025 by Matthew Rask", Role.BYLINE),
        ("By Ann Lund, 3 May 2026, 10:15", Role.BYLINE),
        ("Ansel, 3 May 2026", Role.DATELINE),
        ("3 May 2026, updated by 10 o’clock", Role.DATELINE),
    ],
)
def test_a_line_that_says_by_whom_and_when_is_a_byline(text: str, found: Role) -> None:
    weight = Weighed(Role.DATELINE, chance=0.8, because=(), body=0.0, inside=Role.PARAGRAPH)
    assert settled([Sight(text, Role.OTHER)], [weight])[0][0] is found
