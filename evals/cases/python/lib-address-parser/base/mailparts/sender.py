"""Who has sent a mail: the From field, as people's mail programs write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message

ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")


@dataclass(frozen=True)
class Sender:
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2].lower()


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value)))
    except (LookupError, UnicodeError):
        return value


def sender_of(message: Message) -> Sender | None:
    """The sender of a mail, or None if the field is missing or not understood."""
    value = _decoded(message.get("From", "")).strip()
    found = ADDRESS.search(value)
    return Sender(found[0]) if found else None


def same_organisation(first: Sender, second: Sender) -> bool:
    return first.domain == second.domain
