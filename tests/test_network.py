"""The suite itself goes nowhere."""

import socket

import pytest

OUTSIDE = [("192.0.2.1", 80), ("198.51.100.7", 443), ("10.0.0.1", 80)]


@pytest.mark.parametrize("where", OUTSIDE)
def test_no_test_can_connect_to_another_machine(where: tuple[str, int]) -> None:
    with socket.socket() as sock, pytest.raises(AssertionError, match="reached for"):
        sock.connect(where)
    with socket.socket() as sock, pytest.raises(AssertionError, match="reached for"):
        sock.connect_ex(where)


def test_no_test_can_send_a_datagram_to_another_machine() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock,
        pytest.raises(AssertionError, match="reached for"),
    ):
        sock.sendto(b"", ("192.0.2.1", 53))


def test_no_test_can_look_up_a_name() -> None:
    with pytest.raises(AssertionError, match="looked up"):
        socket.getaddrinfo("example.org", 80)


def test_this_machine_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert client.getpeername() == server.getsockname()
