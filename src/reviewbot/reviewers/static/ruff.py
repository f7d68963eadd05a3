"""Python, read by ruff's security rules.

Ruff runs on copies under names of ours, in a directory of ours, without the environment: neither its
configuration nor a `# noqa` of the reviewed repository reaches it.
"""

import json
import re
import subprocess
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from reviewbot.errors import Unavailable
from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.passages import (
    PARTIAL,
    TOO_LARGE,
    UNPARSED,
    Hit,
    Passage,
    Unreadable,
    Weakness,
    demoted,
    hit,
)

TIMEOUT = 60.0
"""Seconds for one batch; ruff reads 340,000 lines in half a second."""

LARGEST = 5_000_000
"""Characters of one file. Beyond it the text is data or an attack on the parser."""

_FLAGS = ("check", "--isolated", "--no-cache", "--ignore-noqa", "--exit-zero", "--no-fix", "--quiet")
_SHAPE = ("--target-version=py314", "--output-format=json")


BATCH_LINES = 50_000
"""Lines that one process reads."""


_UNPACKS = "S202"
_FILTERED = re.compile(r"\bextractall\([^()]{0,300}\bfilter ?= ?(?!None\b|(?:\w{1,40}\.)?fully_)[a-zA-Z_]")
"""An archive that is unpacked through a filter of the program's own."""
_LONGEST_CALL = 6


class _Crash(Exception):  # noqa: N818 - not an error of the product: the batch is halved
    """Ruff did not come to an end on these files."""


@dataclass(frozen=True)
class Ruff:
    """Runs `ruff check` on Python passages and says what its rules mean."""

    binary: str = ""
    """The program; "" for the one that is installed with reviewbot."""
    name: str = "static/ruff"

    def speaks(self, language: str) -> bool:
        """Python only."""
        return language == "python"

    def detect(self, texts: Sequence[Passage]) -> Iterable[Sequence[Hit] | Unreadable]:
        """Read all passages with as few processes as possible.

        Raises:
            Unavailable: there is no ruff, or it does not start.
        """
        for batch in _batches(texts):
            yield from self._batch(batch)

    def _batch(self, texts: Sequence[Passage]) -> Iterator[Sequence[Hit] | Unreadable]:
        sizes = [sum(map(len, passage.lines)) for passage in texts]
        fit = [passage for passage, size in zip(texts, sizes, strict=True) if size <= LARGEST]
        outcomes = iter(self._read(fit)) if fit else iter(())
        for size in sizes:
            yield (
                next(outcomes)
                if size <= LARGEST
                else Unreadable(f"{TOO_LARGE} for ruff: {size:,} characters")
            )

    @cached_property
    def weaknesses(self) -> Mapping[str, Weakness]:
        """What the rules that are on mean, by code."""
        table = tomllib.loads(files(__package__).joinpath("python.toml").read_text())
        return {code: _weakness(entry) for code, entry in table["on"].items()}

    def _read(self, texts: Sequence[Passage]) -> list[Sequence[Hit] | Unreadable]:
        """Halve what cannot be read until the file that breaks ruff stands alone."""
        try:
            said = self._run([_source(passage) for passage in texts])
        except _Crash as crash:
            if len(texts) == 1:
                return [Unreadable(str(crash))]
            middle = len(texts) // 2
            return self._read(texts[:middle]) + self._read(texts[middle:])
        return [self._outcome(passage, said.get(at, [])) for at, passage in enumerate(texts)]

    def _run(self, sources: Iterable[str]) -> dict[int, list[dict[str, Any]]]:
        with tempfile.TemporaryDirectory(prefix="reviewbot-") as folder:
            names = []
            for at, source in enumerate(sources):
                names.append(f"{at}.py")
                # A lone surrogate or a CR is data here: nothing may be translated, or lines would shift.
                Path(folder, names[-1]).write_bytes(source.encode(errors="replace"))
            select = f"--select={','.join(self.weaknesses)}"
            said = _call([self.binary or _installed(), *_FLAGS, *_SHAPE, select, *names], folder)
        by_file: dict[int, list[dict[str, Any]]] = {}
        for item in said:
            by_file.setdefault(int(Path(item["filename"]).stem), []).append(item)
        return by_file

    def _outcome(self, passage: Passage, said: Sequence[dict[str, Any]]) -> Sequence[Hit] | Unreadable:
        numbers = _numbers(passage) if said else []
        wrong = next((item for item in said if item["code"] not in self.weaknesses), None)
        if wrong is None:
            return [found for item in said if (found := self._hit(passage, item, numbers))]
        if not passage.complete:
            return Unreadable(f"{PARTIAL}, and it {UNPARSED} on its own")
        at = numbers[min(wrong["location"]["row"], len(numbers)) - 1]
        return Unreadable(f"{UNPARSED}: {wrong['message']} (line {at})")

    def _hit(self, passage: Passage, item: Mapping[str, Any], numbers: Sequence[int]) -> Hit | None:
        # Of shell rules ruff says "seems safe" when the command is a constant.
        if "seems safe" in item["message"]:
            return None
        first, last = (
            numbers[min(item[key]["row"], len(numbers)) - 1] for key in ("location", "end_location")
        )
        if item["code"] == _UNPACKS and _FILTERED.search("\n".join(_below(passage, first))):
            return None
        return demoted(hit(self.weaknesses[item["code"]], self.name, passage, first, last), passage.path)


def _below(passage: Passage, first: int) -> Iterator[str]:
    """A line and those below it in which a call that begins there is likely to end."""
    at = first - passage.start
    yield from passage.lines[at : at + _LONGEST_CALL]


def _batches(texts: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """Enough for one process to pay off, and no more files than a temporary folder should hold."""
    first = lines = 0
    for at, passage in enumerate(texts, 1):
        lines += len(passage.lines)
        if lines >= BATCH_LINES or at == len(texts):
            yield texts[first:at]
            first, lines = at, 0


def _weakness(entry: Mapping[str, str]) -> Weakness:
    return Weakness(
        cwe=entry["cwe"],
        severity=Severity[entry["severity"].upper()],
        confidence=Confidence[entry["confidence"].upper()],
        title=entry["title"],
        explanation=entry["explanation"],
        fix=entry["fix"],
    )


def _installed() -> str:
    try:
        from ruff.__main__ import (  # type: ignore[import-untyped]  # noqa: PLC0415 - rarely needed
            find_ruff_bin,
        )

        return str(find_ruff_bin())
    except (ImportError, FileNotFoundError) as error:
        raise Unavailable("ruff is not installed", "Install reviewbot again: ruff comes with it.") from error


def _call(command: Sequence[str], folder: str) -> list[dict[str, Any]]:
    """Run ruff without environment and input; what it says, as it says it."""
    try:
        ended = subprocess.run(  # noqa: S603 - a fixed program on file names of ours, no shell
            command,
            cwd=folder,
            env={},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
        said = json.loads(ended.stdout) if ended.returncode == 0 else None
    except OSError as error:
        raise Unavailable(f"ruff does not start: {error.strerror}", "Install reviewbot again.") from error
    except subprocess.TimeoutExpired as error:
        raise _Crash(f"ruff did not end within {TIMEOUT:.0f} s") from error
    except (ValueError, RecursionError) as error:
        raise _Crash("ruff's answer cannot be read") from error
    if not isinstance(said, list):
        raise _Crash(f"ruff broke down on it (exit code {ended.returncode})")
    return said


def _source(passage: Passage) -> str:
    """The passage as a program: an excerpt from inside a function gets the headers that it lacks."""
    return "".join(_frame(passage)) + passage.text


def _headers(passage: Passage) -> int:
    return sum(1 for _ in _frame(passage))


def _frame(passage: Passage) -> Iterator[str]:
    """A header for each level of indentation that an excerpt leaves: `return` and `else` need one."""
    if passage.complete:
        return
    depths: list[str] = []
    for line in passage.lines:
        code = line.lstrip(" \t")
        depth = line[: len(line) - len(code)]
        if code and not code.startswith("#") and (not depths or len(depth) < len(depths[-1])):
            depths.append(depth)
    if depths and depths[0]:
        yield "async def _():\n"
        yield from (f"{depth}if 1:\n" for depth in reversed(depths[1:]) if depth)


def _numbers(passage: Passage) -> list[int]:
    """The file's line for each of ruff's rows. Ruff, as Python, ends a row at a lone CR too; git does not."""
    numbers = [passage.start] * _headers(passage)
    for number, line in enumerate(passage.lines, passage.start):
        numbers += [number] * (1 + line.count("\r", 0, -1))
    return [*numbers, passage.end]
