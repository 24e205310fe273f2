"""The rules by which quotations are attributed: how often each is right, and its reason in a line.

Counted by `benchmarks/rules.py` on the 840 training articles of PolNeAR: right is a finding that shares half of
its content's words with an annotator's, and whose source shares a word with theirs, or neither has one. Rules
met fewer than ten times there are held to be right as often as all of them together. What goes on from a
paragraph before has no source of its own to compare: there, right is counted by whom it goes on from.
"""

import msgspec

from hearsay.reading.ground import Ground
from hearsay.text.span import Spans

UNCOUNTED = 0.76  # all rules together, 6,099 findings


class Rule(msgspec.Struct, frozen=True):
    """A rule for attributing a quotation.

    Attributes:
        name: as a ground names it, after "rule:".
        reason: why a finding of it is there, for a reader of news.
        right: how often it is right, 0 to 1.
        counted: on how many findings.
    """

    name: str
    reason: str
    right: float
    counted: int

    @property
    def confidence(self) -> float:
        """How sure a finding of this rule is."""
        return self.right if self.counted >= 10 else UNCOUNTED  # noqa: PLR2004 - too few to count


RULES = {
    rule.name: rule
    for rule in (
        Rule(
            "source_before_verb_after_quote",
            "who says it, and a verb of saying, stand right after the quotation",
            0.96,
            2370,
        ),
        Rule(
            "verb_before_source_after_quote",
            "a verb of saying, and who says it, stand right after the quotation",
            0.96,
            728,
        ),
        Rule(
            "verb_before_quote",
            "who says it, and a verb of saying, lead up to the quotation",
            0.81,
            620,
        ),
        Rule(
            "verb_before_fragment",
            "who says it, and a verb of saying, stand earlier in the sentence",
            0.66,
            1602,
        ),
        Rule(
            "source_after_fragment",
            "who says it, and a verb of saying, end the sentence",
            0.5,
            119,
        ),
        Rule(
            "colon_before_paragraph",
            "the paragraph before names who says it, and ends in a colon",
            0.85,
            20,
        ),
        Rule(
            "name_and_colon_before_quote",
            "a name and a colon stand before the quotation",
            0.93,
            15,
        ),
        Rule(
            "dash_and_name_after_quote",
            "a dash and a name sign the quotation",
            0.0,
            0,
        ),
        Rule("according_to_before_quote", "“according to” leads up to the quotation", 0.76, 17),
        Rule("according_to_after_quote", "“according to” follows the quotation", 0.5, 4),
        Rule(
            "name_and_unlisted_verb_before_quote",
            "a name and what looks like a verb of saying lead up to the quotation",
            0.4,
            5,
        ),
        Rule(
            "goes_on_from_paragraph_before",
            "the paragraph is all quotation, and the one before it quotes the same speaker",
            0.80,
            49,
        ),
        Rule(
            "verb_in_sentence_before_paragraph",
            "the paragraph is all quotation, and the sentence before it tells who speaks",
            1.0,
            5,
        ),
        Rule("signed_block_quote", "the line under the block quote is a name", 0.0, 0),
        Rule("nobody_named", "nobody beside the quotation is said to say it", 0.01, 522),
    )
}
"""Every rule that attributes a quotation, by name."""

REASONS = {
    "attributed_words_are_quoted": "somebody says it",
    "word_for_naming_before_marks": "a name for something",
    "kind_of_work_before_marks": "the title of a work",
    "capitals_within_marks": "written as a title is",
    "few_words_that_nobody_says": "a few words within marks, and nobody is said to say them",
    "many_words_within_marks": "a sentence or more within marks; who says it is not told beside it",
    "description_is_kept": "the article gives no name",
    "surname_goes_with_full_name": "named with the same surname",
    "name_as_given": "named so in the article",
    "office_goes_with_name": "the article gives this office to one name",
    "byline_names_the_author": "the author speaks of himself, and the byline names one author",
    "channel_is_named": "through which words came, as the article says",
    "noun_for_saying": "a noun for what somebody says or wants, with whose it is and what it is",
    "deed_before_quotation": "the sentence before the quotation tells what somebody does or says, and it follows on that",
    "letter_before_quotation": "the paragraph before, which ends in a colon, tells whose letter or other text follows",
    "label_opens_turn": "the label in capitals before the turn says who speaks",
    "post_is_signed": "the line at the end of an embedded post signs it",
    "answer_to_question": "the paragraph answers the one that asks, in a talk of questions and answers",
    "figure_put_at": "somebody puts a number at what it is held to be",
    "aside_says_who": "the sentence says behind a comma who says so",
    "main_verb_within": "the main verb of what is reported is itself one of saying or deciding, and has its subject",
    "goes_on_in_report": "the sentence before gives this source's account, and this one goes on in it",
}
"""Every rule that says what marks do or who a source is, by name: its reason in a line."""


def ground(name: str, because: Spans) -> Ground:
    """The ground of a finding by one of the rules in `REASONS`."""
    return Ground(f"rule:{name}", because, REASONS[name])
