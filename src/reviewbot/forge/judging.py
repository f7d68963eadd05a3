"""What GitHub's answers mean: fine, come back later, or never."""

import email.utils
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus

from reviewbot.forge.answer import Answer
from reviewbot.forge.errors import Forbidden, ForgeError, Invalid, NotFound, RateLimited, Unreachable
from reviewbot.forge.needs import Need

SECONDARY_WAIT = 60.0
"""Seconds to rest after a secondary limit that names none, as GitHub's documentation asks."""

_LONGEST = 300
_PRIMARY = "api rate limit exceeded"
_SECONDARY = (
    "secondary rate limit",
    "please retry your request again later",
    "wait a few minutes before you try",
)
_LACKING = "resource not accessible by"
_LIMITING = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})
_BUSY = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.LOCKED})
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


@dataclass(frozen=True, slots=True)
class Delay:
    """Not now: `error` says why if there is no later. After `seconds` it may work.

    `unclear` is an answer that leaves open whether a write was stored; else it was not.
    """

    error: ForgeError
    seconds: float
    unclear: bool


@dataclass(frozen=True, slots=True)
class Judge:
    """Reads the answers of `host`. Its sentences are quoted short, printable and without `token`."""

    host: str
    token: str

    def judge(self, answer: Answer, need: Need, path: str, now: float) -> Delay | None:
        """None if all is fine, else how long to wait.

        `now` is this machine's time, in seconds since 1970.

        Raises:
            ForgeError: it will not work, however long one waits.
        """
        status, told = answer.status, self._told(answer.data)
        if answer.status == HTTPStatus.OK and path == "/graphql":
            return self._graphql(answer.data, need)
        if status < HTTPStatus.MULTIPLE_CHOICES:
            return None
        if status < HTTPStatus.BAD_REQUEST:
            raise self.diverted(status)
        if status in _LIMITING and (wait := _rest(answer.headers, told, status, now)) is not None:
            return Delay(self._limited(status, wait), wait, unclear=False)
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _BUSY:
            return self.unclear(f"answers {status}", need, status, _retry_after(answer.headers) or 0.0)
        raise self._refusal(status, told, need, path, answer)

    def unclear(self, what: str, need: Need, status: int = 0, wait: float = 0.0) -> Delay:
        """No answer that can be read: it may work again at once."""
        hint = "try again later; https://www.githubstatus.com tells of disturbances"
        error = Unreachable(f"{self.host} {what} when asked to {need.what}", hint, status=status)
        return Delay(error, wait, unclear=True)

    def diverted(self, status: int = 0) -> ForgeError:
        """The server sends elsewhere, where nobody wants the token to go."""
        told = f" ({status})" if status else ""
        hint = "set GITHUB_API_URL to the address it should be; a repository may have been renamed"
        return ForgeError(f"{self.host} redirects{told}; nothing is sent elsewhere", hint, status=status)

    def unreadable(self, need: Need, why: str) -> ForgeError:
        """An answer of the wrong shape."""
        hint = "GITHUB_API_URL may point to something that is no GitHub"
        return ForgeError(f"{self.host} answers nonsense when asked to {need.what}: {self.quote(why)}", hint)

    def quote(self, text: str) -> str:
        """Foreign text as one short printable line."""
        text = text.replace(self.token, "[token]")[: 4 * _LONGEST]
        line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
        return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"

    def _told(self, data: object) -> str:
        message = data.get("message") if isinstance(data, Mapping) else None
        return self.quote(message) if isinstance(message, str) else ""

    def _limited(self, status: int, wait: float) -> RateLimited:
        minutes = f"{wait / 60:.0f} min" if wait >= 120 else f"{wait:.0f} s"  # noqa: PLR2004 - reads better
        hint = "run again after that; a token of its own has more requests an hour than GITHUB_TOKEN"
        message = (
            f"{self.host} wants no more requests for {minutes} ({status}), longer than this run may take"
        )
        return RateLimited(message, hint, status=status, wait=wait)

    def _refusal(self, status: int, told: str, need: Need, path: str, answer: Answer) -> ForgeError:
        quoted = f": {told}" if told else ""
        if status == HTTPStatus.UNAUTHORIZED:
            hint = "check GITHUB_TOKEN: it may be mistyped, expired or revoked"
            return Forbidden(f"{self.host} refuses the token (401)", hint, status=status)
        if status == HTTPStatus.FORBIDDEN:
            return self._forbidden(told, need, answer.headers)
        if status in _GONE:
            hint = "check the name; for what is private GitHub says the same to a token that may not see it"
            return NotFound(f"{self.host} knows no {self.quote(path)} ({status})", hint, status=status)
        if status == HTTPStatus.UNPROCESSABLE_ENTITY:
            reasons = tuple(map(self.quote, _reasons(answer.data))) or ((told,) if told else ())
            message = f"{self.host} refuses to {need.what} (422): {'; '.join(reasons) or 'no reason given'}"
            return Invalid(message, reasons=reasons)
        return ForgeError(f"{self.host} refuses to {need.what} ({status}){quoted}", status=status)

    def _forbidden(self, told: str, need: Need, headers: Mapping[str, str]) -> Forbidden:
        message = f"the token may not {need.what} (403): {told or 'no reason given'}"
        if told.lower().startswith(_LACKING) and need.permission:
            hint = (
                f"add `{need.permission}` to the job's `permissions:`; "
                "pull requests from forks and of Dependabot never get it"
            )
            return Forbidden(message, hint, status=403, permission=need.permission)
        sso = "x-github-sso" in headers or "saml" in told.lower()
        hint = "authorize the token for the organization's single sign-on" if sso else ""
        return Forbidden(message, hint, status=403)

    def _graphql(self, data: object, need: Need) -> Delay | None:
        """GraphQL tells its errors with 200."""
        errors = data.get("errors") if isinstance(data, Mapping) else None
        if not isinstance(errors, list) or not errors:
            return None
        first = errors[0] if isinstance(errors[0], Mapping) else {}
        kind, told = first.get("type"), self.quote(str(first.get("message", "")))
        if kind == "RATE_LIMITED":
            return Delay(self._limited(HTTPStatus.OK, SECONDARY_WAIT), SECONDARY_WAIT, unclear=False)
        if kind == "FORBIDDEN":
            raise self._forbidden(told, need, {})
        if kind == "NOT_FOUND":
            raise NotFound(f"{self.host} does not find it: {told}", status=404)
        if kind is None and told.startswith("Something went wrong"):
            return self.unclear("has an inner error", need)
        raise ForgeError(f"{self.host} refuses to {need.what}: {told or 'no reason given'}")


def _rest(headers: Mapping[str, str], told: str, status: int, now: float) -> float | None:
    """Seconds that a rate limit wants to be waited, None if this is none."""
    low = told.lower()
    if low.startswith(_LACKING):
        return None
    after, used_up = _retry_after(headers), headers.get("x-ratelimit-remaining", "").strip() == "0"
    if after is not None:
        return max(after, 1.0)
    if low.startswith(_PRIMARY) or used_up:
        return _until_reset(headers, now)
    limited = status == HTTPStatus.TOO_MANY_REQUESTS or any(words in low for words in _SECONDARY)
    return SECONDARY_WAIT if limited else None


def _retry_after(headers: Mapping[str, str]) -> float | None:
    told = headers.get("retry-after", "").strip()
    return float(told[:9]) if told.isascii() and told.isdigit() else None


def _until_reset(headers: Mapping[str, str], now: float) -> float:
    """By the server's clock where it is told, since this machine's may be wrong; and a second more."""
    told = headers.get("x-ratelimit-reset", "").strip()
    if not (told.isascii() and told.isdigit()):
        return SECONDARY_WAIT
    with suppress(ValueError, OverflowError):
        now = email.utils.parsedate_to_datetime(headers.get("date", "")).timestamp()
    return max(float(told[:12]) - now, 0.0) + 1


def _reasons(data: object) -> Iterator[str]:
    """What a 422 says is wrong, one sentence each."""
    errors = data.get("errors") if isinstance(data, Mapping) else None
    for error in errors if isinstance(errors, list) else [errors]:
        if isinstance(error, str) and error:
            yield error
        elif isinstance(error, Mapping):
            said = error.get("message")
            yield str(said or f"{error.get('resource')}.{error.get('field')} {error.get('code')}")
