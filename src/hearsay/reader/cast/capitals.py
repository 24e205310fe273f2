"""Common: words that have a capital because a sentence begins with them, and are no names.

The network takes "Islanders" that opens a sentence for a name now and then. What the rest of the article writes small,
"the islanders", and what goes on as only a noun for several does, "Islanders who …", is none.
"""

from collections.abc import Iterator

import msgspec

from hearsay.language.lexicon import Lexicon
from hearsay.reader.cast.seen import Seen

PLURALS = ("s", "men", "women", "people", "folk")


def with_common(text: str, seen: Seen, lexicon: Lexicon) -> Seen:
    """What the network knows, with the words that open a sentence and are no names among the common ones."""
    found = frozenset(seen.words[at].span for at in _common(text, seen, lexicon))
    return msgspec.structs.replace(seen, common=seen.common | found)


def _common(text: str, seen: Seen, lexicon: Lexicon) -> Iterator[int]:
    words = [word.span.cut(text) for word in seen.words]
    small = {
        form
        for form, word in zip(words, seen.words, strict=True)
        if word.upos == "NOUN" and form.islower()
    }
    for at, form in enumerate(words):
        if not _opens(words, seen, at) or not form[:1].isupper() or form.isupper():
            continue
        after = words[at + 1] if at + 1 < len(words) else ""
        if after[:1].isupper():
            continue
        low = form.lower()
        many = low.endswith(PLURALS) and not low.endswith(("ss", "us", "is"))
        noun = lexicon.nouns.get(low)
        unnamed = noun is not None and noun.kind in ("group", "document")
        if low in small or unnamed or (many and after == "who"):
            yield at


def _opens(words: list[str], seen: Seen, at: int) -> bool:
    """Whether a word is the first of its sentence, quotation marks left out."""
    while at > 0 and seen.words[at - 1].sentence == seen.words[at].sentence:
        at -= 1
        if any(c.isalnum() for c in words[at]):
            return False
    return True
