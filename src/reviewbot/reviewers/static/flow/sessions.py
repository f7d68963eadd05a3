"""What requests leave for later: in the session of a client, and in jobs that a worker does."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from reviewbot.reviewers.static.flow.values import NO_TAINTS, UNKNOWN, Taints, Value, either

_MEMBER: Final = re.compile(
    r"(?:^|[._$])(?:(?:session|SESSION)(?:\(\))?\.(?:Values\.)?|(?=job\.data\.\w{1,80}$))([\w.]{1,80})$"
)
"""A member of a session, as `ctx.session.login`, or of the data of a job; its own name is the group."""
_QUEUE: Final = re.compile(r"(?i)queue(?:\(\))?\.(?:add|create|enqueue)$")
_DEEPEST: Final = 2
"""Objects in an object whose members are kept apart."""
MENTIONS: Final = re.compile(
    r"(?:session|SESSION)\b(?:\(\))?[.\[]|\bjob\.data\b|[qQ]ueue\.(?:add|create|enqueue)\("
)
"""Stands in a function that uses a session, or gives or does a job."""
_PUTS: Final = frozenset({"set", "put", "setAttribute"})
_TAKES: Final = frozenset({"get", "pop", "fetch", "getAttribute"})


class Sessions:
    """What functions leave in sessions, as far as it comes from outside, by its name there."""

    def __init__(self) -> None:
        self._kept: dict[str, Value] = {}
        self.grew = False
        """Whether there is more than somebody may have found who looked earlier."""

    def keep(self, name: str, value: Value, seen: Callable[[Taints], Taints]) -> None:
        """A member, which may be one of a session, is set."""
        found = _MEMBER.search(name)
        left = _of_outside(value, seen) if found is not None and value.all_taints() else UNKNOWN
        if found is None or not left.all_taints():
            return
        before = self._kept.get(found[1])
        self._kept[found[1]] = left if before is None else either((before, left))
        self.grew = self.grew or before is None

    def handed(self, name: str, given: Iterable[Value], seen: Callable[[Taints], Taints]) -> None:
        """What a queue is given is the data of a job: `queue.add("resize", { file })`."""
        if _QUEUE.search(name):
            for value in given:
                for member, one in (value.fields or {}).items():
                    self.keep(f"job.data.{member}", one, seen)

    def found(self, name: str) -> Value | None:
        """What a member holds that may be one of a session; None if nothing is known of that."""
        member = _MEMBER.search(name) if self._kept else None
        return self._kept.get(member[1]) if member is not None else None

    def called(
        self, name: str, key: Value, value: Value | None, seen: Callable[[Taints], Taints]
    ) -> Value | None:
        """What a method gives that is told the name of a member, and maybe what to put there."""
        holder, _, word = name.rpartition(".")
        if not key.is_constant or word not in _PUTS | _TAKES:
            return None
        member = f"{holder}.{key.shape}"
        if word in _TAKES:
            return self.found(member)
        if value is not None:
            self.keep(member, value, seen)
        return None


def _of_outside(value: Value, seen: Callable[[Taints], Taints], depth: int = _DEEPEST) -> Value:
    """A value with no more than what surely comes from outside."""
    remote = {origin: clean for origin, clean in seen(value.taints).items() if origin.kind == "remote"}
    fields = value.fields if depth else None
    inner = {name: _of_outside(one, seen, depth - 1) for name, one in (fields or {}).items()}
    return replace(value, taints=remote or NO_TAINTS, name="", fields=inner or None, function=None)
