"""hearsay as a process among others: pipes, signals, terminals."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

WORDS = "“We will not go,” Ann Lee said on Monday. “Not now.”\n"
COMMAND = [sys.executable, "-m", "hearsay"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_bytes(WORDS.encode() * 100)
    return tmp_path


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "read", "--json", "0.txt", "1.txt", "2.txt"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), said) == (141, b"")


@pytest.fixture
def heard() -> Iterator[None]:
    """Interruptions are heard, also where the tests run in the background and whoever started them has them ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_an_interruption_is_said_and_is_no_traceback(folder: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "read", "--json", "0.txt", "-", "1.txt"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.read(10) == b'{"actors":'  # the first is there before the next is read
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"hearsay: interrupted\n")


def test_each_line_is_there_as_soon_as_it_is_read(folder: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "read", "--json", "0.txt", "-"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline().endswith(b"}\n")  # while the second is still being typed
    rest, _ = process.communicate(WORDS.encode(), timeout=60)
    assert (process.returncode, rest.count(b"\n")) == (0, 1)


def on_a_terminal(folder: Path, *arguments: str, **environ: str) -> tuple[int, str]:
    """How a command ends, and what its terminal shows."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={"TERM": "xterm", "LC_ALL": "C.UTF-8", **environ},
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # Linux says so at the end
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    return process.wait(60), shown.decode()


def test_a_terminal_gets_colour_and_progress(folder: Path) -> None:
    code, shown = on_a_terminal(folder, "read", "0.txt", "1.txt")
    assert code == 0
    assert "1/2 0.txt" in shown
    assert "\x1b[2m" in shown


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_wants_no_colour_gets_none(environ: dict[str, str], folder: Path) -> None:
    code, shown = on_a_terminal(folder, "read", "0.txt", **environ)
    assert (code, "\x1b" in shown) == (0, False)
    assert "Ann Lee" in shown


def test_one_input_has_no_progress_and_quiet_has_none_at_all(folder: Path) -> None:
    assert "1/1" not in on_a_terminal(folder, "read", "0.txt")[1]
    assert "1/2" not in on_a_terminal(folder, "read", "0.txt", "1.txt", "--quiet")[1]


def test_a_terminal_is_not_waited_for_unless_asked(folder: Path) -> None:
    code, shown = on_a_terminal(folder, "read")
    assert (code, "name a file" in shown) == (2, True)


def test_a_pipe_in_another_encoding_is_no_traceback(folder: Path) -> None:
    said = subprocess.run(
        [*COMMAND, "read", "0.txt"],
        cwd=folder,
        env={"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (said.returncode, said.stderr) == (0, b"")
    assert b"Ann Lee" in said.stdout


def test_a_name_that_is_no_text_is_said_all_the_same(folder: Path) -> None:
    said = subprocess.run(
        [*COMMAND, "read", b"caf\xe9.txt"], cwd=folder, capture_output=True, check=False
    )
    assert (said.returncode, said.stdout) == (1, b"")
    assert said.stderr.endswith(b"[page/missing]\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_no_room_for_the_answer_is_told(folder: Path) -> None:
    story = folder / "story.txt"
    story.write_text("“We will not go,” Ann Lee said.\n", "utf-8")
    with Path("/dev/full").open("wb") as full:
        said = subprocess.run(
            [*COMMAND, "read", str(story)],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert said.returncode == 1
    assert said.stderr.strip().endswith(b"[output/not-written]")
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("closed", "given", "code", "told"),
    [
        (">&-", "0.txt", 1, b"hearsay: standard output: it cannot be written"),
        ("<&-", "-", 1, b"hearsay: -: there is nothing in it"),
        (">&-", "0.txt -o out.json", 0, b"hearsay: wrote out.json"),
        ("2>&-", "nowhere.txt", 1, b""),
    ],
)
def test_closed_streams_are_no_mistake(
    closed: str, given: str, code: int, told: bytes, folder: Path
) -> None:
    line = f'exec "$0" -m hearsay read --no-model {given} {closed}'
    said = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable], cwd=folder, capture_output=True, check=False
    )
    assert (said.returncode, said.stdout) == (code, b"")
    assert said.stderr.startswith(told)
    assert len(said.stderr.splitlines()) <= 1


def test_an_input_is_never_written_over(folder: Path) -> None:
    story = folder / "story.txt"
    story.write_text("“We will not go,” Ann Lee said.\n", "utf-8")
    said = subprocess.run(
        [*COMMAND, "read", "story.txt", "--json", "-o", "./story.txt", "--force"],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    assert said.returncode == 1
    assert b"it is one of the inputs" in said.stderr
    assert "Ann Lee" in story.read_text("utf-8")


def test_completion_is_offered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # the shell is named: the tests may run under none that could be told
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    said = subprocess.run(
        [*COMMAND, "--show-completion", "bash"],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
    )
    assert (said.returncode, "hearsay" in said.stdout) == (0, True)
