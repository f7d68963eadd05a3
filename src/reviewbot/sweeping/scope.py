"""Which files of a tree belong to a sweep, and which part of them to this job."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pathspec import GitIgnoreSpec

from reviewbot.diff import Target
from reviewbot.errors import UsageError
from reviewbot.sources.tree import Tree
from reviewbot.spans import Gap, GapKind
from reviewbot.sweeping.batches import Batch, batches, shard


class Unmatched(UsageError):  # noqa: N818 - what the globs are
    """Globs that choose no file at all."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several jobs that share a sweep, counted from 1."""

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """Read `2/4`.

        Raises:
            UsageError: it is not of that form, or there is no such job.
        """
        found = re.fullmatch(r"(\d{1,4})/(\d{1,4})", text)
        number, of = map(int, found.groups()) if found else (0, 0)
        if not 1 <= number <= of:
            raise UsageError(f"{text!r} is no shard", "give --shard I/N, as 1/4 for the first of four jobs")
        return cls(number, of)

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


WHOLE = Shard()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a person asked for. Globs are those of .gitignore; no `include` means everything.

    Raises:
        UsageError: a glob that is none.
    """

    since: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    shard: Shard = WHOLE

    def __post_init__(self) -> None:
        _globs((*self.include, *self.exclude))  # before anything is cloned

    @property
    def is_everything(self) -> bool:
        """Whether a file that is not in it is not in the repository either."""
        return self == Scope()

    def select(self, tree: Tree) -> Tree:
        """The tree without what is not to be read.

        Raises:
            Unmatched: there are files, and none of them is chosen.
        """
        wanted, unwanted = _globs(self.include), _globs(self.exclude)

        def is_chosen(path: str) -> bool:
            return (not self.include or wanted.match_file(path)) and not unwanted.match_file(path)

        def is_missed(gap: Gap) -> bool:  # a folder that failed may hold what is included
            failed = gap.kind is GapKind.FAILED and not unwanted.match_file(gap.path)
            return failed or is_chosen(gap.path)

        # What cannot be listed belongs to the first job, and to no other.
        gaps = tuple(filter(is_missed, tree.gaps))
        chosen = tree.of(leaf for leaf in tree.leaves if is_chosen(leaf.path))
        if self.since is None and (tree.leaves or tree.gaps) and not (chosen.leaves or gaps):
            raise Unmatched(
                f"of {tree.target.repo or 'this repository'} nothing is left {self._globs}",
                "see that the globs are right; they are those of a .gitignore",
            )
        return replace(chosen, gaps=gaps if self.shard.number == 1 else (), target=self._named(tree.target))

    @property
    def _globs(self) -> str:
        """As flags."""
        given = (("--include", self.include), ("--exclude", self.exclude))
        return f"by {' '.join(f'{flag} {glob!r}' for flag, globs in given for glob in globs)}"

    def _named(self, target: Target) -> Target:
        """The target of a part says so."""
        shard = str(self.shard) if self.shard.of > 1 else ""
        return replace(target, shard=shard, include=self.include, exclude=self.exclude)

    def cut(self, tree: Tree) -> tuple[Batch, ...]:
        """The batches of this job."""
        every = batches(tree.leaves)
        return every if self.shard.of == 1 else shard(every, self.shard.number, self.shard.of)


def _globs(patterns: Sequence[str]) -> GitIgnoreSpec:
    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise UsageError(f"not a glob: {error}", "write it as in a .gitignore") from error
