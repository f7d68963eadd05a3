"""A recording keeps what it was given, in order; whatever else a file holds is not believed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.errors import UsageError
from reviewbot.stores import recording
from reviewbot.stores.recorder import Recorder
from reviewbot.stores.recording import HEAD, Recording, line_of, read_recording, render

A, B = "a" * 64, "b" * 64
TEXT = json.dumps({"words": "{}", "lines": [1], "model": "m", "at": "now"})


class Memory(dict[str, str]):
    """A store in memory."""

    def put(self, key: str, text: str) -> None:
        self[key] = text


def recorder(file: Path, kept: Memory | None = None) -> tuple[Recorder, list[str]]:
    told: list[str] = []
    return Recorder(file, kept, told.append), told


@given(st.dictionaries(st.sampled_from([A, B, "0" * 64]), st.dictionaries(st.text(), st.text())))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, answers: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("a") / "a.jsonl"
    whole = Recording({key: json.dumps(answer) for key, answer in answers.items()}, seed="s")
    file.write_text(render(whole))
    assert read_recording(file) == whole
    assert render(read_recording(file)) == file.read_text()


def test_an_answer_is_in_the_file_as_soon_as_it_came(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    taking, _ = recorder(file)
    taking.put(B, TEXT)
    assert read_recording(file).get(B) == TEXT
    taking.put(A, TEXT)
    assert file.read_text() == HEAD + line_of(B, TEXT) + line_of(A, TEXT)
    taking.close()
    assert file.read_text() == HEAD + line_of(A, TEXT) + line_of(B, TEXT)


def test_the_later_answer_counts_and_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    newer = TEXT.replace("now", "later")
    for texts in ({A: TEXT, B: TEXT}, {A: newer}):
        taking, _ = recorder(file)
        for key, text in texts.items():
            taking.put(key, text)
        taking.close()
    assert read_recording(file).answers == {A: newer, B: TEXT}


def test_a_recording_itself_answers_nothing_but_what_is_kept_does(tmp_path: Path) -> None:
    file, kept = tmp_path / "a.jsonl", Memory({A: TEXT})
    taking, _ = recorder(file, kept)
    assert (taking.get(A), taking.get(B)) == (TEXT, None)
    taking.put(B, TEXT)
    assert kept == {A: TEXT, B: TEXT} == read_recording(file).answers
    assert recorder(file)[0].get(A) is None


@pytest.mark.parametrize("torn", [line_of(B, TEXT)[:40], line_of(B, TEXT).rstrip("\n")])
def test_half_a_line_of_a_run_that_was_killed_spoils_nothing(tmp_path: Path, torn: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(HEAD + line_of(A, TEXT) + torn)
    taking, _ = recorder(file)
    taking.put("c" * 64, TEXT)
    assert {A, "c" * 64} <= read_recording(file).answers.keys()
    assert read_recording(file).strays == 0


@pytest.mark.parametrize(
    "line",
    [
        "7",
        "[]",
        "no JSON",
        "[" * 100_000,
        '{"key": "short", "answer": {}}',
        json.dumps({"key": A.upper(), "answer": {}}),
        json.dumps({"key": A}),
        json.dumps({"key": A, "answer": "words"}),
        json.dumps({"key": A, "answer": {}, "more": 1}),
        json.dumps({"seed": 7}),
        json.dumps({"seed": "s" * 500}),
    ],
)
def test_a_line_that_is_no_answer_is_none(tmp_path: Path, line: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(f"{HEAD}{line}\n{line_of(B, TEXT)}")
    read = read_recording(file)
    assert (read.answers, read.seed, read.strays) == ({B: TEXT}, None, 1)


@pytest.mark.parametrize("content", [b"", b"\n", b"{}\n", b"a text\n", b"\0" * 99])
def test_another_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(content)
    with pytest.raises(UsageError, match="is no recording"):
        read_recording(file)
    if content:
        with pytest.raises(UsageError, match="is no recording"):
            recorder(file)
        assert file.read_bytes() == content


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "LARGEST", 10)
    (tmp_path / "a").write_text(HEAD)
    with pytest.raises(UsageError, match="larger than 10 bytes"):
        read_recording(tmp_path / "a")


def test_two_recordings_in_one_file_are_one(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(HEAD + line_of(A, TEXT) + HEAD + line_of(B, TEXT))
    assert (read_recording(file).answers, read_recording(file).strays) == ({A: TEXT, B: TEXT}, 0)


def test_a_disk_that_is_full_is_told_once_and_stops_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    taking, told = recorder(folder / "a.jsonl")
    (folder / "a.jsonl").unlink()
    folder.rmdir()
    for key in (A, B):
        taking.put(key, TEXT)
    taking.close()
    assert (len(told), taking.broken) == (1, True)
    assert "not all answers are in it" in told[0]


def test_a_link_stays_a_link_and_a_mode_a_mode(tmp_path: Path) -> None:
    file, link = tmp_path / "a.jsonl", tmp_path / "link"
    link.symlink_to(file)
    recorder(link)[0].close()
    assert (link.is_symlink(), file.stat().st_mode & 0o777) == (True, 0o600)
    file.chmod(0o640)
    recorder(link)[0].close()
    assert file.stat().st_mode & 0o777 == 0o640
    assert {path.name for path in tmp_path.iterdir()} == {"a.jsonl", "link"}
