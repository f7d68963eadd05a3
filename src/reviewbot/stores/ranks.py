"""Tokens, counted with the o200k ranks that are part of the package: no network, no temporary file."""

import hashlib
import itertools
from binascii import a2b_base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from reviewbot.chunks import Limits

RANKS: Final = Path(__file__).with_name("o200k_base.tiktoken")
SHA256: Final = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
LONGEST: Final = 100_000
"""Characters handed to the tokenizer at once: a million blanks make its regex engine panic."""

# o200k_base as tiktoken_ext/openai_public.py of tiktoken 0.14.0 (MIT) defines it. Written down here because
# asking tiktoken for an encoding by name opens a socket.
_UPPER, _LOWER = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]", r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
_ENDING = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
_PATTERN: Final = (
    rf"[^\r\n\p{{L}}\p{{N}}]?{_UPPER}*{_LOWER}+{_ENDING}"
    rf"|[^\r\n\p{{L}}\p{{N}}]?{_UPPER}+{_LOWER}*{_ENDING}"
    r"|\p{N}{1,3}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n/]*"
    r"|\s*[\r\n]+"
    r"|\s+(?!\S)"
    r"|\s+"
)
_SPECIAL: Final = {"<|endoftext|>": 199_999, "<|endofprompt|>": 200_018}


@dataclass(frozen=True, slots=True)
class TokenCounter:
    """Counts tokens of a text; `name` and `exact` say how, for reports.

    Counts are additive over rendered lines. Another model's tokens are taken to be at most `factor` times
    these. The factor divides the limits instead of multiplying each count: rounding every line up would cost
    another 5 %, and rounding the sum would not be additive.
    """

    name: str
    exact: bool
    factor: float
    count: Callable[[str], int] = field(repr=False)

    def __call__(self, text: str) -> int:
        """The tokens of a text, whatever is in it."""
        return self.count(text)

    def limits(self, limits: Limits) -> Limits:
        """Limits in a model's tokens as limits in tokens of this counter."""
        return Limits(int(limits.max_tokens / self.factor), int(limits.pack_tokens / self.factor))


def load_counter(factor: float = 1.0, path: Path = RANKS) -> TokenCounter:
    """The exact counter, or, if the file of ranks is missing or damaged, one that never counts too little."""
    name, exact, count = _known(path)
    return TokenCounter(name, exact=exact, factor=factor, count=count)


@lru_cache(maxsize=2)  # a sweep needs it for each batch, and it takes half a second
def _known(path: Path) -> tuple[str, bool, Callable[[str], int]]:
    """How tokens are counted by a file of ranks: its name, whether that is exact, and the count."""
    try:
        blob = path.read_bytes()
    except OSError:
        return f"bytes, as {path.name} is missing", False, count_bytes
    if hashlib.sha256(blob).hexdigest() != SHA256:
        return f"bytes, as {path.name} is damaged", False, count_bytes
    return "o200k_base", True, _counter(blob)


def count_bytes(text: str) -> int:
    """An upper bound: no token is shorter than one byte."""
    return len(text.encode(errors="surrogatepass"))


def _counter(blob: bytes) -> Callable[[str], int]:
    import tiktoken  # noqa: PLC0415 - slow to import, and only counting needs it

    # Lines are "token rank"; in this very file, whose hash was checked, ranks count up from 0 without holes.
    ranks = dict(zip(map(a2b_base64, blob.split()[::2]), itertools.count(), strict=False))
    encode = tiktoken.Encoding(
        "o200k_base", pat_str=_PATTERN, mergeable_ranks=ranks, special_tokens=_SPECIAL
    ).encode_ordinary

    def count(text: str) -> int:
        if len(text) <= LONGEST:
            return len(encode(text))
        return sum(len(encode(part)) for part in _parts(text))

    return count


def _parts(text: str) -> Iterator[str]:
    """A long text in parts that end where a line ends; a line longer than that is cut from its own start.

    Where a line is cut depends on the line alone, so that counts stay additive over lines.
    """
    start = 0
    while start < len(text):
        stop = start + LONGEST
        if stop < len(text):
            stop = text.rfind("\n", start, stop) + 1 or stop
        yield text[start:stop]
        start = stop
