"""Every rule has a name, a reason and a figure; and does what its docstring says."""

import inspect
import re
from types import ModuleType

import pytest

from hearsay.reader import beside, quoted
from hearsay.reader.passes import quotes
from hearsay.reader.read import read
from hearsay.reader.rules import REASONS, RULES, UNCOUNTED, ground
from hearsay.text.article import Article, Block, Role
from hearsay.text.span import laid_out

SENTENCE = re.compile(r"^(Takes|Leaves): (.+)$", re.MULTILINE)
BY_ANOTHER_NAME = {
    "verb_before_quote": {"verb_before_quote", "verb_before_fragment"},
    "_by_lead": {"colon_before_paragraph"},
    "_carried_over": {"goes_on_from_paragraph_before", "verb_in_sentence_before_paragraph"},
    "_by_sentence": {"verb_before_fragment", "source_after_fragment"},
    "according_to_before_fragment": {"according_to_before_quote"},
}


def promises(*modules: ModuleType) -> list[tuple[str, str, str]]:
    """What the functions of the modules say they take and leave: function, Takes or Leaves, text."""
    return [
        (name, kind, text)
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        for kind, text in SENTENCE.findall(inspect.getdoc(function) or "")
    ]


def rules_met(text: str) -> set[str]:
    """The rules by which a text is read; ¶ parts its paragraphs."""
    joined, spans = laid_out([part.strip() for part in text.split("¶")], "\n\n")
    article = Article(joined, blocks=tuple(Block(span, Role.PARAGRAPH) for span in spans))
    return {one.ground.by.removeprefix("rule:") for one in read(article).attributions}


PROMISES = [
    (BY_ANOTHER_NAME.get(name, {name}), kind, text)
    for name, kind, text in promises(beside, quotes)
    if name in RULES or name in BY_ANOTHER_NAME
]


@pytest.mark.parametrize(("rules", "kind", "text"), PROMISES)
def test_a_rule_takes_and_leaves_what_it_says(rules: set[str], kind: str, text: str) -> None:
    assert bool(rules & rules_met(text)) == (kind == "Takes")


def test_every_rule_says_what_it_takes_and_what_it_leaves() -> None:
    said = {
        rule: {kind for rules, kind, _ in PROMISES if rule in rules}
        for rules, _, _ in PROMISES
        for rule in rules
    }
    silent = {"signed_block_quote", "nobody_named"}  # no words beside the quotation decide
    assert said == {rule: {"Takes", "Leaves"} for rule in RULES.keys() - silent}


def test_what_decides_whether_marks_hold_an_utterance_says_so() -> None:
    assert {name for name, _, _ in promises(quoted)} == {
        "stands_alone",
        "names_work",
        "is_title",
        "titled",
    }


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_as_sure_as_it_was_found_right(name: str) -> None:
    rule = RULES[name]
    assert rule.name == name
    assert rule.reason
    assert rule.confidence == (rule.right if rule.counted >= 10 else UNCOUNTED)
    assert 0 < rule.confidence <= 1


@pytest.mark.parametrize("name", REASONS)
def test_a_ground_by_a_rule_gives_its_reason(name: str) -> None:
    assert name not in RULES
    assert (ground(name, ()).by, ground(name, ()).note) == (f"rule:{name}", REASONS[name])
