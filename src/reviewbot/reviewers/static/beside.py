"""Another process that reads file by file, for patterns or routes, while this one follows data through all.

It is a program of its own and no fork, since this process has threads. What it says are plain values in files
that nobody else holds; if it fails, the work is done here.
"""

import marshal
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import Any, BinaryIO, Final

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.passages import Hit, Passage, Unreadable, Weakness, hit

HEAVY: Final = 1_500_000
"""Characters that are worth a second process, which takes half a second to start."""

Outcome = Sequence[Hit] | Unreadable


class Beside:
    """A search that is under way."""

    def __init__(self, process: "subprocess.Popen[bytes]", answer: BinaryIO) -> None:
        self._process, self._answer = process, answer

    def outcomes(self, texts: Sequence[Passage], by: str) -> Sequence[Outcome] | None:
        """Wait for what it found in each passage; None if it failed."""
        if self._process.wait() != 0:
            return None
        self._answer.seek(0)
        # Our own program wrote it, into a file without a name.
        said = marshal.load(self._answer)  # noqa: S302
        return [_outcome(passage, one, by) for passage, one in zip(texts, said, strict=True)]


@contextmanager
def beside(
    module: str, texts: Sequence[Passage], size_of_book: int, heavy: int = HEAVY
) -> Iterator[Beside | None]:
    """Let a module, which as a program must `serve`, read passages in another process.

    None where they are less than `heavy` characters. It must go by a book just as large, or it is not heard.
    """
    size = sum(len(line) for passage in texts for line in passage.lines)
    if size < heavy or (os.cpu_count() or 1) < 2:  # noqa: PLR2004 - this core and another
        yield None
        return
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as answer:
        marshal.dump((size_of_book, [_values(passage) for passage in texts]), question)
        question.seek(0)
        command = [sys.executable, "-I", "-m", module]
        with subprocess.Popen(command, stdin=question, stdout=answer, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - ourselves
            try:
                yield Beside(process, answer)
            finally:
                process.kill()


def _values(passage: Passage) -> tuple[Any, ...]:
    return (passage.path, passage.language, passage.start, passage.lines, passage.complete, passage.changed)


def _outcome(passage: Passage, said: Any, by: str) -> Outcome:  # noqa: ANN401 - what `_said` makes
    reason, found = said
    hits = [
        replace(hit(_weakness(values), by, passage, first, last), introduced=introduced)
        for values, first, last, introduced in found
    ]
    return Unreadable(reason, tuple(hits)) if reason else hits


def _weakness(values: tuple[Any, ...]) -> Weakness:
    cwe, severity, confidence, *texts = values
    return Weakness(cwe, Severity(severity), Confidence(confidence), *texts)


def _said(outcome: Outcome) -> Any:  # noqa: ANN401 - what `marshal` takes
    reason, hits = (outcome.reason, outcome.hits) if isinstance(outcome, Unreadable) else ("", outcome)
    return reason, [(_of_claim(found), found.claim.line, found.last, found.introduced) for found in hits]


def _of_claim(found: Hit) -> tuple[Any, ...]:
    values = (getattr(found.claim, field.name) for field in fields(Weakness))
    return tuple(int(value) if isinstance(value, int) else value for value in values)


def serve(read: Callable[[Sequence[Passage]], Iterable[Outcome]], size_of_book: int) -> None:
    """Be the other process: read what comes by standard input, and say what was found."""
    expected, texts = marshal.load(sys.stdin.buffer)  # noqa: S302 - our own program wrote it
    if expected != size_of_book:
        raise SystemExit(1)
    passages = [
        Passage(path, language, start, lines, complete=complete, changed=changed)
        for path, language, start, lines, complete, changed in texts
    ]
    marshal.dump([_said(outcome) for outcome in read(passages)], sys.stdout.buffer)
    sys.stdout.flush()
