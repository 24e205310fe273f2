"""By rule: what the rules for quotations find, as statements."""

from hearsay.reader.passes.quotes import Said
from hearsay.reader.rules import RULES
from hearsay.reader.statement import Statement
from hearsay.reading.attribution import Mode
from hearsay.reading.ground import Ground


def ruled(said: Said) -> Statement:
    """An attribution that the rules have found."""
    beside = said.beside
    because = tuple(sorted({beside.source, beside.cue})) if beside else ()
    rule = RULES[said.rule]
    return Statement(
        source=beside.source if beside else None,
        cue=beside.cue if beside else None,
        content=said.content,
        mode=Mode.MIXED if said.mixed else Mode.DIRECT,
        confidence=rule.confidence,
        ground=Ground(f"rule:{said.rule}", because, rule.reason),
        entry=beside.entry if beside else None,
        explicit=not said.carried,
    )
