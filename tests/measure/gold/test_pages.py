"""Labels are read, checked and taken off without a trace."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from hearsay.errors import BadGold
from hearsay.measure.gold.pages import load, page, text
from hearsay.page.page import Form
from hearsay.text.article import Dated, Role

LABEL = re.compile(rb"data-gold|<!--gold:|gold-meta")
GOLD = Path(__file__).parents[3] / "gold" / "page"
META = b'<!--gold-meta {"design": "plain", "title": "Ferry late"}-->\n'
LINE_META = b'#gold-meta {"design": "crawl"}\n'


def segments(body: str) -> list[tuple[str, str]]:
    found = page("p", META + b"<html><body>" + body.encode() + b"</body></html>").segments
    return [(segment.words, segment.role.value) for segment in found]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('<p data-gold="paragraph">One.</p>', [("One.", "paragraph")]),
        (
            '<div data-gold="paragraph"><p>One.</p><p>Two.</p></div>',
            [("One.", "paragraph"), ("Two.", "paragraph")],
        ),
        (
            '<p data-gold="paragraph">“No,” <b>she</b> <i>said</i>.</p>',
            [("“No,” she said.", "paragraph")],
        ),
        ('<p data-gold="paragraph"><span>T</span>he ferry</p>', [("The ferry", "paragraph")]),
        (
            '<p data-gold="byline">By Ann <span data-gold="other">2 min</span> Lee</p>',
            [("By Ann", "byline"), ("2 min", "other"), ("Lee", "byline")],
        ),
        (
            "<div><!--gold:paragraph-->One<br> two.<br/>\n<br>Three.<!--gold:share-->Share</div>",
            [("One two.", "paragraph"), ("Three.", "paragraph"), ("Share", "share")],
        ),
        (
            "<div><!--gold:paragraph-->One <b>two</b> <i data-gold=credit>Me</i> three</div>",
            [("One two", "paragraph"), ("Me", "credit"), ("three", "paragraph")],
        ),
        (
            "<div data-gold='list'><div><!--gold:quote-->A</div>B</div>",
            [("A", "quote"), ("B", "list")],
        ),
        (
            "<x-body data-gold='paragraph'>A<x-line>B</x-line></x-body>",
            [("A", "paragraph"), ("B", "paragraph")],
        ),
        ("<script>var a</script><noscript>on</noscript><template>t</template>", []),
        ("<div hidden>gone</div><p style='color:red;display: none'>gone</p>", []),
        ("<svg><title>Logo</title></svg><iframe>frame</iframe><!-- a comment -->", []),
    ],
)
def test_a_segment_is_a_run_of_one_label_in_one_block(
    body: str, wanted: list[tuple[str, str]]
) -> None:
    assert segments(body) == wanted


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("<p>Bare</p>", "Bare"),
        ('<div><p data-gold="paragraph">One</p>Tail</div>', "Tail"),
        ("<div>Before<!--gold:paragraph--></div>", "Before"),
        ("<div><p><!--gold:paragraph-->in</p>after</div>", "after"),
        ('<p data-gold="bodytext">One</p>', "bodytext"),
        ("<p><!--gold:text-->One</p>", "text"),
    ],
)
def test_words_without_a_known_label_are_refused(body: str, word: str) -> None:
    with pytest.raises(BadGold, match=word):
        segments(body)


def test_nothing_of_the_labels_is_left_and_nothing_else_is_touched() -> None:
    found = page(
        "p",
        b'<!--gold-meta {"design": "plain", "title": null}-->\r\n'
        b"<!DOCTYPE html>\r\n<body><p id=a  data-gold='paragraph' class=b>A &ldquo;medal\x94\r\n"
        b'<div data-gold="list" ><!--gold:share-->Share<!-- keep --></div></body>',
    )
    assert found.data == (
        b"<!DOCTYPE html>\r\n<body><p id=a class=b>A &ldquo;medal\x94\r\n"
        b"<div >Share<!-- keep --></div></body>"
    )
    assert found.form is Form.HTML


def test_the_page_is_read_in_its_own_encoding() -> None:
    body = b'<meta charset="windows-1252"><p data-gold="paragraph">\x93Caf\xe9\x94</p>'
    assert page("p", META + body).segments == (("“Café”", Role.PARAGRAPH),)


@pytest.mark.parametrize("left", ["<!--gold paragraph-->", "<!-- gold:list -->", "<i data-gold>"])
def test_a_label_that_cannot_be_taken_off_is_refused(left: str) -> None:
    with pytest.raises(BadGold, match="taken off"):
        segments(left)


@pytest.mark.parametrize(
    ("meta", "word"),
    [
        ("", "begin"),
        ("{}", "design"),
        ('{"design": "a", "titel": "b"}', "titel"),
        ('{"design": "a", "published": "2025-03-02"}', "published_is"),
        ('{"design": "a", "published_is": "stated"}', "published_is"),
        ('{"design": "a", "published": "2025-03-02", "published_is": "given"}', "given"),
        ('{"design": "a", "published": "2025-03-02", "published_is": "sure"}', "sure"),
        ('{"design": "a", }', "cannot be read"),
    ],
)
def test_what_is_said_of_the_article_is_checked(meta: str, word: str) -> None:
    with pytest.raises(BadGold, match=word):
        page("p", f"<!--gold-meta {meta}-->\n<p data-gold='list'>a</p>".encode())
    with pytest.raises(BadGold, match=word):
        text("p", f"#gold-meta {meta}\nlist| a".encode())


def test_what_is_said_of_the_article_is_kept() -> None:
    found = text(
        "t",
        '#gold-meta {"design": "wire", "title": "“So”", "byline": null, "published": "2025-03-02",'
        ' "published_is": "guessed"}\nparagraph| A\n'.encode(),
    )
    assert found.design == "wire"
    assert (found.meta.title, found.meta.byline) == ("“So”", None)
    assert (found.meta.published, found.meta.published_is) == ("2025-03-02", Dated.GUESSED)


def test_a_text_loses_its_labels_and_keeps_all_else() -> None:
    found = text("t", LINE_META + b"headline| A  late ferry\r\n\r\n  \nparagraph|  No.\nshare| Go")
    assert found.data == b"A  late ferry\r\n\r\n  \n No.\nGo"
    assert found.segments == (
        ("A late ferry", Role.HEADLINE),
        ("No.", Role.PARAGRAPH),
        ("Go", Role.SHARE),
    )
    assert found.form is Form.PLAIN


@pytest.mark.parametrize(
    ("line", "word"), [("Bare", "Bare"), ("paragraph|a", "without a label"), ("body| a", "body")]
)
def test_a_line_without_a_known_label_is_refused(line: str, word: str) -> None:
    with pytest.raises(BadGold, match=word):
        text("t", LINE_META + line.encode())


@given(
    st.lists(
        st.tuples(
            st.sampled_from(Role),
            st.text(st.characters(exclude_categories=("C", "Z")), min_size=1),
        )
    )
)
def test_a_text_is_the_lines_that_were_labelled(lines: list[tuple[Role, str]]) -> None:
    labelled = "".join(f"{role}| {words}\n" for role, words in lines)
    found = text("t", LINE_META + labelled.encode())
    assert found.data.decode() == "".join(f"{words}\n" for _, words in lines)
    assert list(found.segments) == [(words, role) for role, words in lines]


def test_a_folder_without_labelled_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match="no pages"):
        load(tmp_path)


def test_a_folder_is_loaded_by_name_pages_first(tmp_path: Path) -> None:
    for folder, name, data in (
        ("texts", "a.txt", LINE_META + b"list| x"),
        ("pages", "c.html", META + b"<p data-gold=list>x</p>"),
        ("pages", "b.html", META + b"<p data-gold=list>x</p>"),
    ):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_bytes(data)
    assert [found.name for found in load(tmp_path)] == ["b", "c", "a"]


HALVES = sorted({path.parents[1] for path in GOLD.glob("*/*/*.*")})


@pytest.mark.parametrize("folder", HALVES, ids=lambda path: path.name)
def test_a_labelled_half_keeps_the_guidelines(folder: Path) -> None:
    found = load(folder)
    names = [one.name for one in found]
    assert len(set(names)) == len(names)
    few = [one.name for one in found if len(one.segments) < 5]
    assert [name for name in few if not name.startswith(("tiny-", "short-"))] == []
    bodies = [Counter(segment.role for segment in one.segments) for one in found]
    assert [
        name for name, roles in zip(names, bodies, strict=True) if not roles[Role.PARAGRAPH]
    ] == []


@pytest.mark.parametrize("folder", HALVES, ids=lambda path: path.name)
def test_taking_off_the_labels_changes_no_word(folder: Path) -> None:
    changed = []
    for path in sorted(folder.glob("pages/*.html")):
        labelled = path.read_bytes()
        before, after = (shown(data) for data in (labelled, page(path.stem, labelled).data))
        if before != after:
            changed.append(path.stem)
    assert changed == []


def shown(data: bytes) -> list[str]:
    try:
        words = html.document_fromstring(
            data.decode()
        )  # labels push a page's own charset out of sight
    except (UnicodeDecodeError, ValueError):
        words = html.document_fromstring(data)
    return str(words.xpath("string()")).split()


def test_the_developing_half_is_many_designs_with_quotations_of_many_kinds() -> None:
    found = load(GOLD / "dev")
    forms = Counter(one.form for one in found)
    assert forms[Form.HTML] >= 32
    assert forms[Form.PLAIN] >= 16
    assert len({one.design for one in found if one.form is Form.HTML}) >= 14
    assert {segment.role for one in found for segment in one.segments} == set(Role)
    body = "".join(segment.words for one in found for segment in one.segments)
    assert set("“”‘’«»\"'…") <= set(body)
    assert [one.name for one in found if LABEL.search(one.data.lower())] == []
