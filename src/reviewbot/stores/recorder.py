"""Writes down every answer of a run as it comes, and puts the file in order at the end."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from reviewbot.errors import UsageError
from reviewbot.stores.recording import Recording, line_of, read_recording, render, seed_line


class _Answers(Protocol):
    def get(self, key: str) -> str | None: ...
    def put(self, key: str, text: str) -> None: ...


class Recorder:
    """Keeps answers in a file, beside `kept`, where there is that: answers from there are recorded as well.

    What the file holds from other runs stays. `tell` gets one sentence when it cannot be written.
    """

    def __init__(self, file: Path, kept: _Answers | None, tell: Callable[[str], None]) -> None:
        """Open the file.

        Raises:
            UsageError: it cannot be written, or is something else.
        """
        self._file = file.resolve()
        self._kept = kept
        self._tell = tell
        self._broken = False
        self._open()

    def get(self, key: str) -> str | None:
        """The text that is kept under the key; the recording itself answers nothing."""
        text = self._kept.get(key) if self._kept else None
        if text is not None:
            self._append(line_of(key, text))
        return text

    def put(self, key: str, text: str) -> None:
        """Keep a text, and write it down at once."""
        if self._kept:
            self._kept.put(key, text)
        self._append(line_of(key, text))

    def plant(self, seed: str) -> None:
        """Write down what the check of this run's model is made from."""
        self._append(seed_line(seed))

    @property
    def broken(self) -> bool:
        """Whether an answer is missing in the file."""
        return self._broken

    def close(self) -> None:
        """Put the answers in order, each once: the same answers make the same file."""
        if self._broken:
            return
        try:
            _replace(self._file, render(read_recording(self._file)))
        except (OSError, UsageError) as error:
            self._fail(error)

    def _open(self) -> None:
        """Begin with whole lines: a run that was killed may have left half of one."""
        try:
            is_new = not self._file.exists() or self._file.stat().st_size == 0
            _replace(self._file, render(Recording() if is_new else read_recording(self._file)))
        except OSError as error:
            raise UsageError(
                f"cannot write to {self._file}: {error.strerror}",
                "give --record a file in a folder that exists",
            ) from error

    def _append(self, line: str) -> None:
        if self._broken or not line:
            return
        try:
            with self._file.open("a", encoding="ascii") as file:
                file.write(line)
        except OSError as error:
            self._fail(error)

    def _fail(self, error: OSError | UsageError) -> None:
        self._broken = True
        self._tell(f"the recording {self._file} cannot be written ({error}); not all answers are in it")


def _replace(file: Path, text: str) -> None:
    """Put a text in the place of a file, in one step: whoever looks sees one of the two, whole."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as new:
            new.write(text)
        if file.exists():
            shutil.copymode(file, name)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
