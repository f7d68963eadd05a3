"""What a server's refusal is about. Servers agree on no codes, so their sentences have to tell."""

import re

from reviewbot.reviewers.faults import sentence

_RATE_LIMIT, _TOO_LARGE = 429, 413
_CODES = frozenset({"context_length_exceeded", "exceed_context_size_error", "string_above_max_length"})
_NO_MODEL = re.compile(
    r"\bmodel\b.{0,100}\b(not exist|not found)|\b(unknown|invalid|no such|not a valid) model", re.IGNORECASE
)
_TOO_LONG = re.compile(
    r"context[ _](length|window|size|limit)|maximum (context|model length)|request too large"
    r"|(prompt|input) (is )?too (long|large)|token count.{0,40} exceeds|tokens exceed"
    r"|too many (input )?tokens|prompt contains .{0,40}tokens|exceeds the maximum size",
    re.IGNORECASE,
)
_READ_SO_FAR = 1_000
"""What comes later in a long refusal is the request, repeated."""


def names_no_model(code: object, told: str) -> bool:
    """Whether a server says that it knows no such model."""
    return code == "model_not_found" or _NO_MODEL.search(told[:_READ_SO_FAR]) is not None


def is_too_long(status: int, code: object, told: str) -> bool:
    """Whether a server says that a shorter request would do."""
    if status == _RATE_LIMIT:  # more tokens at once than a minute allows will never do
        return "request too large" in told[:_READ_SO_FAR].lower()
    return status == _TOO_LARGE or code in _CODES or _TOO_LONG.search(told[:_READ_SO_FAR]) is not None


def error_text(body: object) -> str:
    """The sentence of an error body, "" if it has none.

    Bodies are `{"error": {"message": ...}}` and its relatives, alone (OpenAI) or in a list (Gemini);
    FastAPI lists `{"loc": ..., "msg": ...}`.
    """
    match body:
        case str():
            return body
        case dict():
            return error_text(
                next((body[key] for key in ("error", "message", "detail") if body.get(key)), "")
            )
        case [{"loc": list(place), "msg": str(told)}, *_]:
            return f"'{place[-1]}': {told}" if place else told
        case [dict(first), *_]:
            return error_text(first)
    return ""


def named(names: list[str], param: object, told: str) -> str | None:
    """Which of these parameters a refusal is about, None if none.

    `param` is the field that OpenAI names itself. In a sentence, the first that is named counts: in
    "`temperature` may only be 1 when thinking is enabled" that is the one to blame.
    """
    if isinstance(param, str) and param:
        root = re.split(r"[.\[]", param)[0]
        return root if root in names else None
    found = {name: at for name in names if (at := _place(name, sentence(told, _READ_SO_FAR))) is not None}
    return min(found, key=found.__getitem__, default=None)


def _place(name: str, told: str) -> int | None:
    """Where a sentence names a parameter; what is an English word too must stand in quotes or in front."""
    word = re.escape(name)
    is_english = name in {"provider", "thinking"}
    pattern = rf"[\"'`]{word}[\"'`.]|^{word}[.:]" if is_english else rf"(?<![\w]){word}(?![\w])"
    match = re.search(pattern, told, re.IGNORECASE)
    return match.start() if match else None
