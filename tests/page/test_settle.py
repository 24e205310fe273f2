"""What is weighed against what the rules say: how likely a block is running text of any kind decides."""

import pytest

from hearsay.page.place import Sight
from hearsay.page.settle import doubtful, settled
from hearsay.page.weights import Weighed
from hearsay.text.article import Role
from tests.page.pages import PLAIN

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
        (0.13, True, Role.PARAGRAPH),  # a line is lost later than a block of a page
        (0.21, True, Role.PARAGRAPH),  # prose is not lost while it may be running text
        (0.1, False, Role.NEWSLETTER),
        (0.19, False, Role.NEWSLETTER),  # hardly any, whatever the rules say
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


def test_a_block_of_a_page_is_furniture_though_the_body_is_around_it() -> None:
    body, other = Weighed(Role.PARAGRAPH, 0.9, (), body=0.9), Weighed(Role.RELATED, 0.7, (), 0.1)
    texts = (PLAIN[0], "How much snow fell where you live? See the list", PLAIN[1])
    for parent, found in ((1, Role.RELATED), (None, Role.PARAGRAPH)):
        sights = [Sight(text, Role.PARAGRAPH, parent=parent) for text in texts]
        assert settled(sights, [body, other, body])[1][0] is found


def test_prose_that_quotes_is_lost_later_than_other_prose() -> None:
    quoting = "We have no owner, and “four euros a month” from you would pay for what we print."
    for body, found in ((0.13, Role.PARAGRAPH), (0.01, Role.NEWSLETTER)):
        assert (
            role(Sight(quoting, Role.PARAGRAPH, "prose", prosy=True), Role.NEWSLETTER, body)
            is found
        )


def test_a_quotation_with_its_speaker_stands_whatever_is_around_it() -> None:
    told = Sight("“We burnt the toast,” said the baker, Ann Orr, on", Role.PARAGRAPH, "prose")
    bare = Sight("“We burnt the toast, and all of it”, in your", Role.PARAGRAPH, "prose")
    weight = Weighed(Role.RELATED, 0.63, (), body=0.03)
    assert settled([told], [weight])[0][0] is Role.PARAGRAPH
    assert settled([bare], [weight])[0][0] is Role.RELATED


def test_furniture_that_is_rather_running_text_is_kept() -> None:
    sight = Sight("Talks resume on Thursday at the harbour.", Role.OTHER)
    assert role(sight, Role.RELATED, 0.21) is Role.PARAGRAPH
    assert role(sight, Role.RELATED, 0.19) is Role.RELATED


def test_prose_in_a_paragraph_is_no_item_of_a_list() -> None:
    sight = Sight(PROSE, Role.PARAGRAPH, "prose", own=("tag p",), prosy=True)
    ((found, _),) = settled([sight], [Weighed(Role.LIST, 0.9, (), body=0.95)])
    assert found is Role.PARAGRAPH


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


def test_a_line_that_ends_a_text_of_running_text_is_some_of_it() -> None:
    def last(text: str) -> Role:
        lines = ["A fire broke out in the mill. Nobody was hurt.", text]
        sights = [Sight(line, Role.PARAGRAPH, "a line") for line in lines]
        weights = [Weighed(Role.PARAGRAPH, chance=0.9, because=(), body=0.9, inside=Role.PARAGRAPH)]
        weights.append(Weighed(Role.SHARE, chance=0.6, because=(), body=0.1, inside=Role.PARAGRAPH))
        return settled(sights, weights)[-1][0]

    assert last("The trial continues.") is Role.PARAGRAPH
    assert last("Tweet it") is Role.SHARE


@pytest.mark.parametrize(
    ("chance", "under", "found"),
    [
        (0.6, Role.CREDIT, Role.PARAGRAPH),
        (0.96, Role.CREDIT, Role.OTHER),
        (0.6, Role.RELATED, Role.OTHER),
    ],
)
def test_prose_that_begins_a_text_or_stands_over_its_credits_is_some_of_it(
    chance: float, under: Role, found: Role
) -> None:
    prose = Sight(
        "The court heard more of it on Monday, and so it went on:",
        Role.PARAGRAPH,
        "prose",
        prosy=True,
    )
    line, credit = Sight("It rained.", Role.PARAGRAPH), Sight("[h/t the Post]", Role.CREDIT)
    odd = Weighed(Role.OTHER, chance, (), body=0.05)
    body, below = Weighed(Role.PARAGRAPH, 0.9, (), body=0.9), Weighed(under, 0.9, ())
    assert settled([line, prose, credit], [body, odd, below])[1][0] is found
    first = settled([prose, line], [odd, body])[0][0]
    assert first is (Role.PARAGRAPH if chance < 0.95 else Role.OTHER)


@pytest.mark.parametrize(
    ("text", "weighed", "found"),
    [
        ("PORT HELGA — After 17 months of talks, the ministers signed.", Role.STANDFIRST, Role.PARAGRAPH),
        ("TARSK, Veldra, March 9 (NNS) - The army accused the north.", Role.STANDFIRST, Role.PARAGRAPH),
        ("After 17 months of talks and one night, the ministers signed.", Role.STANDFIRST, Role.STANDFIRST),
        ("LIVE - all the goals, as the ministers sign", Role.STANDFIRST, Role.STANDFIRST),
        ("16 November 2025 by Matthew Rask", Role.DATELINE, Role.BYLINE),
        ("By Ann Lund, 3 May 2026, 10:15", Role.DATELINE, Role.BYLINE),
        ("Ansel, 3 May 2026", Role.DATELINE, Role.DATELINE),
        ("3 May 2026, updated by 10 o’clock", Role.DATELINE, Role.DATELINE),
    ],
)  # fmt: skip
def test_the_first_words_of_a_line_at_the_head_tell_what_it_is(
    text: str, weighed: Role, found: Role
) -> None:
    prosy = weighed is Role.STANDFIRST
    sight = Sight(text, Role.PARAGRAPH if prosy else Role.OTHER, prosy=prosy)
    weight = Weighed(weighed, chance=0.8, because=(), body=0.9 * prosy, inside=Role.PARAGRAPH)
    over = Sight("Ministers sign", Role.HEADLINE), Weighed(Role.HEADLINE, 0.9, ())
    assert settled([over[0], sight], [over[1], weight])[1][0] is found


@pytest.mark.parametrize(
    ("line", "chance", "found"),
    [
        ("“Sign up for our newsletter: we hate that line,” said the editor.", 0.8, Role.PARAGRAPH),
        ("“Sign up for our newsletter: we hate that line.”", 0.99, Role.PARAGRAPH),
        ("“Sign up for our newsletter: we hate that line”", 0.99, Role.NEWSLETTER),
        ("Sign up for our newsletter, “The Long Harbour”, every Friday.", 0.8, Role.NEWSLETTER),
    ],
)
def test_who_quotes_furniture_between_paragraphs_is_not_furniture(
    line: str, chance: float, found: Role
) -> None:
    prose = Sight("The paper will carry no advertisements from May.", Role.PARAGRAPH, "prose")
    sights = [prose, Sight(line, Role.NEWSLETTER, "its words"), prose]
    body = Weighed(Role.PARAGRAPH, 0.99, (), 0.99)
    weights = [body, Weighed(Role.NEWSLETTER, chance, ("named",), 0.15), body]
    assert settled(sights, weights)[1][0] is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("“We burnt the toast,” said the baker, Ann Orr, on Monday.", Role.PARAGRAPH),
        ("‘We burnt the toast,’ says baker", Role.RELATED),
    ],
)
def test_a_quotation_that_is_one_link_stands_between_paragraphs_where_it_is_a_sentence(
    line: str, found: Role
) -> None:
    prose = Sight("The paper will carry no advertisements from May.", Role.PARAGRAPH, "prose")
    link = Sight(line, Role.RELATED, "a long link", own=("links all",))
    body = Weighed(Role.PARAGRAPH, 0.99, (), 0.99)
    weights = [body, Weighed(Role.RELATED, 0.95, ("named",), 0.04), body]
    assert settled([prose, link, prose], weights)[1][0] is found


def test_a_quotation_that_is_not_quite_unlikely_stands_among_headlines_and_not_among_comments() -> (
    None
):
    sight = Sight("‘I walked. It was quite nice’", Role.PARAGRAPH)
    for weighed, body, found in (
        (Role.RELATED, 0.06, Role.PARAGRAPH),
        (Role.RELATED, 0.04, Role.RELATED),
        (Role.COMMENTS, 0.06, Role.COMMENTS),
    ):
        weight = Weighed(weighed, 0.9, (), body=body)
        assert settled([sight], [weight])[0][0] is found


@pytest.mark.parametrize(
    ("parent", "own", "chance", "found"),
    [
        (None, "", 0.95, Role.QUOTE),
        (None, "its words above too", 0.7, Role.QUOTE),
        (None, "speaks under a colon", 0.7, Role.QUOTE),
        (None, "under a colon", 0.7, Role.PARAGRAPH),
        (None, "", 0.7, Role.PARAGRAPH),
        (1, "", 0.95, Role.PARAGRAPH),
    ],
)
def test_a_line_may_be_a_quotation_set_apart_where_a_paragraph_of_a_page_may_not(
    parent: int | None, own: str, chance: float, found: Role
) -> None:
    sight = Sight("We were all the top farm once.", Role.PARAGRAPH, parent=parent, own=(own,))
    weight = Weighed(Role.QUOTE, chance, (), body=0.9)
    assert settled([sight], [weight])[0][0] is found


def test_a_paragraph_that_stands_there_twice_is_not_pulled_out_of_the_text() -> None:
    own = ("its words above too", "a line twice")
    sight = Sight("It takes ten votes to shut the ferry.", Role.PARAGRAPH, own=own)
    assert settled([sight], [Weighed(Role.QUOTE, 0.7, (), body=0.9)])[0][0] is Role.PARAGRAPH


@pytest.mark.parametrize(
    ("over", "line", "own", "found"),
    [
        ("The ferry sank.", "Homemade Boat Can Sail With Tar", "", Role.HEADING),
        ("“We shall sail,” he said.", "Ida Lund", "", Role.HEADING),
        ("“We shall sail”", "Ida Lund", "", Role.QUOTE),
        ("The ferry sank.", "– Ida Lund", "", Role.QUOTE),
        ("The ferry sank.", "Ida Lund @idalund", "", Role.QUOTE),
        ("He wrote:", "Gone, all gone", "under a colon", Role.QUOTE),
        ("The ferry sank.", "Gone, all gone", "its words above too", Role.QUOTE),
    ],
)
def test_a_short_line_without_marks_is_a_quotation_only_where_it_signs_one_or_is_brought_in(
    over: str, line: str, own: str, found: Role
) -> None:
    sights = [Sight(over, Role.PARAGRAPH), Sight(line, Role.HEADING, own=(own,))]
    weights = [Weighed(Role.PARAGRAPH, 0.95, (), 0.95), Weighed(Role.QUOTE, 0.7, (), body=0.9)]
    assert settled(sights, weights)[1][0] is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("“We were all the top farm once.”", Role.QUOTE),
        ("“We were all the top farm once.” — Ida Lund", Role.QUOTE),
        ("“We were all the top farm once,” added Lund.", Role.PARAGRAPH),
    ],
)
def test_a_quotation_that_goes_on_to_say_whose_it_is_is_a_paragraph(line: str, found: Role) -> None:
    weight = Weighed(Role.QUOTE, 0.8, (), body=0.9)
    assert settled([Sight(line, Role.PARAGRAPH, "prose")], [weight])[0][0] is found


@pytest.mark.parametrize(
    ("line", "weighed", "found"),
    [
        ("The views in the report are those of the author, the judge found.", Role.DISCLAIMER, Role.PARAGRAPH),
        ("Correction: The report has been signed by two.", Role.CORRECTION, Role.CORRECTION),
    ],
)  # fmt: skip
def test_a_disclaimer_that_may_be_running_text_is_none_between_paragraphs(
    line: str, weighed: Role, found: Role
) -> None:
    odd = Weighed(weighed, 0.75, (), body=0.25)
    body = Weighed(Role.PARAGRAPH, 0.99, (), 0.99)
    sights = [Sight(PROSE, Role.PARAGRAPH), Sight(line, weighed), Sight(PROSE, Role.PARAGRAPH)]
    assert settled(sights, [body, odd, body])[1][0] is found
    assert settled(sights[:2], [body, odd])[1][0] is weighed


def test_what_the_rules_have_for_the_headline_is_a_summary_where_another_line_is_it() -> None:
    sights = [
        Sight("‘It is where you heard who was dead’", Role.HEADLINE),
        Sight("Mart shuts", Role.OTHER),
    ]
    weights = [Weighed(Role.HEADLINE, 0.5, ()), Weighed(Role.HEADLINE, 0.9, ())]
    found = [role for role, _ in settled([sights[1], sights[0]], weights[::-1])]
    assert found == [Role.HEADLINE, Role.STANDFIRST]


@pytest.mark.parametrize(
    ("over", "weighed", "found"),
    [
        (Role.HEADLINE, Role.STANDFIRST, Role.STANDFIRST),
        (Role.CATEGORY, Role.STANDFIRST, Role.PARAGRAPH),
        (Role.LIST, Role.LIST, Role.LIST),
        (Role.PARAGRAPH, Role.LIST, Role.PARAGRAPH),
    ],
)
def test_prose_of_a_text_is_a_summary_under_a_headline_and_an_item_beside_items(
    over: Role, weighed: Role, found: Role
) -> None:
    sights = [Sight("Ferry late", over), Sight(PROSE, Role.PARAGRAPH, "prose", prosy=True)]
    weights = [Weighed(over, 0.9, (), body=0.5), Weighed(weighed, 0.9, (), body=0.9)]
    assert settled(sights, weights)[1][0] is found


def test_prose_with_which_a_text_begins_is_not_lost() -> None:
    def roles(*texts: str) -> list[Role]:
        sights = [Sight(text, Role.PARAGRAPH, "prose", prosy=True) for text in texts]
        weights = [Weighed(Role.OTHER, 0.95, (), body=0.02)] * len(texts)
        return [found for found, _ in settled(sights, weights)]

    first = "Early on Sunday the harbour’s own paper broke the news of the fall:"
    then = "Nobody had seen the tower fall, and nobody has seen the paper since."
    assert roles(first, then) == [Role.PARAGRAPH] * 2
    notice = "We use cookies to keep you signed in and to count how many read us."
    assert roles(notice, then) == [Role.OTHER] * 2


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("He is the teen wolf of the harbour.", Role.PARAGRAPH),
        ("Harbour wolf is a teen", Role.HEADLINE),
        ("The Harbour Wolf Is a Teen.", Role.HEADLINE),
        ("Ida Lund via the Harbour Post:", Role.PARAGRAPH),
    ],
)
def test_a_sentence_right_over_running_text_is_no_headline(line: str, found: Role) -> None:
    sights = [Sight(line, Role.HEADLINE), Sight(PROSE, Role.PARAGRAPH, "prose", prosy=True)]
    weights = [Weighed(Role.HEADLINE, 0.9, (), body=0.1), Weighed(Role.PARAGRAPH, 0.9, (), body=1)]
    assert settled(sights, weights)[0][0] is found
    over = [sights[0], Sight("By Ida Lund", Role.BYLINE), sights[1]]
    between = [weights[0], Weighed(Role.BYLINE, 0.9, ()), weights[1]]
    assert settled(over, between)[0][0] is Role.HEADLINE


@pytest.mark.parametrize(
    ("parent", "weighed", "found"),
    [
        (None, Role.PARAGRAPH, Role.NEWSLETTER),
        (None, Role.ADVERT, Role.ADVERT),
        (1, Role.PARAGRAPH, Role.PARAGRAPH),
    ],
)
def test_a_line_that_would_be_read_is_taken_at_its_word_and_all_else_is_weighed(
    parent: int | None, weighed: Role, found: Role
) -> None:
    sight = Sight("Sign up for our newsletter", Role.NEWSLETTER, "its words", parent=parent)
    body = 0.9 if weighed is Role.PARAGRAPH else 0.0
    weight = Weighed(weighed, 0.9, (), body, Role.PARAGRAPH)
    assert settled([sight], [weight])[0][0] is found


@pytest.mark.parametrize(
    ("text", "body", "own", "doubted"),
    [
        (PROSE, 0.5, (), True),
        (PROSE, 0.9, (), False),  # surely running text
        (PROSE, 0.1, (), False),  # surely none
        (PROSE, 0.5, ("hidden",), False),  # not read anyway
        (PROSE.removesuffix("."), 0.5, (), False),  # a headline or a label
        ("Talks resume on Thursday.", 0.5, (), False),  # too little to lose
    ],
)
def test_trafilatura_is_asked_where_prose_may_as_well_be_running_text_as_not(
    text: str,
    body: float,
    own: tuple[str, ...],
    doubted: bool,  # noqa: FBT001 - a column of the table
) -> None:
    sights = [Sight(PLAIN[0], Role.PARAGRAPH), Sight(text, Role.PARAGRAPH, own=own)]
    found = [Weighed(Role.PARAGRAPH, 0.9, (), body=0.9), Weighed(Role.OTHER, 0.5, (), body=body)]
    assert doubtful(sights, found) is doubted


def test_trafilatura_is_asked_where_nothing_is_running_text() -> None:
    assert doubtful([Sight("Weather", Role.OTHER)], [Weighed(Role.NAVIGATION, 0.9, ())])
