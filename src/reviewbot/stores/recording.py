"""Answers of models in a file that can be handed on: one JSON line for each, found by what was asked.

The first line says what the file is. What an answer holds is not looked at here: whoever reads one believes
it as little as any other that comes from outside.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from reviewbot.errors import UsageError

NAME: Final = "answers.jsonl"
"""The file in a folder that is named instead of one."""
LARGEST: Final = 500_000_000
"""Bytes of a file."""
HEAD: Final = '{"schema": "reviewbot/answers/v1"}\n'
_KEY: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Recording:
    """Answers by their keys, each as the text that was kept; `strays` are lines that are no answer."""

    answers: Mapping[str, str] = field(default_factory=dict, repr=False)
    seed: str | None = None
    """What the model's check of the last recorded run was made from; None if there was none."""
    strays: int = 0

    def get(self, key: str) -> str | None:
        """The answer under a key, None if it was not recorded."""
        return self.answers.get(key)

    def put(self, key: str, text: str) -> None:
        """Nothing: a recording that is played stays as it is."""


def place_of(named: Path) -> Path:
    """The file that is meant by a folder or a file."""
    return named / NAME if named.is_dir() else named


def read_recording(file: Path) -> Recording:
    """All that a file holds; of two answers to one question the later one counts.

    A run that was killed may have left half a line at the end.

    Raises:
        UsageError: it cannot be read, or is something else.
    """
    try:
        with file.open("rb") as source:
            raw = source.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}", "give what --record has written") from error
    if len(raw) > LARGEST:
        raise UsageError(f"{file} is larger than {LARGEST:,} bytes", "record less into one file")
    first, _, rest = raw.partition(b"\n")
    if first + b"\n" != HEAD.encode():
        raise UsageError(f"{file} is no recording of answers", "give what --record has written")
    return _read(rest.split(b"\n"))


def line_of(key: str, text: str) -> str:
    """An answer as a line; "" for a text that is no JSON, which nobody would believe either."""
    answer = _parse(text)
    return _line({"key": key, "answer": answer}) if isinstance(answer, dict) else ""


def seed_line(seed: str) -> str:
    """What the model's check is made from, as a line."""
    return _line({"seed": seed})


def render(recording: Recording) -> str:
    """The whole file, the same for the same answers."""
    lines = (line_of(key, text) for key, text in sorted(recording.answers.items()))
    return "".join((HEAD, seed_line(recording.seed) if recording.seed else "", *lines))


def _read(lines: Iterable[bytes]) -> Recording:
    answers: dict[str, str] = {}
    seed: str | None = None
    strays = 0
    for line in filter(None, lines):
        match _parse(line):
            case {"key": str(key), "answer": dict(answer), **rest} if not rest and _KEY.fullmatch(key):
                answers[key] = json.dumps(answer)
            case {"seed": str(told), **rest} if not rest and len(told) < 100:  # noqa: PLR2004 - far more than any
                seed = told
            case {"schema": _}:
                pass  # where one recording was put behind another
            case _:
                strays += 1
    return Recording(answers, seed, strays)


def _parse(text: str | bytes) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _line(content: Mapping[str, Any]) -> str:
    return f"{json.dumps(content)}\n"
