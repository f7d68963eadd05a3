"""The packaged tokenizer: exact, offline, and honest when it is damaged."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.chunks import Limits, Row
from reviewbot.stores.ranks import LONGEST, RANKS, count_bytes, load_counter
from strategies import lines

COUNT = load_counter()

_OFFLINE = """
import sys

def refuse(event, arguments):
    if event.startswith("socket.") or event.startswith("tempfile."):
        raise SystemExit(f"{event} {arguments}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise SystemExit(f"wrote {arguments}")

sys.dont_write_bytecode = True
from reviewbot.stores.ranks import load_counter
sys.addaudithook(refuse)
counter = load_counter()
print(counter.name, counter("hello world"))
"""


def test_it_needs_no_network_and_writes_no_file() -> None:
    nowhere = {
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "HTTP_PROXY": "http://127.0.0.1:9",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", _OFFLINE],
        env=os.environ | nowhere,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("o200k_base 2\n", "")


def test_known_counts() -> None:
    assert [COUNT(text) for text in ("", "hello world", "tiktoken is great!", "1234567")] == [0, 2, 6, 3]
    assert (COUNT.name, COUNT.exact) == ("o200k_base", True)


@pytest.mark.parametrize("text", ["<|endoftext|>", "<|endofprompt|>", "a\ud800b", "\0", "\r\n\u2028"])
def test_no_text_is_special(text: str) -> None:
    assert 0 < COUNT(text) <= count_bytes(text)


@pytest.mark.parametrize("letter", [" ", "\t", "a", "=", "😀"])
def test_a_million_equal_characters_are_counted(letter: str) -> None:
    assert 0 < COUNT(letter * 1_000_000) <= 1_000_000


@given(st.lists(st.builds(Row, st.sampled_from(" +-"), st.integers(1, 99_999), lines)))
def test_counts_add_up_over_rendered_lines(rows: list[Row]) -> None:
    texts = [row.render() for row in rows]
    assert COUNT("".join(texts)) == sum(map(COUNT, texts))


def test_counts_add_up_where_a_text_is_counted_in_parts() -> None:
    texts = [
        f"{n}+{'word ' * size}\n" for n, size in enumerate([3, LONGEST, 7, LONGEST // 5, LONGEST // 2, 1] * 2)
    ]
    assert COUNT("".join(texts)) == sum(map(COUNT, texts))


@pytest.mark.parametrize(("damage", "word"), [(None, "missing"), (b"", "damaged"), (b"x", "damaged")])
def test_without_the_file_it_counts_bytes_and_says_so(
    tmp_path: Path, damage: bytes | None, word: str
) -> None:
    path = tmp_path / "ranks"
    if damage is not None:
        path.write_bytes(RANKS.read_bytes()[:-1] + damage)
    counter = load_counter(path=path)
    assert not counter.exact
    assert word in counter.name
    assert counter("é\ud800") == 5


@given(st.text())
def test_bytes_are_an_upper_bound_of_tokens(text: str) -> None:
    assert COUNT(text) <= count_bytes(text)


def test_a_factor_divides_the_limits() -> None:
    assert load_counter(1.25).limits(Limits(8_000, 3_000)) == Limits(6_400, 2_400)
