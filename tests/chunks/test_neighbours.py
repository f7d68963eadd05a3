"""Functions that share a chunk are counted together, and the chunk is as if they were not."""

from reviewbot.chunks import Chunk, Limits, split
from reviewbot.chunks.risk import by_place, path_risk
from reviewbot.diff import FileChange
from reviewbot.stores.ranks import load_counter
from strategies import difference

TOKENS = load_counter()
PLAIN = "".join(f"def f{n}(a):\n    return a + {n}\n\n\n" for n in range(400))
DENSE = "".join(f"def g{n}(a):\n    return '{chr(0x2603 + n) * 9}'\n\n\n" for n in range(400))


class Counted:
    """The counter, and what it was asked."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, text: str) -> int:
        self.texts.append(text)
        return TOKENS(text)


def cut(file: FileChange, counter: Counted) -> list[Chunk]:
    return [piece for piece in split(file, Limits(), counter) if isinstance(piece, Chunk)]


def test_many_small_functions_are_counted_by_the_chunk() -> None:
    counter = Counted()
    chunks = cut(difference("a.py", "", PLAIN), counter)
    assert len(counter.texts) < 20 * len(chunks) < 400
    assert sum(map(TOKENS, counter.texts)) < 1.5 * sum(chunk.tokens for chunk in chunks)


def test_chunks_are_full_and_none_is_fuller_than_it_may_be() -> None:
    sizes = [chunk.tokens for chunk in cut(difference("a.py", "", PLAIN), Counted())]
    assert max(sizes) <= Limits().pack_tokens
    assert min(sizes[:-1]) > 0.97 * Limits().pack_tokens


def test_code_that_becomes_denser_than_it_began_still_fits() -> None:
    chunks = cut(difference("a.py", "", PLAIN + DENSE), Counted())
    assert max(chunk.tokens for chunk in chunks) <= Limits().pack_tokens
    assert all(TOKENS(chunk.text) == chunk.tokens for chunk in chunks)
    owned = [span for chunk in chunks for span in chunk.owns]
    assert [span.start for span in owned[1:]] == [span.end + 1 for span in owned[:-1]]
    assert (owned[0].start, owned[-1].end) == (1, 3_200)


def test_what_does_not_touch_stays_apart() -> None:
    changed = PLAIN.replace("a + 7\n", "a - 7\n").replace("a + 9\n", "a - 9\n")
    (chunk,) = cut(difference("a.py", PLAIN, changed), Counted())
    assert [row.text.strip() for row in chunk.rows if row.sign == "+"] == ["return a - 7", "return a - 9"]
    assert "\n...\n" in chunk.text
    assert "f8" not in chunk.text


def test_whoever_only_counts_has_no_text_searched_for_risk() -> None:
    code = "import pickle\n\n\ndef f(blob):\n    return pickle.loads(blob)\n"
    (ranked,) = split(difference("app/admin.py", "", code), Limits(), TOKENS)
    (counted,) = split(difference("app/admin.py", "", code), Limits(), TOKENS, by_place)
    assert isinstance(ranked, Chunk)
    assert isinstance(counted, Chunk)
    assert counted.risk == path_risk("app/admin.py") < ranked.risk
    assert counted.text == ranked.text
