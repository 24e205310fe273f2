"""Labels: the closed sets that the heads of the network choose from, in the order of their outputs.

A set is a contract between weights and code: weights that were trained for another one are refused
(`hearsay.model.card`). To add a label is to train anew.
"""

from itertools import product

ROLES = ("source", "cue", "content")
"""Parts of an attribution (Pareti 2012; PolNeAR)."""

TAGS = ("O", *(f"{place}-{role}" for role, place in product(ROLES, "BIES")))
"""What a word is in a span of a role: its first, one inside, its last, its only word; or in none."""

UPOS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM"),
    *("PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"),
)
"""Universal parts of speech. Source: https://universaldependencies.org/u/pos/"""

RELATIONS = (
    *("acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass"),
    *("case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj"),
    *("csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl"),
    *("fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss"),
    *("nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent"),
    *("obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"),
)
"""Relations of English in Universal Dependencies 2.16. Source: https://universaldependencies.org/en/dep/"""

ENTITIES = (
    *("none", "abstract", "animal", "event", "object", "organization"),
    *("person", "place", "plant", "substance", "time"),
)
"""What the phrase names whose head the word is; none where it heads no mention.

Source: GUM, https://wiki.gucorpling.org/gum/entities
"""

LABELS = {"role": TAGS, "upos": UPOS, "relation": RELATIONS, "entity": ENTITIES}
"""Every head's labels, as the card of the weights states them."""
