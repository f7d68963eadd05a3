"""Who asks: tokens, what they may do, and how a person or a bot is shown."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fakes.github.openapi import filled

ACTIONS = "github-actions[bot]"
_RECOMMENDED = {"contents": "read", "pull_requests": "write"}
_ALL = ("contents", "pull_requests", "issues", "checks", "statuses", "security_events")


@dataclass(frozen=True, slots=True)
class Token:
    """What a token stands for; `person` ones may do what their owner may, the others what `permissions` say."""

    login: str
    permissions: Mapping[str, str] = field(default_factory=dict)
    person: bool = False

    def may(self, need: str) -> bool:
        """Whether `need`, such as `issues:write`, is granted; writing includes reading."""
        area, _, level = need.partition(":")
        return self.permissions.get(area) in {level, "write"}


def usual_tokens() -> dict[str, Token]:
    """The tokens that every server knows from its start."""
    return {
        "actions-token": Token(ACTIONS, _RECOMMENDED),
        "actions-full-token": Token(ACTIONS, dict.fromkeys(_ALL, "write")),
        "actions-fork-token": Token(ACTIONS, dict.fromkeys(_ALL, "read")),
        "alice-token": Token("alice", dict.fromkeys(_ALL, "write"), person=True),
        "other-bot-token": Token("other-bot[bot]", dict.fromkeys(_ALL, "write")),
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
