"""How much a chunk deserves to be read first, when a budget may run out.

A rough rank by words, never a verdict: every chunk is read if the budget allows.
"""

import re
from collections.abc import Callable
from typing import Final

Rank = Callable[[int, str], int]
"""The risk of a text, from that of its place."""

_TEXT: Final = (
    (6, "pickle|marshal|yaml.load|unserializ|deserializ|readobject"),
    (6, "subprocess|system(|popen|child_process|exec(|eval("),
    (5, "passw|secret|token|api_key|apikey|private_key|credential"),
    (5, "execute(|query(|select |insert into"),
    (5, "login|auth|permission|admin|csrf|session|jwt"),
    (4, "innerhtml|dangerously|render_template|mark_safe|html_safe"),
    (4, "crypt|hashlib|md5|sha1|random|verify"),
    (3, "upload|extractall|send_file|redirect|urlopen|fetch("),
    (2, "request.|argv|environ"),
)
_WORDS: Final = tuple((weight, tuple(words.split("|"))) for weight, words in _TEXT)
_PATHS: Final = (
    (
        8,
        re.compile(
            r"(?:^|/)\.github/workflows/|(?:^|/)\.gitlab-ci|jenkinsfile|(?:^|/)\.circleci/|azure-pipelines"
        ),
    ),
    (
        5,
        re.compile(
            r"(?:^|/)(?:dockerfile|containerfile|makefile|setup\.py|action\.ya?ml)|docker-compose|\.tf$"
        ),
    ),
    (5, re.compile(r"auth|login|session|password|crypt|security|permission|admin|token|middleware|payment")),
    (
        -12,
        re.compile(
            r"(?:^|/|_|\.)(?:tests?|specs?|__tests__|testdata|fixtures|mocks?)(?:/|_|\.|$)|(?:^|/)test_"
        ),
    ),
    (
        -12,
        re.compile(
            r"(?:^|/)(?:docs?|examples?|samples?|benchmarks?)/|\.(?:md|rst|txt)$|changelog|licen[cs]e"
        ),
    ),
)
_REMOVED: Final = re.compile(r"\n-.*")
_CHECKS: Final = ("require", "check", "verify", "valid", "sanitiz", "escape", "auth", "permission", "@")
_CHECK: Final = re.compile(r"\b(?:if\b|assert)")
_REMOVED_CHECK: Final = 6


def path_risk(path: str) -> int:
    """What the place of a file says; below 0 for tests and documentation."""
    name = path.lower()
    return sum(weight for weight, rule in _PATHS if rule.search(name))


def risk(place: int, text: str) -> int:
    """The sum of the weights of what occurs, each once, and of the place of the file.

    Tests and documentation come last, unsearched.
    """
    if place < 0:
        return place
    words = text.lower()
    score = place + sum(weight for weight, any_of in _WORDS if any(word in words for word in any_of))
    return score + _REMOVED_CHECK if _loses_a_check(words) else score


def by_place(place: int, _text: str) -> int:
    """That of the place alone: for whoever counts chunks, and reads none of them before another."""
    return place


def _loses_a_check(words: str) -> bool:
    if "\n-" not in words:
        return False
    gone = "".join(_REMOVED.findall(f"\n{words}"))
    return any(word in gone for word in _CHECKS) or _CHECK.search(gone) is not None
