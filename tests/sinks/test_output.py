import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewbot.errors import SinkError
from reviewbot.sinks.json_report import JsonSink, render_json
from reviewbot.sinks.markdown import MarkdownSink
from reviewbot.sinks.output import WIDTH, width_of, write
from reviewbot.sinks.terminal import TerminalSink
from sinks import samples

FULL_DISK = Path("/dev/full")
needs_full_disk = pytest.mark.skipif(not FULL_DISK.exists(), reason="this system has no /dev/full")


def test_a_file_is_overwritten_as_utf_8(tmp_path: Path) -> None:
    place = tmp_path / "report.md"
    place.write_text("something longer than what comes")
    write("é\n", place)
    assert place.read_bytes() == "é\n".encode()


def test_a_path_that_is_no_utf_8_can_be_written_all_the_same(tmp_path: Path) -> None:
    write("\udcff", tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_bytes() == rb"\udcff"


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("precious")
    (tmp_path / "report.json").symlink_to(tmp_path / "victim")
    with pytest.raises(SinkError) as refused:
        write("x", tmp_path / "report.json")
    assert "symbolic link" in refused.value.hint
    assert (tmp_path / "victim").read_text() == "precious"


def test_a_missing_folder_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(SinkError, match="No such file or directory") as refused:
        JsonSink(tmp_path / "none" / "report.json").deliver(samples.FULL)
    assert "folder exists" in refused.value.hint


@needs_full_disk
@pytest.mark.parametrize("sink", [JsonSink, MarkdownSink, TerminalSink])
def test_a_full_disk_is_an_error_with_a_hint(sink: type[JsonSink | MarkdownSink | TerminalSink]) -> None:
    with pytest.raises(SinkError, match="No space left") as refused:
        sink(FULL_DISK).deliver(samples.FULL)
    assert "space" in refused.value.hint


def test_a_stream_that_knows_ascii_only_gets_ascii() -> None:
    page = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
    write("│ a · b… 日", page)
    page.seek(0)
    assert page.read() == r"| a - b... \u65e5"


def test_a_stream_gets_paths_that_are_no_utf_8() -> None:
    page = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    write("é\udcff", page)
    page.seek(0)
    assert page.read() == r"é\udcff"


def test_what_is_no_terminal_has_the_usual_width(tmp_path: Path) -> None:
    assert width_of(io.StringIO()) == width_of(tmp_path) == WIDTH


def test_a_terminal_has_its_own_width_within_bounds() -> None:
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w") as terminal:
        widths = {}
        for columns in (20, 90, 300):
            os.write(ours, b"")
            _resize(theirs, columns)
            widths[columns] = width_of(terminal)
    os.close(ours)
    assert widths == {20: 40, 90: 90, 300: 120}


def _resize(terminal: int, columns: int) -> None:
    import fcntl  # noqa: PLC0415 - not on every system
    import struct  # noqa: PLC0415 - as above
    import termios  # noqa: PLC0415 - as above

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 25, columns, 0, 0))


SCRIPT = """
import sys
from reviewbot.errors import SinkError
from reviewbot.sinks.json_report import JsonSink
from sinks import samples
try:
    JsonSink(sys.stdout).deliver(samples.report() if "small" in sys.argv else samples.FULL)
except SinkError as error:
    print(error.message, error.hint, sep="; ", file=sys.stderr)
    sys.exit(5)
"""
TESTS = Path(__file__).parents[1]


def run(size: str, stdout: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", SCRIPT, size]
    # A buffer that is still full when Python ends is what these tests are about.
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.Popen(command, cwd=TESTS, env=buffered, stdout=stdout, stderr=subprocess.PIPE)


@pytest.mark.parametrize("size", ["small", "larger than the buffer"])
def test_a_reader_who_leaves_early_sees_no_traceback(size: str) -> None:
    with run(size, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


@needs_full_disk
@pytest.mark.parametrize("size", ["small", "larger than the buffer"])
def test_a_full_disk_behind_standard_output_is_one_error_and_no_traceback(size: str) -> None:
    with FULL_DISK.open("wb") as full, run(size, stdout=full.fileno()) as process:
        assert process.stderr
        said = process.stderr.read().decode()
    assert said == (
        "cannot write the report to <stdout>: No space left on device;"
        " free some space, or write to a file with --output FILE\n"
    )
    assert process.returncode == 5


def test_a_large_report_goes_through_a_pipe_whole() -> None:
    with run("large", stdout=subprocess.PIPE) as process:
        assert process.communicate()[0].decode() == render_json(samples.FULL)
