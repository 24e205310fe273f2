"""Encodings as pages really declare them."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import BadEncoding
from hearsay.page.encoding import Known, decode

NEWS = "“We won’t be moved,” said Zoë Müller – for now…"
RUSSIAN = "Президент сказал журналистам, что не поедет в Минск, и закрыл дверь за собой."


def page(head: str, words: str = NEWS) -> str:
    return f"<html><head>{head}<title>News</title></head><body><p>{words}</p></body></html>"


DECLARED = [
    # what declares it, the bytes' encoding, the name that the standard gives it
    ('<meta charset="utf-8">', "utf-8", "utf-8"),
    ("<meta charset=UTF8>", "utf-8", "utf-8"),
    ('<meta charset="windows-1252">', "cp1252", "windows-1252"),
    ('<meta charset="iso-8859-1">', "cp1252", "windows-1252"),
    ("<META CHARSET='ascii'>", "cp1252", "windows-1252"),
    ('<meta name="x"><meta charset = "latin1">', "cp1252", "windows-1252"),
    (
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
        "cp1252",
        "windows-1252",
    ),
    ('<meta charset="macintosh">', "mac-roman", "macintosh"),
]


@pytest.mark.parametrize(("head", "codec", "name"), DECLARED)
def test_a_page_is_read_as_it_declares(head: str, codec: str, name: str) -> None:
    text = page(head)
    found = decode(text.encode(codec))
    assert (found.text, found.encoding, found.known, found.remarks) == (
        text, name, Known.DECLARED, (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("label", "codec"),
    [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("iso-8859-5", "iso8859-5")],
)
def test_other_scripts_are_read_as_they_declare(label: str, codec: str) -> None:
    text = page(f'<meta charset="{label}">', RUSSIAN)
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("gb2312", "gbk", "记者：总统不会去。"),
        ("big5", "big5hkscs", "記者：總統不會去。"),
        ("shift_jis", "cp932", "大統領は行かないと述べた。"),
        ("euc-kr", "cp949", "대통령은 가지 않겠다고 말했다."),
        ("iso-2022-jp", "iso-2022-jp", "大統領は行かないと述べた。"),
    ],
)
def test_asian_labels_mean_what_browsers_take_them_to_mean(
    label: str, codec: str, words: str
) -> None:
    text = page(f"<meta charset={label}>", words)
    found = decode(text.encode(codec))
    assert (found.text, found.known) == (text, Known.DECLARED)


def test_an_xml_declaration_declares() -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?>' + page("")
    assert decode(text.encode("cp1252")).text == text


def test_the_transfer_goes_before_the_page() -> None:
    text = page('<meta charset="koi8-r">')
    found = decode(text.encode("cp1252"), "text/html; charset=ISO-8859-1")
    assert (found.text, found.encoding, found.remarks) == (text, "windows-1252", ())


def test_a_declaration_in_a_comment_declares_nothing() -> None:
    text = page('<!-- <meta charset="koi8-r"> --><meta charset="cp1251">', RUSSIAN)
    assert decode(text.encode("cp1251")).text == text


def test_a_declaration_far_down_declares_nothing() -> None:
    text = page(" " * 5000 + '<meta charset="koi8-r">')
    assert decode(text.encode()).encoding == "utf-8"


def test_a_text_declares_nothing_in_itself() -> None:
    text = f'They wrote <meta charset="koi8-r"> into the page. {NEWS}'
    found = decode(text.encode("cp1252"), marked_up=False)
    assert (found.text, found.known) == (text, Known.GUESSED)


@pytest.mark.parametrize("label", ["", "none", "utf-7", "hz-gb-2312", "ｕｔｆ-8", "x" * 999])
def test_a_label_that_means_nothing_is_no_label(label: str) -> None:
    text = page(f'<meta charset="{label}">')
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("bom", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_goes_before_everything_and_off(bom: bytes, codec: str) -> None:
    text = page('<meta charset="koi8-r">')
    found = decode(bom + text.encode(codec), "text/html; charset=koi8-r")
    assert (found.text, found.known, found.remarks) == (text, Known.MARKED, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_guessed_and_called_a_guess(codec: str) -> None:
    found = decode(NEWS.encode(codec))
    assert (found.text, found.known) == (NEWS, Known.GUESSED)
    assert any("guess" in remark for remark in found.remarks)


def test_utf16_that_says_it_is_something_else_is_read_as_what_it_is() -> None:
    text = page('<meta charset="utf-8">')
    found = decode(text.encode("utf-16-le"), "text/html; charset=utf-8")
    assert found.text == text
    assert found.remarks[0] == "The transfer says utf-8, but the bytes are utf-16le."


def test_a_page_that_calls_itself_utf16_in_ascii_is_utf8() -> None:
    text = page('<meta charset="utf-16">')
    assert decode(text.encode()).text == text


def test_a_transfer_that_says_utf16_of_utf8_is_not_believed() -> None:
    found = decode(b"<p>No, she said.</p>", "text/html; charset=utf-16")
    assert found.text == "<p>No, she said.</p>"
    assert "UTF-8" in found.remarks[0]


def test_utf8_that_says_it_is_windows_is_read_as_utf8_and_spoken_of() -> None:
    text = page('<meta charset="iso-8859-1">')
    found = decode(text.encode())
    assert (found.text, found.encoding, found.known) == (text, "utf-8", Known.PROVED)
    assert found.remarks == (
        "The page says windows-1252, but the bytes are UTF-8 and were read as that.",
    )


def test_windows_bytes_that_say_they_are_utf8_are_read_as_windows_and_spoken_of() -> None:
    text = page('<meta charset="utf-8">', NEWS * 3)
    found = decode(text.encode("cp1252"))
    assert (found.text, found.encoding, found.known) == (text, "windows-1252", Known.GUESSED)
    assert found.remarks[0].startswith("The page says utf-8, but the bytes are not that")


def test_a_few_broken_bytes_in_utf8_are_marked_and_counted() -> None:
    data = page('<meta charset="utf-8">', NEWS * 3).encode() + b"\xe2\x80"
    found = decode(data)
    assert found.text.endswith("</html>\ufffd")
    assert found.remarks == ("The page says utf-8; 1 character is not that and read as \ufffd.",)


def test_utf8_that_nobody_declares_proves_itself() -> None:
    found = decode(NEWS.encode())
    assert (found.text, found.encoding, found.known) == (NEWS, "utf-8", Known.PROVED)


def test_a_stray_nought_does_not_make_utf8_something_else() -> None:
    text = NEWS + "\x00" + NEWS
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(("words", "codec"), [(NEWS * 4, "cp1252"), (RUSSIAN * 4, "cp1251")])
def test_what_nobody_declares_is_guessed_and_called_a_guess(words: str, codec: str) -> None:
    found = decode(words.encode(codec))
    assert (found.text, found.known) == (words, Known.GUESSED)
    assert "is a guess" in found.remarks[0]


def test_a_mark_that_the_bytes_do_not_keep_to_is_refused() -> None:
    with pytest.raises(BadEncoding) as caught:
        decode(b"\xff\xfe" + b"\x00\xd8a\x00" * 20)
    assert caught.value.wrong == (
        "the byte-order mark says utf-16le, which 20 of its 40 characters are not"
    )


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(BadEncoding):
        decode(b"<html>\x81\x8d\x8f\x90\x9d\x81\x8d", "text/html; charset=utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff"), min_size=1))
def test_utf8_comes_back_character_for_character(text: str) -> None:
    assert decode(text.encode(), "text/plain; charset=utf-8").text == text


@given(st.text(st.characters(codec="cp1252", exclude_characters="\x00"), min_size=1))
def test_bytes_are_never_read_as_anything_but_what_they_may_be(text: str) -> None:
    data = b"No: " + text.encode("cp1252")  # so that it does not begin with a byte-order mark
    found = decode(data, "text/plain; charset=windows-1252")
    assert found.text in (data.decode("cp1252"), data.decode("utf-8", "replace"))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("“Yes,” Lund said. “No.”".encode()[:-1], "utf-8"),  # cut off within a mark
        ("“Yes,” Lund said.".encode() + b"\xe9", "utf-8"),  # one letter of another text
        ("“Yes,” Lund said at the café.".encode("cp1252"), "windows-1252"),
    ],
)
def test_a_few_wrong_bytes_make_no_other_encoding(data: bytes, encoding: str) -> None:
    found = decode(data, marked_up=False)
    assert (found.encoding, found.known, found.text[:6]) == (encoding, Known.GUESSED, "“Yes,”")
