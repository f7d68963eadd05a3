"""The weaknesses a model may name, in words. The same table stands in `prompts/review.md`."""

import re

from reviewbot.findings import cwe_family

OTHER = "CWE-OTHER"
"""A real defect that has no row in the table."""

WEAKNESSES = {
    "CWE-22": "Path traversal",
    "CWE-78": "OS command injection",
    "CWE-79": "Cross-site scripting",
    "CWE-88": "Argument injection",
    "CWE-89": "SQL injection",
    "CWE-90": "LDAP injection",
    "CWE-94": "Code injection",
    "CWE-113": "Header injection",
    "CWE-117": "Log injection",
    "CWE-125": "Out-of-bounds read",
    "CWE-134": "Format string",
    "CWE-190": "Integer overflow",
    "CWE-200": "Information exposure",
    "CWE-208": "Timing comparison",
    "CWE-269": "Excess privilege",
    "CWE-287": "Broken authentication",
    "CWE-295": "Unchecked certificate",
    "CWE-306": "Missing authentication",
    "CWE-319": "Cleartext transmission",
    "CWE-327": "Weak cryptography",
    "CWE-328": "Weak hash",
    "CWE-338": "Predictable random",
    "CWE-347": "Unverified signature",
    "CWE-352": "Cross-site request forgery",
    "CWE-362": "Race condition",
    "CWE-367": "Check-then-use race",
    "CWE-377": "Insecure temporary file",
    "CWE-384": "Session fixation",
    "CWE-400": "Resource exhaustion",
    "CWE-416": "Use after free",
    "CWE-434": "Unrestricted upload",
    "CWE-489": "Debug mode",
    "CWE-494": "Download without check",
    "CWE-502": "Unsafe deserialisation",
    "CWE-532": "Secret in log",
    "CWE-601": "Open redirect",
    "CWE-611": "XML external entity",
    "CWE-614": "Insecure cookie",
    "CWE-639": "Object access by foreign key",
    "CWE-732": "Loose permissions",
    "CWE-787": "Out-of-bounds write",
    "CWE-798": "Hard-coded credential",
    "CWE-829": "Untrusted inclusion",
    "CWE-862": "Missing authorisation",
    "CWE-863": "Wrong authorisation",
    "CWE-915": "Mass assignment",
    "CWE-918": "Server-side request forgery",
    "CWE-942": "Permissive cross-origin policy",
    "CWE-943": "NoSQL injection",
    "CWE-1321": "Prototype pollution",
    "CWE-1333": "Catastrophic regular expression",
    "CWE-1336": "Template injection",
    OTHER: "Other weakness",
}

_TITLE_OF_FAMILY = {cwe_family(cwe): title for cwe, title in reversed(WEAKNESSES.items())}
_NUMBER = re.compile(r"\s*(?:cwe[-_ ]?)?0*(\d{1,5})(?!\d)", re.IGNORECASE)


def identify(written: str) -> str:
    """`CWE-n` for a number of the table or of one of its families, however it is written; else `OTHER`."""
    number = _NUMBER.match(written)
    cwe = f"CWE-{number[1]}" if number else OTHER
    return cwe if cwe_family(cwe) in _TITLE_OF_FAMILY else OTHER


def title_of(cwe: str) -> str:
    """The words for a weakness that `identify` returned; a stranger's are those of its family."""
    return WEAKNESSES.get(cwe) or _TITLE_OF_FAMILY[cwe_family(cwe)]
