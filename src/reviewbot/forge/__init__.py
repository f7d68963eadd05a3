"""Talks to GitHub: what sources and sinks need of it, as values, with every failure named.

`connect` gives a `Client`. PyGithub underneath is imported when the client is made, and not before.
"""

from reviewbot.forge.client import Client, connect
from reviewbot.forge.errors import Forbidden, ForgeError, Invalid, NotFound, RateLimited, Unreachable
from reviewbot.forge.values import (
    GHOST,
    Annotation,
    Check,
    Comment,
    Issue,
    LineComment,
    Pull,
    PullFile,
    Review,
    ReviewComment,
    Thread,
    ThreadComment,
    TreeEntry,
)

__all__ = [
    "GHOST",
    "Annotation",
    "Check",
    "Client",
    "Comment",
    "Forbidden",
    "ForgeError",
    "Invalid",
    "Issue",
    "LineComment",
    "NotFound",
    "Pull",
    "PullFile",
    "RateLimited",
    "Review",
    "ReviewComment",
    "Thread",
    "ThreadComment",
    "TreeEntry",
    "Unreachable",
    "connect",
]
