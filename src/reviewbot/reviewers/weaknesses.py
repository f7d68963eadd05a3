"""The weaknesses a model may name, in words. The same table stands in `prompts/review.md`."""

import re
from typing import Final, NamedTuple

from reviewbot.findings import cwe_family

OTHER = "CWE-OTHER"
"""A real defect that has no row in the table."""


class Weakness(NamedTuple):
    """What it is called, where it does harm, and what guards against it."""

    title: str
    harm: str
    guard: str


WEAKNESSES: Final = {
    cwe: Weakness(*words)
    for cwe, *words in (
        ("CWE-22", "Path traversal", "open, send, extract of joined paths", "resolve, then compare the root"),
        ("CWE-78", "OS command injection", "shell strings", "argument list without a shell"),
        ("CWE-79", "Cross-site scripting", "raw HTML, innerHTML, safe filters", "escaping for the place"),
        ("CWE-88", "Argument injection", "values that start with -", "-- before them, allow-list"),
        ("CWE-89", "SQL injection", "text built into SQL", "bound parameters, fixed names"),
        ("CWE-90", "LDAP injection", "filters, DNs", "escaping"),
        ("CWE-94", "Code injection", "eval, exec, dynamic import", "table of allowed names"),
        ("CWE-113", "Header injection", "CR LF in headers", "library that refuses them"),
        ("CWE-117", "Log injection", "raw lines in logs", "structured logging, escaping"),
        ("CWE-125", "Out-of-bounds read", "index or length from input", "bounds check"),
        ("CWE-134", "Format string", "input as the format", "constant format"),
        ("CWE-190", "Integer overflow", "size arithmetic on input", "checked arithmetic, limits"),
        ("CWE-200", "Information exposure", "errors, private fields to clients", "list of fields"),
        ("CWE-208", "Timing comparison", "== on secrets", "constant-time compare"),
        ("CWE-269", "Excess privilege", "root, broad tokens or roles", "least rights"),
        ("CWE-287", "Broken authentication", "bypass, weak login", "check on every path"),
        ("CWE-295", "Unchecked certificate", "verification off", "default verification"),
        ("CWE-306", "Missing authentication", "open route or job", "decorator, middleware, gateway"),
        ("CWE-319", "Cleartext transmission", "secrets over http", "TLS"),
        ("CWE-327", "Weak cryptography", "DES, RC4, ECB, fixed IV or key", "AEAD with fresh nonce"),
        ("CWE-328", "Weak hash", "MD5, SHA-1 for trust; fast hash of passwords", "SHA-256; scrypt, argon2"),
        ("CWE-338", "Predictable random", "tokens from a plain generator", "system randomness"),
        ("CWE-347", "Unverified signature", "JWT, webhooks, updates", "verify with fixed algorithm"),
        ("CWE-352", "Cross-site request forgery", "state change by cookie", "token, SameSite"),
        ("CWE-362", "Race condition", "shared state", "lock, transaction"),
        ("CWE-367", "Check-then-use race", "files, balances", "one atomic step"),
        ("CWE-377", "Insecure temporary file", "guessable names", "mkstemp"),
        ("CWE-384", "Session fixation", "id kept at login", "new id"),
        ("CWE-400", "Resource exhaustion", "unbounded size, count or time", "limits"),
        ("CWE-416", "Use after free", "pointer used after release", "ownership"),
        ("CWE-434", "Unrestricted upload", "type and place by the sender", "type check, own name"),
        ("CWE-489", "Debug mode", "in production", "switch by environment"),
        ("CWE-494", "Download without check", "curl | sh, run unverified", "pinned hash, signature"),
        ("CWE-502", "Unsafe deserialisation", "pickle, yaml.load, native objects", "data-only format"),
        ("CWE-532", "Secret in log", "tokens, passwords, bodies", "redaction"),
        ("CWE-601", "Open redirect", "target from request", "allow-list, relative only"),
        ("CWE-611", "XML external entity", "parser with entities", "entities off"),
        ("CWE-614", "Insecure cookie", "session without flags", "Secure, HttpOnly"),
        ("CWE-639", "Object access by foreign key", "id from request", "owner in the query"),
        ("CWE-732", "Loose permissions", "0777, public bucket", "owner only"),
        ("CWE-787", "Out-of-bounds write", "strcpy, memcpy, index from input", "size check"),
        ("CWE-798", "Hard-coded credential", "real key in code", "environment, secret store"),
        ("CWE-829", "Untrusted inclusion", "scripts, actions, packages by others", "pinned hash"),
        ("CWE-862", "Missing authorisation", "route or action without check", "check of role or owner"),
        ("CWE-863", "Wrong authorisation", "check that can be bypassed", "check on the object used"),
        ("CWE-915", "Mass assignment", "request into model", "list of fields"),
        ("CWE-918", "Server-side request forgery", "URL or host from request", "allow-list of hosts"),
        ("CWE-942", "Permissive cross-origin policy", "any origin with credentials", "fixed origins"),
        ("CWE-943", "NoSQL injection", "operators from request", "type check, fixed operators"),
        ("CWE-1321", "Prototype pollution", "merge, set by path", "refuse __proto__, Map"),
        ("CWE-1333", "Catastrophic regular expression", "nested repeats on input", "linear engine, limit"),
        ("CWE-1336", "Template injection", "request text as template", "fixed template"),
        (OTHER, "Other weakness", "a real defect without a row", "what stops it"),
    )
}

_TITLE_OF_FAMILY = {cwe_family(cwe): known.title for cwe, known in reversed(WEAKNESSES.items())}
_NUMBER = re.compile(r"\s*(?:cwe[-_ ]?)?0*(\d{1,5})(?!\d)", re.IGNORECASE)


def identify(written: str) -> str:
    """`CWE-n` for a number of the table or of one of its families, however it is written; else `OTHER`."""
    number = _NUMBER.match(written)
    cwe = f"CWE-{number[1]}" if number else OTHER
    return cwe if cwe_family(cwe) in _TITLE_OF_FAMILY else OTHER


def title_of(cwe: str) -> str:
    """The words for a weakness that `identify` returned; a stranger's are those of its family."""
    return WEAKNESSES[cwe].title if cwe in WEAKNESSES else _TITLE_OF_FAMILY[cwe_family(cwe)]


def table() -> str:
    """The rows as they stand in the prompt: what it is, where it does harm, what guards."""
    return "".join(f"{cwe} {known.title}: {known.harm}; {known.guard}\n" for cwe, known in WEAKNESSES.items())
