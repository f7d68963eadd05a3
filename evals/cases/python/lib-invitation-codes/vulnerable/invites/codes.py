"""Invitations to a workspace."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Protocol

# Without the letters and digits that are taken for one another on the phone.
ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679"
GROUPS = 4
GROUP_LENGTH = 4
VALID_FOR = timedelta(days=7)


def _now() -> datetime:
    return datetime.now(timezone.utc)


@dataclass(frozen=True)
class Invitation:
    workspace_id: int
    role: str
    digest: str
    expires_at: datetime


class InvitationStore(Protocol):
    def add(self, invitation: Invitation) -> None: ...

    def take(self, digest: str) -> Invitation | None:
        """Removes and returns the invitation, so that it can be used once."""


def digest(code: str) -> str:
    return hashlib.sha256(code.upper().replace("-", "").encode()).hexdigest()


class CodeGenerator:
    def __init__(self) -> None:
        self._random = random.Random()

    def _group(self) -> str:
        return "".join(self._random.choice(ALPHABET) for _ in range(GROUP_LENGTH))

    def new(self) -> str:
        """A code such as K7CX-9PQT-MW3E-YF4R."""
        return "-".join(self._group() for _ in range(GROUPS))


class Invitations:
    def __init__(self, store: InvitationStore, now: Callable[[], datetime] = _now) -> None:
        self._store = store
        self._now = now
        self._codes = CodeGenerator()

    def create(self, workspace_id: int, role: str) -> str:
        """The code to hand to the person who is invited; only its digest is stored."""
        code = self._codes.new()
        self._store.add(Invitation(workspace_id, role, digest(code), self._now() + VALID_FOR))
        return code

    def redeem(self, code: str) -> Invitation | None:
        invitation = self._store.take(digest(code))
        if invitation is None or invitation.expires_at < self._now():
            return None
        return invitation
