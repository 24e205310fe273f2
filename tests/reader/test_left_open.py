"""What is left open, and on which statement: each sentence that a rule takes stands beside one that it leaves."""

import pytest

from hearsay.model.model import open_model
from hearsay.reader.read import read
from tests.marked import article

TAKEN = [
    ("The aircraft appeared unusable, Lund said.", "appeared", "evidential"),
    ("The pilots appeared to leave, Lund said.", "appeared to", "evidential"),
    ("Most of the boats were lost, Lund said.", "Most of", "scope"),
    ("No boat may sail without their consent, Lund said.", "without their consent", "condition"),
    ("Lund thinks he has a real chance to win.", "a real chance", "modal"),
    ("The firm expects profit of between £14m and £17m, Lund said.", "between", "approximator"),
    ("He refused to rule out an objection.", "refused to rule out", "open"),
    ("His government does not exclude an exchange, he said.", "does not exclude", "open"),
    ("“We will see,” Lund said.", "We will see", "open"),
    ("He has waited for over nine years, Lund said.", "over", "approximator"),
    (
        "If the report is confirmed, this would be the first.",
        "If the report is confirmed",
        "condition",
    ),
    (
        "He would be content if he won the vote, a bit more than the rest.",
        "if he won the vote",
        "condition",
    ),
    (
        "He would come if the firm, which owns it, agrees to pay.",
        "if the firm, which owns it, agrees to pay",
        "condition",
    ),
    (
        "The firm would seek more should the closure last beyond May, Lund said.",
        "should the closure last beyond May",
        "condition",
    ),
    (
        "Pressed on whether she would leave were the council to cut it, Lund smiled.",
        "were the council to cut it",
        "condition",
    ),
    (
        "Flights could be diverted depending on the wind, Lund said.",
        "depending on the wind",
        "condition",
    ),
    ("A strike cannot be ruled out, Lund said.", "cannot be ruled out", "open"),
    ("There is a chance that it will rain.", "There is a chance", "modal"),
    ("The man may not survive, doctors said.", "may", "modal"),
    ("A strong storm could push it above 4 percent, she cautioned.", "could", "modal"),
    ("Lund said about two boats were lost.", "about", "approximator"),
    ("The offer still remains on the table, Lund said.", "remains on the table", "open"),
    (
        "Lund asked that, if the work did go ahead, no lorry should come by night.",
        "if the work did go ahead",
        "condition",
    ),
    ("Lund said the bridge would open by Monday at the latest.", "at the latest", "approximator"),
    ("Lund said the bridge would open as early as May.", "as early as", "approximator"),
    ("Most people will not pay the toll, Lund said.", "Most", "scope"),
    ("The decision is up to the council, Lund said.", "is up to", "open"),
    (
        "The minister stopped short of saying whether it would open.",
        "stopped short of saying",
        "open",
    ),
    ("Given a house, they would move, Lund said.", "Given a house", "condition"),
    ("Lund would leave once the votes were counted.", "once the votes were counted", "condition"),
    ("If anything breaks, Lund will pay.", "If anything breaks", "condition"),
    ("Neither side has said when talks will resume.", "Neither side has said when", "open"),
    ("The minister left the door open to a vote.", "left the door open", "open"),
    ("The claim could not be substantiated.", "could not be substantiated", "open"),
    ("The ban applies only to new cars, Lund said.", "only", "scope"),
    ("The price is about three pounds.", "about", "approximator"),
    ("A ship believed to have sunk was found.", "believed to have", "evidential"),
    ("There is a risk that the dam will fail, Lund said.", "a risk that", "modal"),
    ("If not, the union will call a strike.", "If not", "condition"),
    ("If convicted, he faces ten years, Lund said.", "If convicted", "condition"),
    (
        "The sale is contingent on a vote, Lund said.",
        "contingent on a vote",
        "condition",
    ),
    (
        "The sale is subject to approval by the board, Lund said.",
        "subject to approval by the board",
        "condition",
    ),
    (
        "Only with the consent of both houses can the king leave.",
        "Only with the consent of both houses",
        "condition",
    ),
    (
        "It should be opened only when the others have failed, Lund said.",
        "only when the others have failed",
        "condition",
    ),
    ("Lund will not talk till that is done.", "till that is done", "condition"),
    ("In that case we will appeal, Lund said.", "In that case", "condition"),
    (
        "The ferry sails on Monday, captain and crew willing.",
        "captain and crew willing",
        "condition",
    ),
    ("Lund said the alleged theft was a matter for the police.", "alleged", "evidential"),
]
LEFT = [
    ("Castro last appeared in public on 8 January.", "appeared"),
    ("The man who appears in the clip is a student.", "appears"),
    ("That worries Lund most of all.", "most of"),
    ("I may as well tell them, Lund said.", "may"),
    ("Marriage is between one man and one woman, Lund said.", "between"),
    ("That adds up to 185,000 over two years, Lund said.", "over"),
    ("The Herald filmed her without her consent.", "without her consent"),
    ("She was paid £250 for it and given a box of toys.", "given a box"),
    ("Given today’s tragic events, the mood is low.", "Given today"),
    ("Her name had not been disclosed out of fear.", "disclosed out"),
    ("We are depending on the coroner to tell us, Lund said.", "depending on"),
    ("If nothing else, this is your elder, Lund said.", "If nothing else"),
    ("They lived there between 2010 and 2012.", "between"),
    ("The talks between two ministers and a clerk failed.", "between"),
    ("He got 332 votes, 62 more than the 270 needed.", "more than"),
    ("Under one proposal, both sides would agree not to drill.", "Under"),
    ("The loan is to be repaid over twelve years.", "over"),
    ("One day, we will see our animals again, Lund said.", "will see"),
    ("In a clip that is never discussed by either party, you can see him.", "never discussed"),
    ("I don't identify with what the man says, Lund said.", "don't identify"),
    ("Lund said it was not yet clear if the stone burned up.", "if the stone burned up"),
    ("A spokesman for Lund provided AOL News a link to a page.", "provided"),
    ("It has had an influence upon the party’s direction.", "upon the party’s direction"),
    ("Anyone suspecting otherwise does not know Lund.", "otherwise"),
    ("They closed it as quickly as possible.", "possible"),
    ("Their work made it possible for him to win.", "possible"),
    ("He hopes to have a chance to meet her.", "a chance"),
    ("The panel would be controlled by Republicans.", "would be"),
    ("A majority of likely voters, 56%, do not like him.", "likely"),
    ("Nothing may be demolished between April and October.", "may"),
    ("Under the Water Act, only the board may cancel a licence.", "may"),
    ("She has asked jurists whether she may dissolve parliament.", "may"),
    ("Lund said they care about two things.", "about"),
    ("The fair offer is on the table, Lund said.", "on the table"),
    ("Lund would not say if the council had met.", "if the council had met"),
    ("Lund, once asked which boats were hers, said no.", "once asked"),
    ("Lund said that it was late.", "late"),
    ("Lund said it was the most beautiful bridge.", "most"),
    ("The lift is up, Lund said.", "up"),
    ("The minister stopped short of the bridge.", "stopped short of"),
    ("Lund alleged that the boat was stolen.", "alleged"),
    ("Given their age, they would move, Lund said.", "Given their age"),
    ("Once the votes were counted, Lund left.", "Once the votes were counted"),
    ("As soon as the votes came in, the mood changed.", "As soon as"),
    ("If anything, the rules are too lax, Lund said.", "If anything"),
    ("Few, if any, of the boats are insured.", "if any"),
    ("They talk as if the war was over.", "if the war was over"),
    ("He lost hundreds, if not thousands, of votes.", "if not thousands"),
    ("Lund asked if it was true.", "if it was true"),
    ("It will not be long until shoppers can try it.", "until shoppers can try it"),
    ("The book is about three sisters.", "about"),
    ("Lund was around at 9 p.m.", "around"),
    ("It is not only a disgrace, Lund said.", "only"),
    ("It came in the early days of the war.", "early days"),
    ("Neither side has said a word.", "Neither side has said"),
    ("Once again the bill failed.", "Once again"),
    ("Firms subject to the tax must file in May, Lund said.", "subject to the tax"),
    ("Only after the war did he return.", "Only after the war"),
    ("Should she look to level him with a few punches?", "Should she look"),
    ("They are so worried that they are willing to stop it.", "that they are willing to stop it"),
    ("Regardless of her views, Lund passes over it.", "Regardless of her views"),
    ("Lund will sign it, whatever they show.", "whatever they show"),
    ("Lund asked what he should do.", "should do"),
    ("They will sail only by night, Lund said.", "only by night"),
    ("A mayor must act upon assuming office since it is a hard job, Lund said.", "assuming office"),
    ("She seeks an order barring Lund from repeating the claim.", "barring Lund"),
    ("They will come to their own decisions, if any, through debate, Lund said.", "if any"),
    ("Lund won the vote in Ansel, allowing Moe to lead the race.", "allowing Moe"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TAKEN)
def test_it_leaves_something_open(text: str, words: str, kind: str) -> None:
    told = {
        q.span.cut(text): q.kind.value for q in read(article(text), model=open_model()).qualifiers
    }
    assert told.get(words) == kind, told


@pytest.mark.parametrize(("text", "words"), LEFT)
def test_it_leaves_nothing_open(text: str, words: str) -> None:
    told = [q.span.cut(text) for q in read(article(text), model=open_model()).qualifiers]
    assert not any(words in one for one in told), told
