"""Where names may be defined: by the look of a text, and by the path that a module has."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from reviewbot.reviewers.static.flow.models import family_of

COMMON: Final = frozenset(
    """
    get set add run call find save load open close read write send update delete remove create init
    start stop main execute query exec append insert parse format render join split push pop next test
    print error info log debug handle process apply filter map each then catch build make list show
    index destroy edit new all first last count data name value text json html path file request
    response fetch post put patch exists
    """.split()  # noqa: SIM905 - a list of words
)
"""Names that say too little to find a function by them alone."""


IMPLEMENTS: Final = re.compile(r"\bclass[ \t]+(\w+)[^{};\n]{0,300}?\bimplements[ \t]+([\w., \t<>]+)")
"""A class, and what it says to be made like."""
DEFINES: Final[Mapping[str, re.Pattern[str]]] = {
    "python": re.compile(
        r"^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)"
        r"|^(?:type[ \t]+)?(\w+)(?:[ \t]*:[ \t]*(?:\w+\.)?TypeAlias)?[ \t]*="
        r"[ \t]*(?:(?:\w+\.)?\w+\[)?(?:\w+\.)?Literal\[",
        re.MULTILINE,
    ),
    "javascript": re.compile(
        r"\b(?:function\*?|class)[ \t]+(\w+)"
        r"|^(?:export[ \t]+)?(?:type|(?:const[ \t]+)?enum)[ \t]+(\w+)[ \t]*[={]"
        r"|\b(\w+)[ \t]*[:=][ \t]*(?:async[ \t]*)?"
        r"(?:function\b|\([^()\n]*\)[ \t]*(?::[^=\n]+)?=>|\w+[ \t]*=>)"
        r"|^[ \t]*(?:(?:public|private|protected|static|async|override|get|set)[ \t]+)*"
        r"(\w+)[ \t]*(?:<[^>\n]*>)?\([^;{}]*(?:\{[^{}()]{0,400}\}[^;{}]{0,200}){0,3}\)[^;{}()\n]*\{",
        re.MULTILINE,
    ),
    "php": re.compile(r"\b(?:function[ \t]+&?|(?:class|trait|interface|enum)[ \t]+)(\w+)"),
    "ruby": re.compile(
        r"^[ \t]*(?:\w+[ \t]+)?(?:def[ \t]+(?:self\.)?|(?:class|module)[ \t]+(?:\w+::)*)(\w+[?!]?)",
        re.MULTILINE,
    ),
    "any": re.compile(
        r"\b(?:func|function|def|class|interface|struct|record|enum)[ \t]+"
        r"(?:\([^)\n]*\)[ \t]*)?(?:self\.)?(\w+)"
        r"|^[ \t]*(?:type[ \t]+)?(\w+)[ \t]+(?:struct|interface)\b"
        r"|^[ \t]+(?:[\w<>\[\],.?]+[ \t]+)+(\w+)[ \t]*\([^;{}]*\)[^;{}()\n]*\{",
        re.MULTILINE,
    ),
}
"""By family of languages: what looks like the definition of a name."""


@lru_cache(maxsize=20_000)
def places_of(module: str, path: str, language: str) -> tuple[str, ...]:
    """The paths at which a module would be, seen from a file: relative ones exactly, others from any top."""
    if family_of(language) == "javascript":
        return _javascript_places(module, path)
    return _python_places(module, path) if language == "python" else ()


def _python_places(module: str, path: str) -> tuple[str, ...]:
    inner = module.lstrip(".")
    dots = len(module) - len(inner)
    homes = _folders_of(path)
    if dots:
        homes = homes[dots - 1 : dots]
    words = inner.replace(".", "/")
    bases = [_below(home, words) for home in homes]
    return tuple(place for base in bases for place in (f"{base}.py", f"{base}/__init__.py"))


def _javascript_places(module: str, path: str) -> tuple[str, ...]:
    if module.startswith("."):
        bases = [_collapsed(_below(_folders_of(path)[0], module))]
    elif module.startswith(("@/", "~/", "src/")):
        inner = module.partition("/")[2]
        bases = [_below(_below(home, top), inner) for home in _folders_of(path) for top in ("", "src", "app")]
    else:
        return ()
    bases = [base.removesuffix(".js") for base in bases]
    return tuple(f"{base}{ending}" for base in bases for ending in _ENDINGS)


_ENDINGS: Final = (".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", "/index.ts", "/index.js", "/index.tsx")


def _folders_of(path: str) -> list[str]:
    """The folder of a file and all above it, up to the top, which is ""."""
    folders = []
    while path:
        path = path.rpartition("/")[0]
        folders.append(path)
    return folders


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder and name else folder or name


def _collapsed(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in {".", "..", ""}:
            parts.append(part)
    return "/".join(parts)
