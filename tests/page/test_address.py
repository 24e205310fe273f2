"""Which machines hearsay visits."""

import ipaddress

import pytest

from hearsay.errors import Refused
from hearsay.page.address import address, is_address, is_public, led_on, without_password

NOT_PUBLIC = [
    "0.0.0.0", "0.1.2.3",  # noqa: S104 - nothing is bound to it
    "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255",
    "127.0.0.1", "127.8.9.10", "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
    "192.0.0.1", "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
    "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1",
    "2001:db8::1", "100::1", "64:ff9b:1::1", "3fff::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0.0.0.0",
    "::127.0.0.1", "::10.0.0.1",
    "64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::169.254.169.254",
    "2002:7f00:1::", "2002:0a00:0001::1", "2002:c0a8:0101::",
    "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
]  # fmt: skip
PUBLIC = ["1.1.1.1", "8.8.8.8", "93.184.215.14", "172.32.0.1", "192.167.255.255", "100.128.0.1",
          "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
          "2002:808:808::1"]  # fmt: skip


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_what_is_not_public_is_known(ip: str) -> None:
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", PUBLIC)
def test_what_is_public_is_known(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize(
    ("url", "authority", "target"),
    [
        ("http://news.test", "news.test", "/"),
        ("HTTPS://News.Test:443/a b".replace(" ", "%20"), "news.test", "/a%20b"),
        ("https://news.test:8443/a?b=c&d=é#e", "news.test:8443", "/a?b=c&d=%C3%A9"),
        ("https://news.test./ä", "news.test", "/%C3%A4"),
        ("https://müller.test/", "xn--mller-kva.test", "/"),
        ("http://[2606:4700::1111]:8080/", "[2606:4700::1111]:8080", "/"),
        ("http://news.test?q", "news.test", "/?q"),
    ],
)
def test_an_address_is_taken_apart_once(url: str, authority: str, target: str) -> None:
    at = address(url)
    assert (at.authority, at.target) == (authority, target)
    assert address(at.url) == at


REFUSED = [
    ("ftp://news.test/", "ftp:// is not read"),
    ("file:///etc/hostname", "file:// is not read"),
    ("gopher://news.test/", "gopher:// is not read"),
    ("https://ann:secret@news.test/", "it has a user or a password in it"),
    ("https://ann@news.test/", "it has a user or a password in it"),
    ("https://news.test:80@10.0.0.1/", "it has a user or a password in it"),
    ("https:///path", "it names no machine"),
    ("https://:80/", "it names no machine"),
    ("https://news.test:0/", "it names no machine"),
    ("https://news.test:99999/", "it is no web address"),
    ("https://news.test:x/", "it is no web address"),
    ("https://[::1/", "it is no web address"),
    ("https://news.test/a b", "it holds white space"),
    ("https://news.test\\@10.0.0.1/", "it holds white space or a character that no address has"),
    ("https://news.test/\r\nHost: x", "it holds white space"),
    ("https://" + "é" * 80 + ".test/", "it is no web address"),
]


@pytest.mark.parametrize(("url", "wrong"), REFUSED)
def test_what_is_no_address_to_visit_is_refused(url: str, wrong: str) -> None:
    with pytest.raises(Refused) as caught:
        address(url)
    assert caught.value.wrong.startswith(wrong)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "http://news.test/b"),
        ("b?c", "http://news.test/a/b?c"),
        ("//other.test/", "http://other.test/"),
        ("https://news.test/", "https://news.test/"),
        ("/caf\xc3\xa9", "http://news.test/caf%C3%A9"),
        ("/a b", "http://news.test/a%20b"),
        ("", "http://news.test/a/"),
    ],
)
def test_a_redirect_leads_on(location: str, url: str) -> None:
    assert led_on(address("http://news.test/a/"), location).url == url


@pytest.mark.parametrize(
    "location", ["ftp://x/", "file:///etc/passwd", "https://a:b@c/", "http://["]
)
def test_a_redirect_may_not_lead_everywhere(location: str) -> None:
    with pytest.raises(Refused):
        led_on(address("http://news.test/"), location)


def test_a_redirect_may_not_leave_https() -> None:
    with pytest.raises(Refused, match=r"from https to http://news\.test/"):
        led_on(address("https://news.test/"), "http://news.test/")


@pytest.mark.parametrize(
    ("argument", "says"),
    [("https://a", True), ("file:///a", True), ("a.html", False), ("C:\\a", False), ("-", False)],
)
def test_an_argument_with_a_scheme_is_an_address(argument: str, says: bool) -> None:  # noqa: FBT001
    assert is_address(argument) is says


def test_a_password_is_not_shown() -> None:
    assert without_password("https://ann:secret@news.test/a@b") == "https://…@news.test/a@b"
    assert without_password("https://news.test/a@b") == "https://news.test/a@b"
