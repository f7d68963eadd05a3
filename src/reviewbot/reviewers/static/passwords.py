"""Passwords and keys that people write into code: a name that says so, and a literal given to it.

Patterns are bounded and tried only where a telling word stands: a line of megabytes costs linear time.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import product

from reviewbot.findings import Confidence

_KINDS = (
    "api",
    "access",
    "private",
    "encryption",
    "signing",
    "default",
    "auth",
    "master",
    "shared",
    "storage",
    *("partner", "webhook", "hmac", "jwt", "service", "deploy", "upload", "admin", "license"),
)
_KEYS = product(_KINDS, ("_", "-", ""))
_WORDS = (
    *(b"password", b"passwd", b"passphrase", b"pwd", b"secret", b"token", b"credential"),
    *(f"{what}{joint}key".encode() for what, joint in _KEYS),
)
"""Words that tell of a secret, in small letters."""

# What may follow the word in the name of a value, as in SECRET_KEY_BASE or password2. In the name of a thing
# about a value, as password_field or token_url, something else follows.
_REST = (
    rb"s?(?:[_-]?(?:key|value|val|base64|base|string|str|default|prod|production|dev|staging|test|live|old|new"
    rb"|plain|text|admin|root|user|db|\d{1,4})){0,4}"
)
# A closing quote or bracket of the name, a type, an operator, and the prefix of a string.
_GIVEN = (
    rb"[\"'`]?\]?[ \t]{0,8}(?:(?::|(?<=[ \t]))[ \t]{0,4}[\w.\[\]|]{1,40}[ \t]{0,4})?"
    rb"(?::=|=>|[=!]==?|=|:)[ \t]{0,8}(?:[a-zA-Z]{1,2}(?=[\"']))?"
)
_QUOTED = re.compile(
    rb"(?P<rest>" + _REST + rb")" + _GIVEN + rb"([\"'`])(?P<value>[^\"'`\r\n]{3,300})\2",
    re.IGNORECASE,
)
_BARE = re.compile(
    rb"(?P<rest>" + _REST + rb")[ \t]{0,8}[=:][ \t]{0,8}"
    rb"(?P<value>(?!!)[^\s\"'`#;,{}()\[\]<>$&|]{6,300})[ \t]{0,8}(?:#[^\n]{0,300})?\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_CONFIGURATION = re.compile(
    r"(^|/)(\.env[^/]*|dockerfile[^/]*|[^/]*\.(env|ini|cfg|conf|config|properties|ya?ml|sh|bash))$",
    re.IGNORECASE,
)
_BEFORE = re.compile(rb"[\w-]{0,40}$")

# Kingfisher reports the public half of a key pair only beside the other one; alone it is a leak already.
_ACCESS_KEY = re.compile(rb"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b")

# Kingfisher knows the addresses of databases, but not those that name their driver, too.
_ADDRESS = re.compile(
    rb"\b(?:postgres(?:ql)?|mysql|mariadb|mssql|oracle|cockroachdb|mongodb|redis|amqp|clickhouse|trino)"
    rb"\+[a-z0-9_]{2,20}://[^\s:@/\"'`]{1,60}:(?P<value>[^\s@/\"'`<>{}$%]{4,100})@(?P<host>[\w.-]{1,100})"
)
# What drivers read as pairs: `dbname=club user=club password=...`, `Server=...;Uid=...;Pwd=...`.
_PAIRS = re.compile(
    rb"\b(?:dbname|host|user|server|data source|uid|user id|database)\s?=[^\r\n\"'`=,()]{1,80}"
    rb"(?:=[^\r\n\"'`=,()]{1,80}){0,6}?[\s;](?:password|pwd)\s?=\s?(?P<value>[^\s\"'`;{}%$<>,()]{4,100})",
    re.IGNORECASE,
)
_NEARBY = re.compile(
    rb"(?:localhost$|127\.[\d.]+$|0\.0\.0\.0$|(?:db|database|postgres|mysql|mariadb|redis)$)"
)
"""Where the database of a developer stands."""

# Words that stand where a secret will be, or speak of one, and references to where it is kept.
_PLACEHOLDER = re.compile(
    r"\s|^[<{(\[./\\&%]|^\$\w|\$[{(]|\{[^}]*\}|%[sdr(]|^(x{3,}|\W*\*+|\.+|-+)"
    r"|example|change[_-]?(me|this|it)|placeholder|replace|your|insert|dummy|redacted|todo|fixme|not[_-]?set"
    r"|^[a-z_.-]*pass(word|wd|phrase)?[a-z_.-]*$|^(?-i:[A-Z0-9]+(_[A-Z0-9]+)+)$"
    r"|^(none|null|nil|true|false|undefined|string|str|text|hidden|required|optional|input|bytes?|bearer|basic)$"
    r"|^(arn|https?|file|env|vault|ref|self|this|os|process|settings|config|secrets?)[:./(]",
    re.IGNORECASE,
)
# Rows of keys, which people write where they explain a token, say nothing of the rest.
_KEYBOARD = re.compile(r"abc123|123456789|012345|deadbeef", re.IGNORECASE)
_PROSE = re.compile(r"^[A-Za-z]+([_.:/-][A-Za-z]+)*$")
_SIGNS = re.compile(r"(secret[_-]?key([_-]?base)?|(jwt|session|cookie|app)[_-]?secret|signing[_-]?key)$")
"""Names of keys that frameworks sign sessions and tokens with: there, any constant is a defect."""

_SHORTEST = 4
"""Characters of a shortest password."""
_TOKEN = 16
"""Characters of a shortest token or key that a service gives out."""
_ENTROPY = 2.5
"""Bits for each character; fewer is a repetition such as `aaaa1111`."""

Found = tuple[tuple[int, int], str, Confidence]


def passwords(path: str, text: bytes) -> Iterator[Found]:
    """Where values stand in the text, what their names call them, and how sure it is that they are secret."""
    seen: set[tuple[int, int]] = set()
    for span, kind, sure in (*_named(path, text), *_access_keys(text), *_addresses(text), *_pairs(text)):
        if span not in seen:
            seen.add(span)
            yield span, kind, sure


def _named(path: str, text: bytes) -> Iterator[Found]:
    small = text.lower()
    patterns = [_QUOTED, _BARE] if _CONFIGURATION.search(path) else [_QUOTED]
    for word in _WORDS:
        at = small.find(word)
        while at >= 0:
            end = at + len(word)
            match = next(filter(None, (pattern.match(text, end) for pattern in patterns)), None)
            if match:
                before = _BEFORE.search(text, max(at - 40, 0), at)
                name = (before[0] if before else b"") + text[at:end] + match["rest"]
                sure = judge(name.decode().lower(), match["value"].decode(errors="replace"))
                if sure:
                    yield match.span("value"), word.decode().replace("_", " ").replace("-", " "), sure
            at = small.find(word, end)


def _access_keys(text: bytes) -> Iterator[Found]:
    for match in _ACCESS_KEY.finditer(text):
        if not match[0].endswith(b"EXAMPLE"):
            yield match.span(), "AWS access key", Confidence.MEDIUM


def _addresses(text: bytes) -> Iterator[Found]:
    for match in _ADDRESS.finditer(text):
        value = match["value"].decode(errors="replace")
        sure = None if _PLACEHOLDER.search(value) else _judge_password(value)
        if sure:
            yield (
                match.span("value"),
                "database address",
                Confidence.LOW if _NEARBY.match(match["host"]) else sure,
            )


def _pairs(text: bytes) -> Iterator[Found]:
    """Passwords among pairs on one line, where the word for them is not what the pairs are named by."""
    for match in _PAIRS.finditer(text) if b"=" in text else ():
        value = match["value"].decode(errors="replace")
        sure = None if _PLACEHOLDER.search(value) else _judge_password(value)
        if sure:
            yield match.span("value"), "database password", sure


def judge(name: str, value: str) -> Confidence | None:
    """How sure it is that a value of this name, in small letters, is secret; None if it is not."""
    if _PLACEHOLDER.search(value):
        return None
    if _SIGNS.search(name):
        return Confidence.MEDIUM
    if "pass" in name or "pwd" in name:
        return _judge_password(value)
    return _judge_token(value, _TOKEN if "token" in name else _SHORTEST)


def _judge_password(value: str) -> Confidence | None:
    if len(value) < _SHORTEST:
        return None
    if _PROSE.search(value):
        return Confidence.LOW if value.isalpha() and value.islower() else None
    return Confidence.MEDIUM if entropy(value) >= _ENTROPY else Confidence.LOW


def _judge_token(value: str, shortest: int) -> Confidence | None:
    value = _KEYBOARD.sub("", value)
    mixed = any(c.isdigit() for c in value) and any(c.isalpha() for c in value)
    if not mixed or len(value) < shortest or entropy(value) < _ENTROPY:
        return None
    return Confidence.MEDIUM if len(value) >= _TOKEN else Confidence.LOW


def entropy(value: str) -> float:
    """Shannon entropy in bits for each character."""
    shares = [count / len(value) for count in Counter(value).values()]
    return -sum(share * math.log2(share) for share in shares)
