"""A page from the web: the only place where hearsay touches the network, and only for an address given.

The name is looked up once, every address that it stands for is checked, and the connection goes to
one that was checked: what the name says a moment later does not matter. Redirects go the same way
again. No cookies, no passwords, no proxy (docs/decisions/0010-one-careful-visit.md).
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, suppress
from http.client import HTTPException
from threading import Thread
from typing import TypeAlias

import certifi
import msgspec
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError
from urllib3.response import BaseHTTPResponse

from hearsay.errors import Failed, NotText, Refused
from hearsay.page.address import IP, Address, address, is_public, led_on
from hearsay.page.binary import SAVE
from hearsay.page.page import Page, open_page
from hearsay.page.source import MAX_BYTES, too_large
from hearsay.version import __version__

Resolve: TypeAlias = Callable[[str, int], tuple[str, ...]]
"""From a host and a port to the IP addresses that the name stands for."""

TIMEOUT = 20.0  # seconds for all of it: look-up, redirects, transfer
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
_PIECE = 1 << 16  # bytes a read
_TRIES = 3  # addresses of one name that are tried


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses that a name stands for, as this machine looks names up."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class Terms(msgspec.Struct, frozen=True):
    """On what terms a page is fetched.

    Attributes:
        allow_private: whether machines that are not on the public internet are visited too.
        timeout: seconds for all of it.
        max_bytes: of the page, unpacked.
        max_redirects: that are followed.
        certificates: a file of the authorities that are trusted.
        resolve: how names are looked up.
        is_public: which addresses are on the public internet.
    """

    allow_private: bool = False
    timeout: float = TIMEOUT
    max_bytes: int = MAX_BYTES
    max_redirects: int = 5
    certificates: str = msgspec.field(default_factory=certifi.where)
    resolve: Resolve = resolve
    is_public: Callable[[IP], bool] = is_public


def fetch(url: str, terms: Terms | None = None) -> Page:
    """The page at an address.

    Raises:
        Refused: hearsay does not go there.
        Failed: the transfer did not end well.
        Unreadable: what came is too large, empty or no text.
    """
    visit = _Visit(terms or Terms())
    done: Future[Page] = Future()
    # A thread of its own, since neither a look-up nor a server that sends a byte a second can be
    # held to a time otherwise.
    Thread(target=visit.run, args=(url, done), daemon=True).start()
    try:
        return done.result(visit.left())
    except TimeoutError as error:
        raise Failed(
            f"it was not there after {visit.terms.timeout:g} seconds",
            "try again later, or allow it more with --timeout",
        ) from error
    finally:
        visit.stop()


class _Visit:
    """One page on its way here."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._until = time.monotonic() + terms.timeout
        self._socket: socket.socket | None = None

    def left(self) -> float:
        """The seconds that are left; never none, since none would mean for ever."""
        return max(0.001, self._until - time.monotonic())

    def stop(self) -> None:
        """Break off what may still be under way."""
        open_now = self._socket
        if open_now is not None:
            with suppress(OSError):  # not the TLS socket's own method, which would let reads go on
                socket.socket.shutdown(open_now, socket.SHUT_RDWR)

    def run(self, url: str, done: Future[Page]) -> None:
        """The page, or the error, put where it is waited for."""
        try:
            page = self._page(url)
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            self._hang_up()
            done.set_exception(error)
        else:
            self._hang_up()
            done.set_result(page)

    def _page(self, url: str) -> Page:
        at = address(url)
        for _ in range(self.terms.max_redirects + 1):
            with closing(self._answer(at)) as answer:
                if answer.status in _REDIRECTS and (location := answer.headers.get("Location")):
                    at = led_on(at, location)
                    continue
                kind = self._checked(answer)
                data = b"".join(self._pieces(answer))
            page = open_page(data, url, url=at.url, content_type=kind)
            if at.host == address(url).host:
                return page
            moved = f"The address led on to {at.url}."
            return msgspec.structs.replace(page, remarks=(moved, *page.remarks))
        raise Failed(
            f"it leads on more than {self.terms.max_redirects} times, and perhaps in a circle",
            "open it in the browser, and give the address where it ends",
        )

    def _answer(self, at: Address) -> BaseHTTPResponse:
        """The answer of the first of the machine's addresses that takes a connection."""
        last: Exception | None = None
        for ip in self._checked_addresses(at):
            try:
                return self._asked(at, ip)
            except (HTTPError, HTTPException, OSError, ValueError) as error:
                last = error
        raise Failed(f"{at.host} {_why(last)}", "look at the address, or try again later") from last

    def _checked_addresses(self, at: Address) -> tuple[str, ...]:
        try:
            found = self.terms.resolve(at.host, at.port)
        except (OSError, UnicodeError) as error:
            raise Failed(
                f"no machine of the name {at.host} was found",
                "look at the address, and whether there is a network",
            ) from error
        wrong = [ip for ip in found if not self.terms.is_public(ipaddress.ip_address(ip))]
        if wrong and not self.terms.allow_private:
            which = at.host if wrong[0] == at.host else f"{at.host} stands for {wrong[0]}, which"
            raise Refused(
                f"{which} is not on the public internet",
                "give --allow-private if it is a machine that you mean to visit",
            )
        return found[:_TRIES]

    def _asked(self, at: Address, ip: str) -> BaseHTTPResponse:
        self._hang_up()
        connection = self._connected(at, ip)
        try:
            connection.connect()
        except BaseException:
            connection.close()
            raise
        self._socket = connection.sock
        connection.request(
            "GET",
            at.target,
            headers={
                "Host": at.authority,
                "User-Agent": f"hearsay/{__version__} (reads this one page for one person)",
                "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
                "Accept-Encoding": "gzip, deflate",
                "Connection": "close",
            },
            preload_content=False,
        )
        return connection.getresponse()

    def _hang_up(self) -> None:
        """Close the connection that is open, if one is."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _connected(self, at: Address, ip: str) -> HTTPConnection:
        """A connection to the checked address; with https, only to one who proves the name."""
        if at.scheme == "http":
            return HTTPConnection(ip, at.port, timeout=self.left())
        return HTTPSConnection(
            ip,
            at.port,
            timeout=self.left(),
            cert_reqs=ssl.CERT_REQUIRED,
            ca_certs=self.terms.certificates,
            server_hostname=at.host,
        )

    def _checked(self, answer: BaseHTTPResponse) -> str | None:
        """The answer's content type, of an answer that is a page."""
        if answer.status != 200:  # noqa: PLR2004 - HTTP's own number
            raise Failed(
                f"the server answers {answer.status} {answer.reason or ''}".rstrip(),
                "open it in the browser, save the page, and give the file",
            )
        stated = answer.headers.get("Content-Type")
        kind = (stated or "").split(";")[0].strip().lower()
        if kind and kind not in _KINDS:
            raise NotText(f"it is {kind}, not a page", SAVE)
        packed = answer.headers.get("Content-Encoding", "").strip().lower()
        if packed not in _ENCODINGS:
            raise Failed(f"it comes packed as {packed}, which was not asked for", SAVE)
        length = answer.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > self.terms.max_bytes:
            raise too_large(self.terms.max_bytes)
        return stated

    def _pieces(self, answer: BaseHTTPResponse) -> Iterator[bytes]:
        """The page, unpacked, piece by piece: a small parcel may hold a huge page."""
        size = 0
        try:
            for piece in answer.stream(_PIECE, decode_content=True):
                size += len(piece)
                if size > self.terms.max_bytes:
                    raise too_large(self.terms.max_bytes)
                yield piece
        except (HTTPError, HTTPException, OSError) as error:
            raise Failed(f"the transfer broke off: it {_why(error)}", "try again") from error


def _why(error: Exception | None) -> str:
    """What went wrong between two machines, in words."""
    match error:
        case None:
            return "has no address"
        case IncompleteRead():
            return "ended before its stated end"
        case ssl.SSLCertVerificationError():
            return f"has no valid certificate ({error.verify_message})"
        case ConnectionRefusedError():
            return "takes no connection"
        case TimeoutError():
            return "took too long"
        case _:
            pass
    inner = error.__cause__ or (error.args[-1] if isinstance(error, ProtocolError) else None)
    if isinstance(inner, Exception) and inner is not error:
        return _why(inner)
    return f"did not answer as a web server does ({error})"
