"""What every test has: no way out of this machine, the same examples each time; and a browser.

HYPOTHESIS_PROFILE=search looks for new examples, many of them.
"""

import os
import shutil
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "search", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

LOOPBACK = ("127.", "::1", "localhost")


class WentOut(AssertionError):
    """A test reached for a machine other than this one."""


def _stays_here(sock: socket.socket, where: Any) -> None:
    if sock.family in (socket.AF_INET, socket.AF_INET6) and not str(where[0]).startswith(LOOPBACK):
        raise WentOut(f"a test reached for {where}")


@pytest.fixture(autouse=True)
def stays_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets that go to this machine alone, and names that are looked up nowhere else."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    sendto, look_up = socket.socket.sendto, socket.getaddrinfo

    def guarded_connect(self: socket.socket, where: Any) -> None:
        _stays_here(self, where)
        return connect(self, where)

    def guarded_connect_ex(self: socket.socket, where: Any) -> int:
        _stays_here(self, where)
        return connect_ex(self, where)

    def guarded_sendto(self: socket.socket, data: Any, *rest: Any) -> int:
        _stays_here(self, rest[-1])
        return sendto(self, data, *rest)

    def guarded_look_up(host: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and not str(name).startswith(LOOPBACK):
            raise WentOut(f"a test looked up {name}")
        return look_up(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket.socket, "sendto", guarded_sendto)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A Chromium without a head; tests that want it are skipped where none can be had.

    With HEARSAY_REQUIRE_BROWSER=1, as in CI, they fail instead.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most tests want no browser

    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        _without_browser("no Chromium here (on Debian: apt-get install chromium)")
    try:
        play = sync_playwright().start()
    except Exception:  # noqa: BLE001 - Playwright raises no other
        _without_browser("Playwright does not start (on Debian: apt-get install libatomic1)")
    opened = play.chromium.launch(executable_path=path, args=FLAGS)
    yield opened
    opened.close()
    play.stop()


def _without_browser(reason: str) -> NoReturn:
    if os.environ.get("HEARSAY_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{reason}, and HEARSAY_REQUIRE_BROWSER=1")
    pytest.skip(reason)
