"""Who is told apart from whom: sources without a name, and whom "they" or a description means."""

import pytest

from hearsay.faces.export import facts
from hearsay.model.model import open_model
from hearsay.reader.read import read
from tests.marked import article

LINES = "The bridge\n\nThe bridge was shut on Monday, and the town waited."


def whose(text: str) -> list[str]:
    """Each source that the text has, with who it is, by the name that the report prints."""
    found = read(article(f"{LINES}\n\n{text}"), model=open_model())
    names = {key: actor.name for key, actor in facts.actors_of(found).items()}
    said = {
        one.source[0]: names.get(one.speaker or "", "") for one in found.attributions if one.source
    }
    return [f"{span.cut(found.article.text)}: {said[span]}" for span in sorted(said)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "“It will shut,” a source told Fox News. The source said so twice.\n\n“It will open,” a source told the Harbour Times.",
            ["a source: a source (1)", "The source: a source (1)", "a source: a source (2)"],
        ),
        (
            "A witness said that it shook. A witness said that it did not.",
            ["A witness: A witness (1)", "A witness: A witness (2)"],
        ),
        (
            "Two officials said that it shook. Later two officials said that it did not. The two officials laughed.",
            ["Two officials: Two officials (1)", "two officials: two officials (2)"],
        ),
        (
            "A police spokesman said that it shook. A police spokesman said that nobody was hurt.",
            ["A police spokesman: A police spokesman", "A police spokesman: A police spokesman"],
        ),
        (
            "Her advisers said that Ida Lund would stay. Her advisers said no. His advisers said that Karl Berg would go.",
            [
                "Her advisers: Her advisers",
                "Her advisers: Her advisers",
                "His advisers: His advisers",
            ],
        ),
    ],
)
def test_who_is_described_alike_is_not_the_same(text: str, wanted: list[str]) -> None:
    assert whose(text) == wanted


def test_who_is_described_alike_in_the_headline_is_the_same() -> None:
    text = "A source: bridge will shut, a source says\n\nA source said that the bridge will shut."
    found = read(article(text), model=open_model())
    assert len({one.speaker for one in found.attributions if one.speaker}) <= 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nearly half said they wanted a new one.", "they: Nearly half"),
        ("Early results of the poll are out. About half said they think the mayor should go.", "they: half"),
        ("54 percent of voters said no. But 16 percent of voters say they want a new one.", "they: 16 percent of voters"),
        ("Seventy-two percent of voters say they want a new one.", "they: Seventy-two percent of voters"),
        ("“The other crews, they wanted her, too,” said Miles Berg of Moss News.", "they: The other crews"),
        ("“Wealthy Republicans keep quiet. They know that he will lose,” she told Moss Patriot Channel.", "They: Wealthy Republicans"),
        ("The Harbour Times spoke to Ida Lund. “They believe that it will shut,” Lund said.", "They: "),
        ("The Harbour Times wrote about it. They claim that it was new.", "They: Harbour Times"),
        ("Officials were there. As they say about the town, it is small.", "they: "),
        ("A masked gunman stood beside him. “This is Ida Lund,” the gunman said.", "the gunman: the gunman"),
        ("Karl Berg spoke. Ida Lund spoke well. “He is bright,” the Russian leader said.", "the Russian leader: the Russian leader"),
        ("Ida Lund scored twice. “We are not daft,” said the midfielder.", "the midfielder: Ida Lund"),
        ("Tim Lund, the CEO of Lantern Home, came. The CEO said no. The company said yes.", "The CEO: Tim Lund"),
        ("The Lantern Glow is new. The Lantern Glow is red. Executives at Lantern like the Lantern Glow. The company said so.", "The company: Lantern"),
        ("Apple is planning nine straps for its upcoming Apple Watch. Apple Watch is red. Executives at Apple Watch like it. Apple said so.", "Apple: Apple"),
        ("People close to Apple’s board spoke. Estimates put Apple Watch screen size at inches. The Apple chief left. Apple has no day for Apple Watch. Apple said so.", "Apple: Apple"),
        ("In Tessia, people cheered. The Tessia Retailers Union said no. Tessia plans to raise it again.", "Tessia: Tessia"),
        ("U.S. Central Command said that it was true. The U.S. said that it would wait.", "The U.S.: U.S."),
        ("The minister heard rumours. Rumours said it would fall. The paper said so.", "The paper: The paper"),
        ("The tour was financed by Marlin founder Karl Berg, who wanted to sell two of his ships.", "who: Karl Berg"),
        ("Chairman of the Harbour Board Ida Lund left. Chairman of the Joint Chiefs of Staff, Gen. Karl Berg, said no.", "Chairman of the Joint Chiefs of Staff, Gen. Karl Berg,: Karl Berg"),
        ("Sean Smith was killed there. Patricia Smith, mother of Sean Smith, rejected the claim. “She lied,” Smith said.",
            "Smith: Patricia Smith"),
        ("USA Today wrote that it was new.", "USA Today: USA Today"),
        ("Rumors ran through the town. Some said it had shut.", "Some: Some"),
        ("The Islamic State of Iraq and Syria (ISIS) came. ISIS said that it was true.", "ISIS: ISIS"),
        ("Ben Carson was there. “It drives up prices,” the Republican said.", "the Republican: Ben Carson"),
        ("Another Islamist said that it was true.", "Another Islamist: Another Islamist"),
    ],
)  # fmt: skip
def test_whom_words_mean(text: str, wanted: str) -> None:
    assert wanted in whose(text)


def test_a_title_ends_before_what_its_bearer_does() -> None:
    text = "While we know that it holds, Tim Lund, the CEO of Moss Rail has confirmed that it will open."
    found = read(article(text), model=open_model())
    assert [actor.title for actor in found.actors if actor.name == "Tim Lund"] == [
        "CEO of Moss Rail"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Berg administration said no. Berg said that he had known.", "Berg: named person"),
        ("Christie told reporters that a Christian had said so. Christie said no. Christie laughed.", "Christie: named person"),
        ("The U.S. Court of Appeals for the 3rd Circuit ruled that it was so.", "U.S. Court of Appeals: named organisation"),
        ("It was new, according to Gawker.", "Gawker: named organisation"),
        ("Business Insider said that it was new.", "Business Insider: named organisation"),
        ("Muslims across the land said that they were glad.", "Muslims across the land: unnamed group"),
        ("Followers of the club said so. Eyewitnesses said that it fell.", "Eyewitnesses: unnamed group"),
        ("Some MPs were there, and MPs said that it was dear.", "MPs: unnamed group"),
        ("Nearly half said no. More than half said yes.", "More than half: unnamed group"),
        ("A large majority say that they will go.", "A large majority: unnamed group"),
    ],
)  # fmt: skip
def test_what_a_source_is(text: str, wanted: str) -> None:
    found = read(article(f"{LINES}\n\n{text}"), model=open_model())
    assert wanted in [f"{actor.name}: {actor.source_type.value}" for actor in found.actors]


@pytest.mark.parametrize(
    "text",
    [
        "DNA tests are out, with an Iraqi official saying that she was not. Interior Minister Ida Lund said that she was.",
        "The leader of the country’s rebels said no on Saturday.\n\nThe town waited.\n\nPresident Ida Lund said yes.",
    ],
)
def test_whoever_is_of_something_else_is_not_who_is_named_below(text: str) -> None:
    found = read(article(text), model=open_model())
    assert len({one.speaker for one in found.attributions if one.cue}) > 1


def test_for_his_part_is_nobody() -> None:
    found = read(
        article(f"{LINES}\n\nFor his part, Emil Lund apologised for it."), model=open_model()
    )
    assert [(actor.name, actor.speaks_for) for actor in found.actors] == [("Emil Lund", None)]
