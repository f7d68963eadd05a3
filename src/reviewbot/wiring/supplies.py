"""Files that a person hands to a run beside its settings: logs of other scanners, recorded answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reviewbot.errors import UsageError
from reviewbot.reviewers.imported import LARGEST, ImportReviewer, Scan, join, read_log
from reviewbot.stores.recorder import Recorder
from reviewbot.stores.recording import Recording, place_of, read_recording
from reviewbot.wiring.places import Place
from reviewbot.wiring.shelf import Shelf

Tape = Recorder | Recording
"""Where the model's answers go, or where they come from instead of the model."""


@dataclass(frozen=True, slots=True)
class Supplies:
    """The files, as given. `record` may be a folder; `replay` may be one too."""

    imports: tuple[Path, ...] = ()
    record: Path | None = None
    replay: Path | None = None

    def scans(self) -> tuple[Scan, ...]:
        """What the logs hold.

        Raises:
            UsageError: a file cannot be read, or is no log.
        """
        return tuple(scan for file in self.imports for scan in read_log(_read(file), str(file)))

    def scanners(self) -> tuple[ImportReviewer, ...]:
        """One reviewer for each scanner whose logs there are.

        Raises:
            UsageError: a file cannot be read, or is no log.
        """
        return join(self.scans())

    def tape(self, shelf: Shelf | None, tell: Callable[[str], None]) -> Tape | None:
        """What records or replays, None if nothing does.

        Raises:
            UsageError: a file cannot be read or written, or is something else.
        """
        if self.replay:
            return read_recording(place_of(self.replay))
        if self.record:
            return Recorder(place_of(self.record), shelf.answers if shelf else None, tell)
        return None

    def place(self, place: Place) -> Place:
        """Where the model is: for recorded answers it need not be there any more, and no key is needed."""
        return replace(place, missing=None) if self.replay and place.base_url else place

    def check(self, *, by_model: bool) -> None:
        """Refuse what makes no sense.

        Raises:
            UsageError: it does not.
        """
        if self.record and self.replay:
            raise UsageError("--record and --replay exclude each other", "give one of them")
        for flag in self._tapes():
            if not by_model:
                raise UsageError(
                    f"{flag} is about a model's answers, and no model is asked",
                    "use --engine both, and set a key",
                )

    def _tapes(self) -> Iterator[str]:
        yield from (flag for flag, file in (("--record", self.record), ("--replay", self.replay)) if file)


NOTHING = Supplies()


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as source:
            return source.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(
            f"cannot read {file}: {error.strerror}", "give --import-sarif a file that exists"
        ) from error
