"""Names: the IRIs under which readings, articles and findings stand in linked data.

A reading is `urn:uuid:…`, made from its content, so that the same reading has the same name everywhere, and a finding is that name with its
id. An article is its own address where the page states one, else the hash of its text (RFC 6920).
"""

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeAlias
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

import msgspec

from hearsay.reading.codec import encode
from hearsay.reading.reading import Reading
from hearsay.version import __version__

Readings: TypeAlias = Sequence[tuple[str, Reading]]
"""Readings, each with the name of its input, in their order."""

TERMS = "urn:hearsay:terms#"
"""What no standard has a word for: modes, acts and the like, named as in the JSON."""

SOFTWARE = f"urn:hearsay:version:{__version__}"
_KEPT = (
    "%/:=&?~#+!$,;'@()*[]"  # of an address; all else that is not a letter or a digit is written out
)


class Names(msgspec.Struct, frozen=True):
    """The names of one reading.

    Attributes:
        reading: its own.
        article: of its article.
    """

    reading: str
    article: str

    def of(self, finding: str) -> str:
        """The name of a finding, by its id."""
        return f"{self.reading}#{quote(finding, safe='-')}"

    def plain(self, finding: str) -> str:
        """The same in letters, digits and dashes."""
        return f"hearsay-{self.reading.removeprefix('urn:uuid:')}-{quote(finding, safe='-')}"


def names(reading: Reading) -> Names:
    """The names of a reading."""
    article = reading.article
    return Names(_uuid(encode(reading)), web(article.url) or hashed(article.text))


def together(these: Readings) -> str:
    """The name of several readings as one."""
    return _uuid("\n".join(names(reading).reading for _, reading in these).encode())


def hashed(text: str) -> str:
    """The name of a text, by its hash."""
    digest = urlsafe_b64encode(sha256(text.encode()).digest()).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def web(address: str | None) -> str | None:
    """An address as an IRI; None where it is none that one can go to."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(address or "", safe=_KEPT)


def _uuid(given: bytes) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, sha256(given).hexdigest())}"
