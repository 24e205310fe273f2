"""Helping verbs, by what they say of a deed: that it will be, may be, can be, should be.

Every module that asks what helps a verb takes its words from here. Forms are those of a tree: in small letters, clitics
apart, with a straight apostrophe ("wo n't", "'ll").

Source: Palmer (2001), Mood and Modality; Huddleston & Pullum (2002), ch. 3, §9.
"""

WOULD = frozenset({"would", "'d"})
WILL = WOULD | {"will", "'ll", "wo", "shall", "sha"}
MIGHT = frozenset({"may", "might"})
MAY = MIGHT | {"could"}
COULD = MAY | {"can"}
FREE = frozenset({"may", "can"})
CANNOT = frozenset({"can", "ca", "could"})
DUTY = frozenset({"must", "should", "ought"})
MAYBE = COULD | WOULD | {"must", "should"}
"""Of a deed that is only thought of, or owed."""

TO_COME = MAYBE | WILL
"""Of a deed that has not been done."""
