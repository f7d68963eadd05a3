"""The laws of the chunks stage, over generated changes."""

from collections import Counter as Tally
from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewbot.chunks import Chunk, Counter, Limits, split
from reviewbot.chunks.shares import OMITTED
from reviewbot.diff import FileChange
from reviewbot.spans import Gap, Side, Span
from reviewbot.stores.ranks import count_bytes, load_counter
from strategies import file_changes

EXACT = load_counter()
LIMITS = (Limits(), Limits(1_000, 400), Limits(200, 200), Limits(200, 100_000))
laws = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
counters = pytest.mark.parametrize("count", [EXACT, count_bytes], ids=["tokens", "bytes"])


def lines_of(spans: Iterator[Span]) -> Tally[tuple[Side, int]]:
    return Tally((span.side, number) for span in spans for number in range(span.start, span.end + 1))


def chunks_of(file: FileChange, limits: Limits, count: Counter = EXACT) -> list[Chunk]:
    return [piece for piece in split(file, limits, count) if isinstance(piece, Chunk)]


@laws
@given(file_changes, st.sampled_from(LIMITS))
def test_every_changed_line_is_owned_exactly_once(file: FileChange, limits: Limits) -> None:
    pieces = list(split(file, limits, EXACT))
    owned = chain.from_iterable(p.spans if isinstance(p, Gap) else p.owns for p in pieces)
    assert lines_of(owned) == lines_of(file.changed())


@counters
@laws
@given(file_changes, st.sampled_from(LIMITS))
def test_no_chunk_exceeds_the_bound_and_its_tokens_are_exact(
    count: Counter, file: FileChange, limits: Limits
) -> None:
    for chunk in chunks_of(file, limits, count):
        assert chunk.holds
        assert count(chunk.text) == chunk.tokens <= limits.max_tokens
        chunk.text.encode()


@laws
@given(file_changes, st.sampled_from(LIMITS))
def test_the_same_change_gives_the_same_chunks_with_ids_of_their_own(
    file: FileChange, limits: Limits
) -> None:
    chunks = chunks_of(file, limits)
    assert chunks == chunks_of(file, limits)
    assert len({chunk.id for chunk in chunks}) == len(chunks)


@laws
@given(file_changes, st.sampled_from(LIMITS))
def test_owned_lines_are_shown_with_their_exact_text(file: FileChange, limits: Limits) -> None:
    new = {n: line for e in file.excerpts for n, line in enumerate(e.lines, e.start)}
    old = {n: line for e in file.edits for n, line in enumerate(e.removed, e.old_start)}
    shown: dict[tuple[Side, int], str] = {}
    for chunk in chunks_of(file, limits):
        held = lines_of(iter((*chunk.owns, *chunk.continues)))
        for row in chunk.rows:
            if row.sign != " ":
                assert (row.side, row.number) in held
                shown[row.side, row.number] = shown.get((row.side, row.number), "") + row.text
            else:
                assert row.text == new[row.number]
    assert shown == {
        (side, number): (new if side is Side.NEW else old)[number]
        for side, number in lines_of(file.changed())
    }


@laws
@given(file_changes, st.sampled_from(LIMITS))
def test_tokens_add_up_over_lines(file: FileChange, limits: Limits) -> None:
    for chunk in chunks_of(file, limits):
        assert sum(EXACT(f"{line}\n") for line in chunk.text.removesuffix("\n").split("\n")) == chunk.tokens


@laws
@given(file_changes, st.sampled_from(LIMITS))
def test_no_line_is_shown_twice_and_lines_stand_in_order(file: FileChange, limits: Limits) -> None:
    for chunk in chunks_of(file, limits):
        numbers = [
            int(line.split(" ")[0].split("+")[0])
            for line in chunk.text.split("\n")[1:-1]
            if not line.startswith("-") and f"{line}\n" != OMITTED
        ]
        assert numbers == sorted(set(numbers))
