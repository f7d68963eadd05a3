"""What one request brings."""

from collections.abc import Mapping
from dataclasses import dataclass


class Broken(Exception):  # noqa: N818 - the line is
    """No answer came; whether the request arrived is not known."""


class Diverted(Exception):  # noqa: N818 - the request is
    """The server sends to another place."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names in lower case. `data` is decoded JSON, None also for what is not JSON."""

    status: int
    headers: Mapping[str, str]
    data: object
