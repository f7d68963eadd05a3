"""A second process that searches for patterns while this one follows data: each takes a core.

It is a program of its own and no fork, since this process has threads. What it says are plain values in files
that nobody else holds; if it fails, the work is done here.
"""

import marshal
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from typing import Any, BinaryIO, Final

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.passages import Hit, Passage, Unreadable, Weakness, hit
from reviewbot.reviewers.static.rulebook import Rulebook, load
from reviewbot.reviewers.static.structure import patterns_in

HEAVY: Final = 1_500_000
"""Characters that are worth a second process, which takes half a second to start."""

Outcome = list[Hit] | Unreadable


class Beside:
    """A search that is under way."""

    def __init__(self, process: "subprocess.Popen[bytes]", answer: BinaryIO) -> None:
        self._process, self._answer = process, answer

    def outcomes(self, texts: Sequence[Passage], by: str) -> list[Outcome] | None:
        """Wait for what it found in each passage; None if it failed."""
        if self._process.wait() != 0:
            return None
        self._answer.seek(0)
        # Our own program wrote it, into a file without a name.
        said = marshal.load(self._answer)  # noqa: S302
        return [_outcome(passage, one, by) for passage, one in zip(texts, said, strict=True)]


@contextmanager
def beside(texts: Sequence[Passage], rules: int, heavy: int = HEAVY) -> Iterator[Beside | None]:
    """Search passages in a second process; None where they are less than `heavy` characters.

    It must know just as many rules as this process does, or it is not heard.
    """
    size = sum(len(line) for passage in texts for line in passage.lines)
    if size < heavy or (os.cpu_count() or 1) < 2:  # noqa: PLR2004 - this core and another
        yield None
        return
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as answer:
        marshal.dump((rules, [_values(passage) for passage in texts]), question)
        question.seek(0)
        command = [sys.executable, "-I", "-m", __name__]
        with subprocess.Popen(command, stdin=question, stdout=answer, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - ourselves
            try:
                yield Beside(process, answer)
            finally:
                process.kill()


def _values(passage: Passage) -> tuple[Any, ...]:
    return (passage.path, passage.language, passage.start, passage.lines, passage.complete)


def _outcome(passage: Passage, said: Any, by: str) -> Outcome:  # noqa: ANN401 - what `_said` makes
    if isinstance(said, str):
        return Unreadable(said)
    return [hit(_weakness(values), by, passage, first, last) for values, first, last in said]


def _weakness(values: tuple[Any, ...]) -> Weakness:
    cwe, severity, confidence, *texts = values
    return Weakness(cwe, Severity(severity), Confidence(confidence), *texts)


def _said(outcome: Outcome) -> Any:  # noqa: ANN401 - what `marshal` takes
    if isinstance(outcome, Unreadable):
        return outcome.reason
    return [(_of_claim(found), found.claim.line, found.last) for found in outcome]


def _of_claim(found: Hit) -> tuple[Any, ...]:
    values = (getattr(found.claim, field.name) for field in fields(Weakness))
    return tuple(int(value) if isinstance(value, int) else value for value in values)


def _serve(book: Rulebook) -> None:
    expected, texts = marshal.load(sys.stdin.buffer)  # noqa: S302 - our own program wrote it
    if expected != len(book.pages):
        raise SystemExit(1)
    every = (
        Passage(path, language, start, lines, complete=complete)
        for path, language, start, lines, complete in texts
    )
    marshal.dump([_said(patterns_in(passage, book, "")) for passage in every], sys.stdout.buffer)
    sys.stdout.flush()


if __name__ == "__main__":
    _serve(load())
