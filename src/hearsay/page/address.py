"""Web addresses: what one says, and which machines hearsay visits.

A page is fetched because a person named its address, yet the name may stand for a machine inside that
person's own network, and so may each redirect. Only public addresses are visited unless allowed.
"""

import ipaddress
import re
from typing import TypeAlias
from urllib.parse import quote, urljoin, urlsplit

import msgspec

from hearsay.errors import Refused

IP: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_NOT_IN_A_URL = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_KEPT = "%/:@!$&'()*+,;=~-._"  # of a path, as RFC 3986 has it
_SHARED = ipaddress.ip_network("100.64.0.0/10")  # between a provider and its customers, RFC 6598
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # an IPv4 address in its last 32 bits, RFC 6052
_EXAMPLES = ipaddress.ip_network("3fff::/20")  # for documents, RFC 9637
_GIVEN_OUT = ipaddress.ip_network("2000::/3")  # all of IPv6 that is given out, RFC 4291


class Address(msgspec.Struct, frozen=True):
    """A web address, taken apart once: the parts that are checked are the parts that are used.

    Attributes:
        scheme: "http" or "https".
        host: the machine's name in ASCII, or its IP address, without brackets.
        port: as stated, or the scheme's own.
        target: path and query, percent-encoded.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port, as the Host header says them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """All of it, without a fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"


def is_address(argument: str) -> bool:
    """Whether an argument means a web address rather than a file: it has a scheme."""
    return _SCHEME.match(argument) is not None


def without_password(url: str) -> str:
    """The address as it may be shown: user and password left out."""
    return re.sub(r"(?<=//)[^/?#]*@", "…@", url, count=1)


def address(url: str) -> Address:
    """The parts of an address.

    Raises:
        Refused: it is no http or https address, or it has a user or a password in it.
    """
    if _NOT_IN_A_URL.search(url):
        raise Refused(
            "it holds white space or a character that no address has", "write it as %20 …"
        )
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        name = _ascii(host or "")
    except ValueError as error:
        raise Refused(f"it is no web address: {error}", "copy it anew from the browser") from error
    if parts.scheme not in _PORTS:
        raise Refused(f"{parts.scheme}:// is not read", "give an http or https address, or a file")
    if "@" in parts.netloc:
        raise Refused(
            "it has a user or a password in it, which hearsay sends to nobody",
            "save the page from the browser, and give the file",
        )
    if not name or port == 0:
        raise Refused("it names no machine", "give it as https://NAME/…")
    target = quote(parts.path, safe=_KEPT) or "/"
    if parts.query:
        target += "?" + quote(parts.query, safe=_KEPT + "?[]")
    return Address(parts.scheme, name, port or _PORTS[parts.scheme], target)


def led_on(at: Address, location: str) -> Address:
    """The address that a redirect names.

    Raises:
        Refused: it leads where hearsay does not go, or from https to http.
    """
    raw = location.encode("latin-1", "ignore")  # headers come as bytes; today's are UTF-8
    try:
        joined = urljoin(at.url, raw.decode("utf-8", "replace").strip().replace(" ", "%20"))
    except ValueError as error:
        raise Refused(f"it leads to no web address: {error}", "open it in the browser") from error
    to = address(joined)
    if at.scheme == "https" and to.scheme == "http":
        raise Refused(
            f"it leads from https to {to.url}, where anyone on the way could change the words",
            "give that address itself if you want it all the same",
        )
    return to


def is_public(ip: IP) -> bool:
    """Whether an address is one of the public internet's, whatever it is wrapped in."""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.scope_id:
            return False
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        return ip in _GIVEN_OUT and ip not in _EXAMPLES and ip.is_global and ip.teredo is None
    return (
        ip.is_global
        and not (ip.is_private or ip.is_loopback or ip.is_link_local)
        and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip in _SHARED)
    )


def _ascii(host: str) -> str:
    """The host as it goes over the wire."""
    name = host if host.isascii() else host.encode("idna").decode("ascii")
    return name.rstrip(".")
