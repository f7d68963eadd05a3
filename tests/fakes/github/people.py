"""Who asks: tokens, what they may do, and how a person or a bot is shown."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fakes.github.openapi import filled

ACTIONS_TOKEN = "actions-token"
FULL_TOKEN = "actions-full-token"
FORK_TOKEN = "actions-fork-token"
PERSON_TOKEN = "alice-token"
OTHER_TOKEN = "other-bot-token"
_ACTIONS = "github-actions[bot]"
_RECOMMENDED = {"contents": "read", "pull_requests": "write"}
_ALL = ("contents", "pull_requests", "issues", "checks", "statuses", "security_events")


@dataclass(frozen=True, slots=True)
class Token:
    """What a token stands for, and what it may do; `person` tokens belong to people, the others to apps."""

    login: str
    permissions: Mapping[str, str] = field(default_factory=dict)
    person: bool = False

    def may(self, need: str) -> bool:
        """Whether `need`, such as `issues:write`, is granted; writing includes reading."""
        area, _, level = need.partition(":")
        return self.permissions.get(area) in {level, "write"}


def usual_tokens() -> dict[str, Token]:
    """The tokens that every server knows from its start."""
    full = dict.fromkeys(_ALL, "write")
    return {
        ACTIONS_TOKEN: Token(_ACTIONS, _RECOMMENDED),
        FULL_TOKEN: Token(_ACTIONS, full),
        FORK_TOKEN: Token(_ACTIONS, dict.fromkeys(_ALL, "read")),
        PERSON_TOKEN: Token("alice", full, person=True),
        OTHER_TOKEN: Token("other-bot[bot]", full),
    }


def user(login: str, root: str) -> dict[str, Any]:
    """A `simple-user`."""
    api = f"{root}/users/{login.removesuffix('[bot]')}"
    return filled(
        "simple-user",
        {
            "login": login,
            "id": zlib.crc32(login.encode()),
            "node_id": f"U_{login}",
            "type": "Bot" if login.endswith("[bot]") else "User",
            "url": api,
            "html_url": api,
        },
    )


def association(login: str) -> str:
    """An `author_association`."""
    return "NONE" if login.endswith("[bot]") else "CONTRIBUTOR"
