"""Running git so that a hostile repository can bend neither what it prints nor what it starts."""

import itertools
import os
import re
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from io import BufferedReader
from pathlib import Path
from typing import IO

from reviewbot.errors import ReviewbotError, SourceError, UsageError

_BLOCK = 1 << 20
_PATIENCE = 2.0
"""Seconds for git to take away what it has begun, before it is killed."""
OLDEST = (2, 31)
"""The first git that takes settings from GIT_CONFIG_COUNT, where their names may hold any character."""

# What the caller's environment may say. All else that starts with GIT_ could move the repository, start a
# program (GIT_EXTERNAL_DIFF) or change the output (GIT_DIFF_OPTS).
_KEPT = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_CEILING_DIRECTORIES",
        "GIT_EXEC_PATH",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
    }
)

_FIXED = {
    "GIT_ALLOW_PROTOCOL": "",  # a partial clone fetches nothing, whatever protocol.*.allow says
    "GIT_NO_LAZY_FETCH": "1",  # the same, from git 2.44 on
    "GIT_NO_REPLACE_OBJECTS": "1",  # an id means what it says
    "GIT_OPTIONAL_LOCKS": "0",  # the index is not even refreshed
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}

# Programs that the configuration of a repository may start. Filters are named by their owner: see `snapshot`.
_SETTINGS = (("core.fsmonitor", ""), ("core.hooksPath", "/dev/null"))


class OutOfTime(SourceError):  # noqa: N818 - git is
    """Git was ended, as it took longer than it was given."""


@dataclass(frozen=True, slots=True)
class Git:
    """Runs git in one directory."""

    directory: Path
    environment: Mapping[str, str] = field(repr=False)

    @classmethod
    def at(cls, directory: Path) -> "Git":
        """Git in a directory that belongs to a repository, bare or not.

        Raises:
            UsageError: there is no such directory, it is not in a repository, or git does not trust it.
            SourceError: git is missing or too old.
        """
        if not directory.is_dir():
            raise UsageError(f"there is no directory {str(directory)!r}", "Give --repo a directory.")
        git = cls.outside(directory)
        _check_once(directory, directory.absolute(), tuple(git.environment.items()))
        return git

    @classmethod
    def outside(cls, directory: Path) -> "Git":
        """Git in a directory that need not belong to a repository, for the commands that want none."""
        return cls(directory, _clean(os.environ)).configured(_SETTINGS)

    def check(self) -> None:
        """Make sure of what `at` promises."""
        place = ("rev-parse", "--git-dir")
        with self.start(place) as process:  # which starts nothing itself, so even an old git may run it
            _check_version(self.run("version"))
            self._printed(process, place)

    def configured(self, settings: Iterable[tuple[str, str]]) -> "Git":
        """The same with more settings, which win over every configuration file."""
        start = int(self.environment.get("GIT_CONFIG_COUNT", "0"))
        extra = {"GIT_CONFIG_COUNT": str(start)}
        for number, (name, value) in enumerate(settings, start):
            extra |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
            extra["GIT_CONFIG_COUNT"] = str(number + 1)
        return self.within(**extra)

    def within(self, **variables: str) -> "Git":
        """The same with more environment variables."""
        return Git(self.directory, {**self.environment, **variables})

    def run(self, *arguments: str, stdin: bytes = b"", seconds: float | None = None) -> bytes:
        """What git prints, if it takes no longer than `seconds`.

        Raises:
            OutOfTime: it took longer, and was ended.
            SourceError: git failed; the message is its own first sentence.
            UsageError: the directory is none that git reads.
        """
        with self.start(arguments, apart=seconds is not None) as process:
            try:
                return self._printed(process, arguments, stdin, seconds)
            except subprocess.TimeoutExpired:
                raise OutOfTime(f"git {arguments[0]} took too long") from None
            finally:
                if seconds is not None and process.returncode is None:
                    _end(process)

    @contextmanager
    def blocks(self, *arguments: str) -> Iterator[Iterator[bytes]]:
        """What git prints, as it comes, cut anywhere; git works ahead from the start of the block on.

        Raises:
            SourceError: git failed, perhaps after some blocks.
        """
        with tempfile.TemporaryFile() as errors, self.start(arguments, errors) as process:
            yield self._read(process, arguments[0], errors)

    def start(
        self, arguments: Sequence[str], errors: IO[bytes] | int = subprocess.PIPE, *, apart: bool = False
    ) -> subprocess.Popen[bytes]:
        """Git at work, with pipes to it and from it; `apart` it leads a process group of its own."""
        try:
            return subprocess.Popen(  # noqa: S603 - an argument list; revisions in it cannot be options
                self._command(arguments),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=self.environment,
                process_group=0 if apart else None,
            )
        except FileNotFoundError:
            raise SourceError("git is not installed, or not in PATH", "Install git 2.31 or newer.") from None

    def ask(self, *arguments: str) -> str | None:
        """The one line that git prints, or None where its exit code says no."""
        return self.ask_all(arguments)[0]

    def ask_all(self, *questions: Sequence[str]) -> list[str | None]:
        """The answers to several questions that need not wait for each other."""
        with ExitStack() as stack:
            started = [stack.enter_context(self.start(one, subprocess.DEVNULL)) for one in questions]
            printed = [process.communicate()[0] for process in started]
            return [
                None if process.returncode else os.fsdecode(line.removesuffix(b"\n"))
                for process, line in zip(started, printed, strict=True)
            ]

    def _command(self, arguments: Sequence[str]) -> tuple[str, ...]:
        return ("git", "-C", str(self.directory), *arguments)

    def _printed(
        self,
        process: subprocess.Popen[bytes],
        arguments: Sequence[str],
        stdin: bytes = b"",
        seconds: float | None = None,
    ) -> bytes:
        printed, errors = process.communicate(stdin, seconds)
        if process.returncode:
            raise _trouble(self.directory, arguments[0], complaint(errors))
        return printed

    def _read(self, process: subprocess.Popen[bytes], command: str, errors: IO[bytes]) -> Iterator[bytes]:
        while isinstance(process.stdout, BufferedReader) and (block := process.stdout.read1(_BLOCK)):
            yield block
        if process.wait():
            errors.seek(0)
            raise _trouble(self.directory, command, complaint(errors.read()))


@lru_cache(maxsize=8)  # a sweep asks of the same directory for each batch
def _check_once(directory: Path, _there: Path, environment: tuple[tuple[str, str], ...]) -> None:
    Git(directory, dict(environment)).check()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git and what it has started: what fetches for it outlives it, as long as a server is silent."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)


def complaint(stderr: bytes) -> str:
    """Git's own reason: its first error, without the word before it."""
    lines = stderr.decode(errors="replace").splitlines()
    errors = (line[7:] for line in lines if line.startswith(("fatal: ", "error: ")))
    return next(itertools.chain(errors, lines), "no reason given")


def _clean(environment: Mapping[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in environment.items()
        if not name.startswith("GIT_") or name in _KEPT or name.startswith("GIT_CONFIG_")
    }
    if not kept.get("GIT_CONFIG_COUNT", "0").isdecimal():
        del kept["GIT_CONFIG_COUNT"]
    if "GIT_INDEX_FILE" in kept:  # a hook gets it relative to where it runs, which is not where we run git
        kept["GIT_INDEX_FILE"] = str(Path(kept["GIT_INDEX_FILE"]).absolute())
    return kept | _FIXED


def _check_version(printed: bytes) -> None:
    found = re.match(rb"git version (\d+)\.(\d+)", printed)
    if found is None or tuple(map(int, found.groups())) < OLDEST:
        said = printed.decode(errors="replace").strip()
        raise SourceError(f"{said!r} is too old to read a repository safely", "Install git 2.31 or newer.")


def _trouble(directory: Path, command: str, reason: str) -> ReviewbotError:
    if "dubious ownership" in reason:
        return UsageError(
            f"git does not trust {str(directory)!r}, because it belongs to another user",
            f"If you do: git config --global --add safe.directory {directory.absolute()}",
        )
    if "not a git repository" in reason:
        return UsageError(f"{str(directory)!r} is not in a git repository", "Give --repo a repository.")
    if "promisor" in reason or "unable to read" in reason or "missing" in reason:
        return SourceError(
            f"the repository lacks objects of this change: {reason}",
            "In a partial clone, bring them with: git fetch --refetch --no-filter",
        )
    return SourceError(f"git {command} failed: {reason}")
