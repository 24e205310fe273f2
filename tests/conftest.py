"""What every test has: no way out of this machine, the same examples each time; and a browser.

HYPOTHESIS_PROFILE=search looks for new examples, many of them.
"""

import os
import shutil
import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

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


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium on this machine; tests that want one are skipped where there is none.

    With HEARSAY_REQUIRE_BROWSER=1, as in CI, they fail instead.
    """
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    if os.environ.get("HEARSAY_REQUIRE_BROWSER") == "1":
        pytest.fail("no Chromium here, and HEARSAY_REQUIRE_BROWSER=1")
    pytest.skip("no Chromium here (on Debian: apt-get install chromium)")
