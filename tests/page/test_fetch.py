"""Fetching, from real servers on this machine."""

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
import pytest

from hearsay.errors import BadEncoding, Empty, Error, Failed, NotText, Refused, TooLarge
from hearsay.page.fetch import Terms, fetch
from hearsay.page.page import Form

CERTIFICATES = Path(__file__).parent / "certificates"
PAGE = "<html><head><title>News</title></head><body><p>“No,” she said.</p></body></html>"
HERE = Terms(allow_private=True, timeout=10)
BRIEF = msgspec.structs.replace(HERE, timeout=0.5)

Answer = Callable[[socket.socket, str], None]


class Server:
    """One that answers with what it is told to, and remembers what it was asked."""

    def __init__(self, answer: Answer, host: str, context: ssl.SSLContext | None) -> None:
        self._answer = answer
        self._context = context
        self._listening = socket.create_server((host, 0))
        self.port = int(self._listening.getsockname()[1])
        self.host = host
        self.asked: list[str] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://{self.host}:{self.port}"

    def _serve(self) -> None:
        self._listening.settimeout(0.02)
        while not self._over.is_set():
            try:
                client, _ = self._listening.accept()
            except TimeoutError:
                continue
            client.settimeout(5)
            thread = threading.Thread(target=self._talk, args=(client,))
            self._threads.append(thread)
            thread.start()
        self._listening.close()

    def _talk(self, client: socket.socket) -> None:
        with suppress(OSError), client:
            if self._context is None:
                self._reply(client)
                return
            with self._context.wrap_socket(client, server_side=True) as secure:
                self._reply(secure)

    def _reply(self, client: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            if not (piece := client.recv(4096)):
                return
            request += piece
        self.asked.append(request.decode())
        self._answer(client, request.split()[1].decode())

    def stop(self) -> None:
        """Let it come to its end."""
        self._over.set()
        for thread in self._threads:
            thread.join(10)


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Starts servers; all of them end with the test."""
    servers: list[Server] = []

    def start(
        answer: Answer, host: str = "127.0.0.1", context: ssl.SSLContext | None = None
    ) -> Server:
        servers.append(Server(answer, host, context))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


def reply(
    body: bytes,
    *headers: str,
    status: str = "200 OK",
    kind: str | None = "text/html; charset=utf-8",
) -> Answer:
    """Answers every request alike."""

    def answer(client: socket.socket, _target: str) -> None:
        lines = [f"HTTP/1.1 {status}", *headers]
        if kind is not None:
            lines.append(f"Content-Type: {kind}")
        if not any(line.startswith(("Content-Length", "Transfer")) for line in headers):
            lines.append(f"Content-Length: {len(body)}")
        client.sendall("\r\n".join([*lines, "", ""]).encode() + body)

    return answer


def redirects(to: Callable[[str], str], status: int = 302) -> Answer:
    def answer(client: socket.socket, target: str) -> None:
        client.sendall(
            f"HTTP/1.1 {status} Found\r\nLocation: {to(target)}\r\nContent-Length: 0\r\n\r\n".encode()
        )

    return answer


@contextmanager
def refused(kind: type[Error], words: str) -> Iterator[None]:
    with pytest.raises(kind) as caught:
        yield
    assert words in str(caught.value)


def test_a_page_is_fetched(serve: Callable[..., Server]) -> None:
    server = serve(reply(PAGE.encode()))
    page = fetch(f"{server.url}/a?b=c#d", HERE)
    assert (page.text, page.form, page.remarks) == (PAGE, Form.HTML, ())
    assert (page.name, page.url) == (f"{server.url}/a?b=c#d", f"{server.url}/a?b=c")


def test_what_is_sent_is_little_and_says_who_asks(serve: Callable[..., Server]) -> None:
    server = serve(reply(PAGE.encode()))
    fetch(f"{server.url}/a", HERE)
    lines = server.asked[0].strip().split("\r\n")
    names = {line.split(":")[0] for line in lines[1:]}
    assert lines[0] == "GET /a HTTP/1.1"
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert any(line.startswith("User-Agent: hearsay/") for line in lines)


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("text/html", Form.HTML),
        ("application/xhtml+xml", Form.HTML),
        ("text/plain; charset=utf-8", Form.PLAIN),
        (None, Form.HTML),
    ],
)
def test_pages_and_texts_are_taken(
    kind: str | None, form: Form, serve: Callable[..., Server]
) -> None:
    body = "“No,” she said." if form is Form.PLAIN else PAGE
    assert fetch(serve(reply(body.encode(), kind=kind)).url, HERE).form is form


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", "video/mp4"])
def test_other_kinds_are_refused(kind: str, serve: Callable[..., Server]) -> None:
    with refused(NotText, f"it is {kind}, not a page"):
        fetch(serve(reply(PAGE.encode(), kind=kind)).url, HERE)


def test_a_pdf_that_calls_itself_a_page_is_refused(serve: Callable[..., Server]) -> None:
    with refused(NotText, "it is a PDF file"):
        fetch(serve(reply(b"%PDF-1.7\n")).url, HERE)


def test_the_charset_of_the_transfer_counts(serve: Callable[..., Server]) -> None:
    server = serve(reply(PAGE.encode("cp1252"), kind="text/html; charset=ISO-8859-1"))
    assert fetch(server.url, HERE).text == PAGE


@pytest.mark.parametrize(
    ("packed", "how"),
    [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (gzip.compress, "x-gzip")],
)
def test_packed_pages_are_unpacked(
    packed: Callable[[bytes], bytes], how: str, serve: Callable[..., Server]
) -> None:
    server = serve(reply(packed(PAGE.encode()), f"Content-Encoding: {how}"))
    assert fetch(server.url, HERE).text == PAGE


def test_a_way_of_packing_that_was_not_asked_for_is_refused(serve: Callable[..., Server]) -> None:
    with refused(Failed, "packed as br"):
        fetch(serve(reply(PAGE.encode(), "Content-Encoding: br")).url, HERE)


def test_what_says_it_is_packed_and_is_not_fails(serve: Callable[..., Server]) -> None:
    with refused(Failed, "the transfer broke off"):
        fetch(serve(reply(PAGE.encode(), "Content-Encoding: gzip")).url, HERE)


def test_a_page_in_chunks_is_put_together(serve: Callable[..., Server]) -> None:
    body = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (b"<p>One.", b"<p>Two."))
    server = serve(reply(body + b"0\r\n\r\n", "Transfer-Encoding: chunked"))
    assert fetch(server.url, HERE).text == "<p>One.<p>Two."


@pytest.mark.parametrize(
    "status", ["404 Not Found", "403 Forbidden", "500 Oh", "204 No Content", "418"]
)
def test_another_status_than_200_is_said(status: str, serve: Callable[..., Server]) -> None:
    with refused(Failed, f"the server answers {status}"):
        fetch(serve(reply(b"", status=status)).url, HERE)


def test_an_empty_page_is_empty(serve: Callable[..., Server]) -> None:
    with pytest.raises(Empty):
        fetch(serve(reply(b"")).url, HERE)


def test_too_much_is_refused_before_it_comes(serve: Callable[..., Server]) -> None:
    with refused(TooLarge, "larger than 20 MB"):
        fetch(serve(reply(b"<p>", "Content-Length: 50000000")).url, HERE)


def test_too_much_that_does_not_say_so_is_refused_on_its_way(serve: Callable[..., Server]) -> None:
    sent: list[int] = []

    def answer(client: socket.socket, _target: str) -> None:
        client.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(3000):
            client.sendall(b"<p>No</p>" * 1000)
            sent.append(9000)

    with pytest.raises(TooLarge):
        fetch(serve(answer).url, msgspec.structs.replace(HERE, max_bytes=100_000))
    assert sum(sent) < 27_000_000


def test_a_small_parcel_with_a_huge_page_is_refused(serve: Callable[..., Server]) -> None:
    bomb = gzip.compress(b"<p>" + bytes(50_000_000))
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge):
        fetch(serve(reply(bomb, "Content-Encoding: gzip")).url, HERE)


def test_a_transfer_that_is_cut_fails(serve: Callable[..., Server]) -> None:
    with refused(Failed, "the transfer broke off: it ended before its stated end"):
        fetch(serve(reply(PAGE.encode(), "Content-Length: 5000")).url, HERE)


def test_a_chunked_transfer_that_is_cut_fails(serve: Callable[..., Server]) -> None:
    with refused(Failed, "the transfer broke off"):
        fetch(serve(reply(b"5\r\n<p>No\r\n", "Transfer-Encoding: chunked")).url, HERE)


@pytest.mark.parametrize("rubbish", [b"", b"SSH-2.0-x\r\n", b"\x00" * 100, b"HTTP/1.1 abc\r\n\r\n"])
def test_what_is_no_web_server_fails(rubbish: bytes, serve: Callable[..., Server]) -> None:
    with pytest.raises(Failed):
        fetch(serve(lambda client, _: client.sendall(rubbish)).url, HERE)


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nX-", b"HTTP/1.1 200 OK\r\n\r\n<p>"])
def test_a_server_that_takes_its_time_is_left(start: bytes, serve: Callable[..., Server]) -> None:
    def answer(client: socket.socket, _target: str) -> None:
        client.sendall(start)
        for _ in range(100):  # a byte at a time: each read comes back before its own time-out
            time.sleep(0.05)
            client.sendall(b"a")

    with pytest.raises(Failed):
        fetch(serve(answer).url, BRIEF)


def test_a_look_up_that_takes_its_time_is_left() -> None:
    hanging = threading.Event()

    def resolve(_: str, __: int) -> tuple[str, ...]:
        hanging.wait(5)
        return ("127.0.0.1",)

    with refused(Failed, "was not there after 0.5 seconds"):
        fetch("http://news.test/", msgspec.structs.replace(BRIEF, resolve=resolve))
    hanging.set()


def test_nobody_at_home_fails() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with refused(Failed, "127.0.0.1 takes no connection"):
        fetch(f"http://127.0.0.1:{port}/", HERE)


def test_a_name_that_nobody_has_fails() -> None:
    def resolve(_: str, __: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with refused(
        Failed, "no machine of the name news.test was found; look at the address, and whether"
    ):
        fetch("http://news.test/", msgspec.structs.replace(HERE, resolve=resolve))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int, serve: Callable[..., Server]) -> None:
    def answer(client: socket.socket, target: str) -> None:
        first = target == "/"
        (redirects(lambda _: "/b", status) if first else reply(PAGE.encode()))(client, target)

    server = serve(answer)
    page = fetch(server.url, HERE)
    assert (page.text, page.url, page.name) == (PAGE, f"{server.url}/b", server.url)


def test_a_redirect_to_another_machine_is_spoken_of(serve: Callable[..., Server]) -> None:
    there = serve(reply(PAGE.encode()), "127.0.0.2")
    here = serve(redirects(lambda _: f"{there.url}/b"))
    assert fetch(here.url, HERE).remarks == (f"The address led on to {there.url}/b.",)


def test_five_redirects_are_enough(serve: Callable[..., Server]) -> None:
    def answer(client: socket.socket, target: str) -> None:
        number = int(target[1:] or 0)
        (reply(PAGE.encode()) if number == 5 else redirects(lambda _: f"/{number + 1}"))(
            client, target
        )

    assert fetch(serve(answer).url, HERE).text == PAGE


def test_redirects_in_a_circle_end(serve: Callable[..., Server]) -> None:
    server = serve(redirects(lambda _: "/again"))
    with refused(Failed, "it leads on more than 5 times"):
        fetch(server.url, HERE)
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    "to",
    [
        "ftp://news.test/",
        "file:///etc/hostname",
        "http://a:b@127.0.0.1/",
        "http://[",
        "javascript:1",
    ],
)
def test_a_redirect_that_leads_off_the_web_is_refused(
    to: str, serve: Callable[..., Server]
) -> None:
    with pytest.raises(Refused):
        fetch(serve(redirects(lambda _: to)).url, HERE)


def test_a_redirect_without_a_place_fails(serve: Callable[..., Server]) -> None:
    with refused(Failed, "the server answers 302"):
        fetch(serve(reply(b"", status="302 Found")).url, HERE)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://127.1/",
        "http://2130706433/", "http://0x7f000001/", "http://0/",
    ],
)  # fmt: skip
def test_private_machines_are_refused(url: str) -> None:
    def resolve(host: str, _: int) -> tuple[str, ...]:
        if ":" in host:
            return (host,)
        return (
            ("127.0.0.1",) if host == "localhost" else (socket.inet_ntoa(socket.inet_aton(host)),)
        )

    with refused(Refused, "not on the public internet"):
        fetch(url, Terms(resolve=resolve))


def test_one_private_address_of_a_name_is_enough_to_refuse_it() -> None:
    def resolve(_: str, __: int) -> tuple[str, ...]:
        return ("93.184.215.14", "10.0.0.1")

    with refused(Refused, "news.test stands for 10.0.0.1, which is not on the public internet"):
        fetch("https://news.test/", Terms(resolve=resolve))


def test_a_redirect_to_a_private_machine_is_refused(serve: Callable[..., Server]) -> None:
    """The first machine counts as public here, since a test reaches no other."""
    server = serve(redirects(lambda _: "http://inside.test/secret"))
    visits: list[str] = []

    def resolve(host: str, _: int) -> tuple[str, ...]:
        visits.append(host)
        return ("10.0.0.1",) if host == "inside.test" else ("127.0.0.1",)

    terms = Terms(resolve=resolve, is_public=lambda ip: str(ip) == "127.0.0.1")
    with refused(Refused, "inside.test stands for 10.0.0.1"):
        fetch(f"http://news.test:{server.port}/", terms)
    assert visits == ["news.test", "inside.test"]


def test_the_connection_goes_to_the_address_that_was_checked(serve: Callable[..., Server]) -> None:
    """A name that stands for something else a moment later is not asked again."""
    server = serve(reply(PAGE.encode()))
    answers = iter([("127.0.0.1",), ("127.0.0.2",)])
    terms = msgspec.structs.replace(HERE, resolve=lambda *_: next(answers))
    assert fetch(f"http://news.test:{server.port}/", terms).text == PAGE
    assert f"Host: news.test:{server.port}" in server.asked[0]
    assert next(answers) == ("127.0.0.2",)


def test_the_next_address_is_tried_where_one_takes_no_connection(
    serve: Callable[..., Server],
) -> None:
    server = serve(reply(PAGE.encode()))
    terms = msgspec.structs.replace(HERE, resolve=lambda *_: ("127.0.0.9", "127.0.0.1"))
    assert fetch(f"http://news.test:{server.port}/", terms).text == PAGE


def secured() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "news.test.pem", CERTIFICATES / "news.test.key")
    return context


SECURE = msgspec.structs.replace(
    HERE, certificates=str(CERTIFICATES / "news.test.pem"), resolve=lambda *_: ("127.0.0.1",)
)


def test_a_secure_page_is_fetched_from_the_one_who_proves_the_name(
    serve: Callable[..., Server],
) -> None:
    server = serve(reply(PAGE.encode()), context=secured())
    assert fetch(f"https://news.test:{server.port}/", SECURE).text == PAGE


def test_one_who_cannot_prove_the_name_is_not_asked(serve: Callable[..., Server]) -> None:
    server = serve(reply(PAGE.encode()), context=secured())
    with refused(Failed, "other.test has no valid certificate"):
        fetch(f"https://other.test:{server.port}/", SECURE)
    assert server.asked == []


def test_a_certificate_of_nobody_known_is_not_believed(serve: Callable[..., Server]) -> None:
    server = serve(reply(PAGE.encode()), context=secured())
    terms = msgspec.structs.replace(HERE, resolve=lambda *_: ("127.0.0.1",))
    with refused(Failed, "no valid certificate"):
        fetch(f"https://news.test:{server.port}/", terms)


def test_a_redirect_from_https_to_http_is_refused(serve: Callable[..., Server]) -> None:
    plain = serve(reply(PAGE.encode()))
    server = serve(redirects(lambda _: f"{plain.url}/"), context=secured())
    with refused(Refused, "it leads from https to http://"):
        fetch(f"https://news.test:{server.port}/", SECURE)
    assert plain.asked == []


def test_bytes_of_no_encoding_are_refused(serve: Callable[..., Server]) -> None:
    with pytest.raises(BadEncoding):
        fetch(serve(reply(b"<html>\x81\x8d\x8f\x90\x9d\x81\x8d")).url, HERE)


def test_no_proxy_of_the_environment_is_used(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy, server = serve(reply(b"proxy")), serve(reply(PAGE.encode()))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    assert fetch(server.url, HERE).text == PAGE
    assert proxy.asked == []
