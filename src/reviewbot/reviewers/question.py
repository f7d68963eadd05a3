"""What is asked of a model, before an endpoint's own parameters are added; and what comes back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from reviewbot.review import Usage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Schema:
    """The JSON schema of an answer, and the name that goes with it."""

    name: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One system message and one user message.

    `key` is the user message as far as it matters: questions that differ in line numbers only have equal keys
    and may share an answer. `lines` are the numbers that were left out of it, in their order. Votes on the
    same question are counted from 1.
    """

    system: str = field(repr=False)
    user: str = field(repr=False)
    key: str = field(repr=False)
    schema: Schema = field(repr=False)
    lines: tuple[int, ...] = ()
    vote: int = 1


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What the words of a model come to.

    `lines` are the numbers that the model saw: other ones than the question's when the answer was `cached`
    and the code has moved since. `usage` holds failed tries too.
    """

    value: T
    usage: Usage
    lines: tuple[int, ...] = ()
    cached: bool = False


class Asker(Protocol):
    """An open line to a model."""

    async def ask(self, question: Question, read: Callable[[str], T]) -> Answer[T]:
        """Ask until `read` takes the answer, or there is no sense in asking again.

        `read` raises `ReplyError` for words that are no answer.

        Raises:
            CallFault: no usable answer came. Its usage is that of all tries.
            Unavailable: none ever will, for this question or any other.
        """
