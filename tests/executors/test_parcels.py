"""Chunks that have travelled are the chunks that they were."""

import marshal
from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from reviewbot.chunks import Chunk, Limits, split
from reviewbot.chunks.chunk import Rows
from reviewbot.diff import FileChange
from reviewbot.executors.parcels import pack, unpack, weigh
from reviewbot.spans import Gap, GapKind, Side, Span
from reviewbot.stores.ranks import load_counter
from strategies import CODE, difference, file_changes

COUNT = load_counter()
USERS = CODE["app/users.py"]


def travelled(file: FileChange | Gap, pieces: list[Chunk | Gap]) -> list[Chunk | Gap]:
    return unpack(file, marshal.loads(marshal.dumps(pack(file, pieces))))  # noqa: S302 - as child.py does


def assert_travels(file: FileChange, pieces: list[Chunk | Gap]) -> None:
    for old, new in zip(pieces, travelled(file, pieces), strict=True):
        assert type(old) is type(new)
        for field in fields(old):
            before, after = getattr(old, field.name), getattr(new, field.name)
            assert (before, type(before)) == (after, type(after))
        assert not isinstance(new, Chunk) or new.file is file


@given(file_changes, st.sampled_from((Limits(), Limits(200, 200))), st.sampled_from(("", "> def f()\n")))
def test_every_field_of_every_piece_survives(file: FileChange, limits: Limits, related: str) -> None:
    pieces = [
        replace(piece, related=related) if isinstance(piece, Chunk) else piece
        for piece in split(file, limits, COUNT)
    ]
    assert_travels(file, pieces)


def test_the_parts_of_a_long_line_survive() -> None:
    file = difference("app/users.py", "", f"x = '{'ab cd' * 1_000}'\n")
    pieces = list(split(file, Limits(200, 200), COUNT))
    assert any(isinstance(piece, Chunk) and piece.continues for piece in pieces)
    assert_travels(file, pieces)


def test_a_gap_passes_through() -> None:
    gap = Gap("a.py", (Span("a.py", Side.OLD, 1, 2),), GapKind.FAILED, "git", "gone")
    assert travelled(gap, [gap]) == [gap]


def test_the_gap_of_a_policy_survives() -> None:
    file = difference("vendor/a.py", "a\nb\n", "c\n")
    pieces = list(split(file, Limits(), COUNT))
    assert travelled(file, pieces) == pieces
    assert [type(piece) for piece in pieces] == [Gap]


def test_lines_come_from_the_file_and_not_with_the_parcel() -> None:
    file = difference("app/users.py", USERS.replace("one user", "a user"), USERS)
    (chunk,) = travelled(file, list(split(file, Limits(), COUNT)))
    assert isinstance(chunk, Chunk)
    assert isinstance(chunk.rows, Rows)
    at_hand = {id(line) for line in (*file.excerpts[0].lines, *file.edits[0].removed)}
    assert all(id(row.text) in at_hand for row in (*chunk.rows, *chunk.context))


def test_a_file_weighs_the_characters_of_both_its_sides() -> None:
    assert weigh(difference("a.txt", "abc\nx\n", "abc\nde\n")) == len("abc") + len("de") + len("x")
    assert weigh(Gap("a.py", (), GapKind.FAILED, "git", "gone")) == 0
