"""What a verifier should look for: the guards of a weakness, and what only looks like one.

The guards are those of the table that the finder is shown, for the weakness and its near synonyms.
"""

from typing import Final

from reviewbot.findings import cwe_family
from reviewbot.reviewers.weaknesses import OTHER, WEAKNESSES

NO_GUARD: Final = {
    "CWE-22": "replacing `..`, joining onto a root, startswith without a separator, a check before decoding",
    "CWE-78": "quotes around the value, a deny-list, escaping for another shell; -- does not help in a shell",
    "CWE-79": "escaping for another place (HTML in a script or URL), a deny-list of tags, client-side checks",
    "CWE-89": "escaping of quotes by hand, an ORM's raw or text call, a quoted name from the request",
    "CWE-90": "escaping for SQL or HTML, trimming",
    "CWE-94": "empty builtins, a deny-list of words, a template engine without sandbox",
    "CWE-113": "trimming the ends only",
    "CWE-190": "a check after the arithmetic",
    "CWE-287": "a check that some caller may skip, a token that is decoded but not verified",
    "CWE-295": "a pinned host name alone, verification on in another client",
    "CWE-327": "a longer key, a second round, an algorithm chosen by the sender",
    "CWE-330": "seeding with the time, hashing the weak value",
    "CWE-347": "decode without verify, an algorithm taken from the token, a comparison with ==",
    "CWE-352": "a check of the method, JSON bodies that are also read from forms",
    "CWE-362": "a check before the write without lock or transaction",
    "CWE-367": "the same check twice",
    "CWE-400": "a limit that the sender chooses, a time-out that does not stop the work",
    "CWE-434": "the sender's content type, a check of the name's end only",
    "CWE-494": "https alone, a checksum from the same place",
    "CWE-502": "a try around it, a check after loading, a signature under a known key",
    "CWE-532": "a log level",
    "CWE-601": "startswith('/') alone, which lets //host through; a substring test of the host",
    "CWE-611": "size limits",
    "CWE-798": "a name such as test or example around a real value",
    "CWE-829": "a tag or branch, which can be moved",
    "CWE-862": "a login check where ownership or role is needed, a hidden button, a check on another object",
    "CWE-915": "a deny-list of fields",
    "CWE-918": "a substring or prefix test of the URL, a check before a redirect or a second look-up",
    "CWE-942": "reflecting the origin, a suffix test without a dot",
    "CWE-1321": "a check of the top level only",
}
"""By family: what models take for a guard, and is none."""

_ALWAYS: Final = "a comment, a name, a log line, a guard after the harm or on another path"


def hints(cwe: str) -> str:
    """One line: what guards against a weakness of this family, and what does not."""
    family = cwe_family(cwe)
    rows = [row for known, row in WEAKNESSES.items() if known in {cwe, family} or cwe_family(known) == family]
    guards = "; ".join(dict.fromkeys(row.guard for row in rows or [WEAKNESSES[OTHER]]))
    shams = "; ".join(filter(None, (NO_GUARD.get(family, ""), _ALWAYS)))
    return f"Guards: {guards}. No guards: {shams}."
