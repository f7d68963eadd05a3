"""Calls that promise less than they did: a name without its `safe`, a command that became one text."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Kind
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.statements import Statement
from reviewbot.spans import Side

_CALLED: Final = re.compile(r"(?<![\w$])([A-Za-z_$][\w$]{0,80})\s?\(")
_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_PROMISES: Final = frozenset(
    re.findall(
        r"\w+",
        """safe safely secure securely esc escape escaped sanitize sanitized sanitise sanitised validated
        verified quoted sandboxed restricted filter filtered""",
    )
)
_WARNS: Final = frozenset(
    {"unsafe", "unescaped", "unfiltered", "unchecked", "unverified", "insecure", "untrusted"}
)
_SURE: Final = ("sanit", "valid", "verif", "filter")
"""Beginnings of promises that mean protection, whatever a function is about."""
_OTHERWISE: Final = re.compile(r"safe_?[Pp]arse|(?i:esc(?:ape)?_?key)")
"""What is as strict without the word, or has another meaning."""
_ASKS: Final = re.compile(r"(?i)is_?[A-Z_]|has_?[A-Z_]")
_INPUT: Final = re.compile(r"(?i)request|input|param|query|post|cookie|header")
"""What a filter has to be of to protect: one of options chooses among them."""
_KINDS: Final = (
    ("output-escape", re.compile(r"(?i)esc|html|echo|print")),
    ("query-parameters", re.compile(r"(?i)sql|query|where\b|select\b")),
    ("path", re.compile(r"(?i)path|file|folder|dir\b")),
    ("request-target", re.compile(r"(?i)fetch|url|request_?get")),
)
_LISTED: Final = re.compile(
    r"[\[(,]\s*([\"'])(?P<program>[a-z][\w.+-]{1,30})\1\s*,\s*([\"'])(?P<first>-{0,2}\w[\w-]{0,30})\3"
)
"""The beginning of a list of arguments: `["git", "log"`."""
_PROGRAMS: Final = frozenset(
    re.findall(
        r"\w+",
        """git hg svn ssh scp rsync tar zip unzip gzip ffmpeg ffprobe convert magick identify docker
        podman kubectl npm npx pip node python python3 bash sh curl wget ping nslookup dig traceroute
        openssl gpg pg_dump mysqldump psql mysql make gcc systemctl chown chmod cp mv rm ls cat find grep
        sed awk pandoc gs sox unoconv libreoffice soffice wkhtmltopdf exiftool mkdir kill df du ps mount
        nmap whois""",
    )
)
_RUNS: Final = re.compile(r"(?i)\b(?:run|exec|ssh|shell|system|popen|spawn|subprocess|command|cmd)\w*\s*[(=]")
_SAYS: Final = re.compile(
    r"(?:(?:this|self)\.)?(?:console|_?log\w{0,20}|print\w{0,2}|debug)(?:\.\w{1,20})?\("
)
_COMPARED: Final = re.compile(r"[=!]==?|\bassert")
_FILLED: Final = re.compile(r"[{%+]|\.format\(")
"""What puts a value into a text, now or later."""
_SPLIT: Final = re.compile(r"\bsplit\(|\bargv\b")
_JOINED: Final = re.compile(r"(?:\bshlex\.join|Shellwords\.(?:shell)?join|\bshell_?quote\w{0,10})\(\s*$")
"""What made one text of the list before."""
_QUOTED: Final = re.compile(r"(?i)\bshlex\.quote\(|shell_?escape|\bquote\(")


def plainer(comparison: Comparison, book: FamilyBook) -> Iterator[Loss]:
    """One loss for each statement whose successor calls what promises less.

    What a swap of some family knows is judged there: `yaml.safe_load`.
    """
    families = {family.id: family for family in book.families}
    for statement in comparison.removed:
        now = comparison.successor(statement)
        if now is None:
            continue
        known = [one.what for one in book.shown(statement.text, comparison.window.language, Kind.SWAP)]
        if (name := _unpromised(statement, now)) and not any(name in what for what in known):
            kind = next((one for one, about in _KINDS if about.search(name)), None)
            kind = kind or next((one for one, about in _KINDS if about.search(statement.text)), "")
            kind = kind or ("input-format" if any(word in name.lower() for word in _SURE) else "")
            if kind:
                yield _loss(comparison, families[kind], now, f"{name}(")
        elif listed := _as_text(statement, now, comparison.added_text):
            yield _loss(comparison, families["shell-quote"], now, listed)


def _unpromised(old: Statement, new: Statement) -> str:
    """The function that gave way to its namesake which promises nothing, or which warns; "" if none did."""
    before, after = (Counter[str](_CALLED.findall(one.text)) for one in (old, new))
    came = {tuple(_parts(name)) for name in after - before}
    for name in before - after:
        parts = _parts(name)
        if not parts or _OTHERWISE.search(name):
            continue
        for at, part in enumerate(parts):
            promises = part in _PROMISES and (not part.startswith("filter") or _INPUT.search(name))
            bare = (*parts[:at], *parts[at + 1 :])
            if promises and (bare or name.startswith("__")) and not _ASKS.match(name) and bare in came:
                return name
        if any(len(one) == len(parts) + 1 and _without_warning(one) == parts for one in came):
            return name
    return ""


def _without_warning(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in parts if part not in _WARNS)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.lower() for part in _PARTS.findall(name))


def _as_text(old: Statement, new: Statement, added: str) -> str:
    """The list of arguments that is one text now, which a shell takes apart; "" if there is none."""
    if _COMPARED.search(old.text) or _SAYS.match(new.text):
        return ""
    for found in _LISTED.finditer(old.text):
        if not (found["program"] in _PROGRAMS or _RUNS.search(new.text)):
            continue
        text = re.compile(rf"[\"'`]{re.escape(found['program'])} {re.escape(found['first'])}(?!\w)")
        if _JOINED.search(old.text[: found.start()]) and _QUOTED.search(added):
            continue  # a text for a shell before and after, of which each value is quoted by itself now
        if text.search(new.text) and _FILLED.search(new.text) and not _SPLIT.search(new.text):
            return found[0].lstrip("[(, ")
    return ""


def _loss(comparison: Comparison, family: Family, now: Statement, what: str) -> Loss:
    return Loss(
        family,
        Confidence.MEDIUM,
        what,
        comparison.window.path,
        Side.NEW,
        now.first,
        owner=now.owner,
        how="is not what is called here any more",
    )
