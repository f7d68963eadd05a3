"""Passwords and keys that people write into code: a name that says so, and a literal given to it.

Offsets and patterns are bounded everywhere, so that a line of megabytes costs linear time.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator

from reviewbot.findings import Confidence

# The word that tells, and what may follow it in the name of a value, as in SECRET_KEY_BASE or password2. In the
# name of a thing about a value, as password_field or token_url, something else follows.
_NAME = (
    rb"(?P<word>pass(?:word|wd|phrase)|pwd|secret|api[_-]?key|access[_-]?key|private[_-]?key|encryption[_-]?key"
    rb"|signing[_-]?key|(?:auth|access|api|bearer|refresh|bot)[_-]?token|token|credential)s?"
    rb"(?P<rest>(?:[_-]?(?:key|value|val|base64|base|string|str|default|prod|production|dev|staging|test|live|old"
    rb"|new|plain|text|admin|root|user|db|\d{1,4})){0,4})"
)
# A closing quote or bracket of the name, a type, an operator, and the prefix of a string.
_GIVEN = (
    rb"[\"'`]?\]?[ \t]{0,8}(?::?[ \t]{0,4}[\w.\[\]|]{1,40}[ \t]{0,4})?"
    rb"(?::=|=>|[=!]==?|=|:)[ \t]{0,8}(?:[a-zA-Z]{1,2}(?=[\"']))?"
)
_QUOTED = re.compile(_NAME + _GIVEN + rb"([\"'`])(?P<value>[^\"'`\r\n]{4,300})\3", re.IGNORECASE)
_BARE = re.compile(
    _NAME + rb"[ \t]{0,8}[=:][ \t]{0,8}(?P<value>[^\s\"'`#;,{}()\[\]<>$&|!]{6,300})[ \t]{0,8}(?:#[^\n]{0,300})?\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_CONFIGURATION = re.compile(
    r"(^|/)(\.env[^/]*|dockerfile[^/]*|[^/]*\.(env|ini|cfg|conf|config|properties|ya?ml|sh|bash))$", re.IGNORECASE
)
_BEFORE = re.compile(rb"[\w-]{0,40}$")

# Words that stand where a secret will be, or speak of one, and references to where it is kept.
_PLACEHOLDER = re.compile(
    r"\s|^[<{(\[./\\&%]|^\$\w|\$[{(]|\{[^}]*\}|%[sdr(]|^(x{3,}|\*+|\.+|-+)"
    r"|example|change[_-]?(me|this|it)|placeholder|replace|your|insert|dummy|redacted|todo|fixme|not[_-]?set"
    r"|^[a-z_.-]*pass(word|wd|phrase)?[a-z_.-]*$|^[A-Z0-9]+(_[A-Z0-9]+)+$"
    r"|^(none|null|nil|true|false|undefined|string|str|text|hidden|required|optional|input|bytes?|bearer|basic)$"
    r"|^(arn|https?|file|env|vault|ref|self|this|os|process|settings|config|secrets?)[:./(]"
)
_WORDS = re.compile(r"^[A-Za-z]+([_.:/-][A-Za-z]+)*$")
_SIGNS = re.compile(r"(secret[_-]?key|(jwt|session|cookie|app)[_-]?secret|signing[_-]?key|secret[_-]?key[_-]?base)$")
"""Names of keys that frameworks sign sessions and tokens with: there, any constant is a defect."""

_TOKEN = 16
"""Characters of a shortest token or key that a service gives out."""

_ENTROPY = 2.5
"""Bits for each character; fewer is a repetition such as `aaaa1111`."""


def passwords(path: str, text: bytes) -> Iterator[tuple[tuple[int, int], str, Confidence]]:
    """Where values stand in the text, what their names call them, and how sure it is that they are secret."""
    for pattern in [_QUOTED, _BARE] if _CONFIGURATION.search(path) else [_QUOTED]:
        for match in pattern.finditer(text):
            before = _BEFORE.search(text, max(match.start() - 40, 0), match.start())
            name = ((before[0] if before else b"") + match["word"] + match["rest"]).decode().lower()
            sure = _judge(name, match["value"].decode(errors="replace"))
            if sure:
                yield match.span("value"), re.sub(r"[\W_]+", " ", match["word"].decode().lower()), sure


def _judge(name: str, value: str) -> Confidence | None:
    """How sure it is that the value is secret; None if it is not one."""
    if _PLACEHOLDER.search(value):
        return None
    if _SIGNS.search(name):
        return Confidence.MEDIUM
    mixed = any(c.isdigit() for c in value) and any(c.isalpha() for c in value)
    if "pass" in name or "pwd" in name:
        if _WORDS.search(value):
            return Confidence.LOW if value.isalpha() and value.islower() else None
        return Confidence.MEDIUM if entropy(value) >= _ENTROPY else Confidence.LOW
    if not mixed or _WORDS.search(value) or entropy(value) < _ENTROPY:
        return None
    if "token" in name and len(value) < _TOKEN:
        return None
    return Confidence.MEDIUM if len(value) >= _TOKEN else Confidence.LOW


def entropy(value: str) -> float:
    """Shannon entropy in bits for each character."""
    shares = [count / len(value) for count in Counter(value).values()]
    return -sum(share * math.log2(share) for share in shares)
