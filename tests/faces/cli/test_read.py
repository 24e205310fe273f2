"""`hearsay read`, as a person types it."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.faces.cli.main import app
from hearsay.reading.codec import decode

WORDS = "“We will not go,” Ann Lee said on Monday. “Not now.”\n\nShe left the hall.\n"
PAGE = f"""<!doctype html><html><head><meta charset=utf-8><title>Lee will not go</title></head>
<body><article><h1>Lee will not go</h1><p>{WORDS}</p><p>The hall was full by noon.</p></article></body></html>"""
TRACEBACK = "Traceback"


def hearsay(*arguments: object, stdin: bytes = b"") -> Result:
    result = CliRunner().invoke(app, [str(one) for one in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_bytes(WORDS.encode())
    Path("good.html").write_text(PAGE, "utf-8")
    return tmp_path


BAD = [
    # name, bytes, code
    ("empty.html", b"", "page/empty"),
    ("blank.txt", b" \r\n\t ", "page/empty"),
    ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "page/not-text"),
    ("photo.html", b"\xff\xd8\xff\xe0\x00\x10JFIF", "page/not-text"),
    ("story.docx", b"PK\x03\x04" + bytes(26) + b"word/document.xml", "page/not-text"),
    ("noise.txt", bytes(range(256)) * 40, "page/not-text"),
    ("saved.mhtml", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "page/not-text"),
    ("marks.html", b"\xff\xfe" + b"\x00\xd8a\x00" * 20, "page/encoding"),
    ("odd.html", b"<html>\x81\x8d\x8f\x90\x9d\x81\x8d", "page/encoding"),
    ("bare.html", b"<html><body><div></div></body></html>", "page/no-article"),
]


@pytest.mark.parametrize(("name", "data", "code"), BAD)
@pytest.mark.usefixtures("folder")
def test_a_bad_file_is_refused_in_one_line(name: str, data: bytes, code: str) -> None:
    Path(name).write_bytes(data)
    result = hearsay("read", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"hearsay: {name}: ")
    assert result.stderr.endswith(f"; {result.stderr.split('; ', 1)[1]}")
    assert result.stderr.endswith(f" [{code}]\n")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("argument", "code"),
    [
        ("nowhere.html", "page/missing"),
        ("*.pdf", "page/missing"),
        (".", "page/directory"),
        ("ftp://news.test/a", "fetch/refused"),
        ("file:///etc/hostname", "fetch/refused"),
        ("http://127.0.0.1:1/", "fetch/refused"),
        ("https://ann:secret@news.test/", "fetch/refused"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_had_is_refused_in_one_line(argument: str, code: str) -> None:
    result = hearsay("read", argument)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(f" [{code}]\n")
    assert result.stderr.count("\n") == 1
    assert "secret" not in result.stderr


@pytest.mark.usefixtures("folder")
def test_50_megabytes_are_refused_at_once() -> None:
    with Path("large.html").open("wb") as out:
        out.truncate(50_000_000)
    result = hearsay("read", "large.html", "good.txt", "--json")
    assert (result.exit_code, result.stdout.count("\n")) == (3, 1)
    assert result.stderr.startswith("hearsay: large.html: it is larger than 20 MB")


SORRY = [
    # pages that are not as they should be, and are read all the same
    ("deep.html", b"<html><body>" + b"<div>" * 5000 + PAGE.encode() + b"</div>" * 5000),
    ("deeper.html", b"<div>" * 200_000 + b"<p>" + WORDS.encode()),
    ("inline.html", b"<html><p>" + b"<b><i>" * 3000 + WORDS.encode()),
    ("cut.html", PAGE.encode()[: PAGE.index("<p>The hall") + 2]),
    ("cut-attribute.html", PAGE.encode() + b'<p class="x'),
    ("cut-character.html", PAGE.encode() + "”".encode()[:2]),
    ("cut-comment.html", PAGE.encode() + b"<!-- the rest"),
    ("script.html", PAGE.encode() + b"<script>if (a < b) {"),
    ("windows.html", PAGE.encode("cp1252")),
    ("wide.html", PAGE.encode("utf-16")),
    ("noughts.html", PAGE.replace("hall", "h\x00all").encode()),
    ("noughts.txt", WORDS.replace("hall", "h\x00all").encode()),
    ("controls.html", PAGE.replace("hall", "h\x01\x08\x1b[31mall").encode()),
    ("entities.html", PAGE.replace("hall", "h&#xD800;&#0;&#x110000;&bogus;all").encode()),
    ("twice.html", PAGE.encode() * 2),
    ("attributes.html", b"<html><p " + b"a=b " * 20_000 + b">" + WORDS.encode()),
]


@pytest.mark.parametrize(("name", "data"), SORRY, ids=[name for name, _ in SORRY])
@pytest.mark.usefixtures("folder")
def test_a_page_in_a_sorry_state_is_read_or_refused_but_never_breaks(
    name: str, data: bytes
) -> None:
    Path(name).write_bytes(data)
    for form in ("report", "json", "csv"):
        result = hearsay("read", name, "--format", form)
        assert "hearsay/internal" not in result.stderr
        assert result.exit_code == 0, result.stderr
        assert "We will not go" in result.stdout
    if "cut" not in name:
        assert "eft the h" in hearsay("read", name, "--json").stdout


@pytest.mark.usefixtures("folder")
def test_good_files_are_read_beside_bad_ones_in_the_order_given() -> None:
    for name, data, _ in BAD:
        Path(name).write_bytes(data)
    names = ["good.html", *(name for name, _, _ in BAD), ".", "good.txt"]
    result = hearsay("read", "--json", *names)
    readings = [decode(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 3
    assert readings[0].article.title == "Lee will not go"
    assert readings[1].article.text == WORDS
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == names[1:-1]


@pytest.mark.usefixtures("folder")
def test_strict_makes_one_failure_the_failure_of_all() -> None:
    assert hearsay("read", "--strict", "--json", "good.txt", "nowhere.txt").exit_code == 1
    assert hearsay("read", "--strict", "--json", "good.txt").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_a_report_says_who_said_what() -> None:
    result = hearsay("read", "good.html")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Lee will not go\n")
    assert "Ann Lee" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.usefixtures("folder")
def test_json_is_one_object_a_line() -> None:
    one = hearsay("read", "--json", "good.txt").stdout
    assert one.count("\n") == 1
    assert json.loads(one)["article"]["text"] == WORDS
    assert hearsay("read", "--format", "json", "good.txt", "good.txt").stdout == one + one


@pytest.mark.usefixtures("folder")
def test_in_brief_it_is_a_report_of_its_own() -> None:
    one = hearsay("read", "--brief", "good.txt").stdout
    assert "WHAT THEY SAY" in one
    assert one == hearsay("read", "--format", "brief", "good.txt").stdout
    two = hearsay("read", "--brief", "--format", "brief", "good.txt", "good.txt").stdout
    assert two == f"{one}\n\n{one}"


@pytest.mark.usefixtures("folder")
def test_csv_has_one_header_whatever_the_number_of_articles() -> None:
    result = hearsay("read", "--format", "csv", "good.txt", "good.html", "nowhere.txt")
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert {row["file"] for row in rows} == {"good.txt", "good.html"}
    assert all(row["content"] for row in rows)


@pytest.mark.usefixtures("folder")
def test_standard_input_is_read_for_a_dash_and_for_nothing() -> None:
    for arguments in (["read", "--json", "-"], ["read", "--json"]):
        result = hearsay(*arguments, stdin=WORDS.encode())
        assert json.loads(result.stdout)["article"]["text"] == WORDS


@pytest.mark.usefixtures("folder")
def test_globs_that_the_shell_left_are_expanded() -> None:
    assert hearsay("read", "--json", "good.*").stdout.count("\n") == 2


@pytest.mark.usefixtures("folder")
def test_the_day_of_publication_is_taken_over() -> None:
    result = hearsay("read", "--json", "good.txt", "--published", "2016-10-30")
    assert json.loads(result.stdout)["article"]["published"] == "2016-10-30"


@pytest.mark.parametrize("day", ["yesterday", "2016-02-30", "2016-10-30T14:05", ""])
@pytest.mark.usefixtures("folder")
def test_a_day_that_is_none_is_a_mistake_in_the_command(day: str) -> None:
    result = hearsay("read", "good.txt", "--published", day)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"hearsay: --published: {day!r} ")
    assert result.stderr.endswith(" [date/not-a-date]\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "--nonsense"],
        ["read", "good.txt", "--format", "pdf"],
        ["read", "good.txt", "--json", "--format", "csv"],
        ["read", "good.txt", "--brief", "--json"],
        ["read", "good.txt", "good.txt", "--html", "one.html"],
        ["read", "good.txt", "--timeout", "0"],
        ["nonsense"],
        ["explain", "good.txt"],
        ["explain", "good.*", "s1"],
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_command_that_is_not_understood_ends_with_2(arguments: list[str]) -> None:
    result = hearsay(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage:" in result.stderr


@pytest.mark.usefixtures("folder")
def test_output_goes_to_a_file_in_the_form_of_its_ending() -> None:
    printed = hearsay("read", "good.txt", "--json").stdout
    result = hearsay("read", "good.txt", "--output", "out.jsonl")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "hearsay: wrote out.jsonl\n")
    assert Path("out.jsonl").read_text("utf-8") == printed
    hearsay("read", "good.txt", "-o", "out.csv")
    assert Path("out.csv").read_text("utf-8").startswith("file,")
    hearsay("read", "good.txt", "-o", "out.txt", "--quiet")
    assert Path("out.txt").read_text("utf-8") == hearsay("read", "good.txt").stdout


@pytest.mark.usefixtures("folder")
def test_a_file_is_never_written_over_unless_forced() -> None:
    Path("out.json").write_text("mine")
    result = hearsay("read", "good.txt", "-o", "out.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "hearsay: out.json: it is there already; give another name, or --force [output/not-written]\n"
    )
    assert Path("out.json").read_text() == "mine"
    assert hearsay("read", "good.txt", "-o", "out.json", "--force").exit_code == 0
    assert json.loads(Path("out.json").read_bytes())["schema"] == 1


@pytest.mark.usefixtures("folder")
def test_nothing_is_written_where_nothing_was_read() -> None:
    assert hearsay("read", "nowhere.txt", "-o", "out.json").exit_code == 1
    assert not Path("out.json").exists()


@pytest.mark.parametrize("where", ["no/such/folder/out.json", "."])
@pytest.mark.usefixtures("folder")
def test_a_place_that_cannot_be_written_is_said_before_the_work(where: str) -> None:
    result = hearsay("read", "good.txt", "-o", where)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(" [output/not-written]\n")


@pytest.mark.usefixtures("folder")
def test_remarks_are_said_where_the_answer_has_no_place_for_them() -> None:
    Path("old.txt").write_bytes(WORDS.encode("cp1252"))
    assert "is a guess" in hearsay("read", "old.txt", "--format", "csv").stderr
    assert hearsay("read", "old.txt", "--format", "csv", "--quiet").stderr == ""
    assert "is a guess" in hearsay("read", "old.txt").stdout
    assert hearsay("read", "old.txt").stderr == ""


@pytest.mark.usefixtures("folder")
def test_a_name_cannot_move_the_cursor() -> None:
    result = hearsay("read", "a\x1b[2J\nb.html")
    assert "\x1b" not in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("folder")
def test_debug_shows_what_went_wrong() -> None:
    assert TRACEBACK in hearsay("read", "nowhere.html", "--debug").stderr
    assert TRACEBACK not in hearsay("read", "nowhere.html").stderr
