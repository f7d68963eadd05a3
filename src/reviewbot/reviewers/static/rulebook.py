"""Rules as data: one file each, which is the rule, its tests and its part of the documentation.

A file is parsed when there is code in one of its `languages`, which stand on a line of their own near its
top.

`rules/ID.yml` says what a match means, shows vulnerable and safe code that proves it, and looks in one of
three ways. `rule` is a pattern of ast-grep (https://ast-grep.github.io/reference/rule.html) on the tree;
`flow` are places where data from outside does harm (`flow/sinks.py`); `lines` are regular expressions on
lines and conditions on what stands around them (`lines.py`). `terms/GROUP.yml` names the patterns that the
rules of some languages share, as `built` for a string that is put together at run time; a rule refers to one
by `matches: built`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.lines import Line, read_line
from reviewbot.reviewers.static.passages import Weakness
from reviewbot.reviewers.static.regexes import lighter
from reviewbot.reviewers.static.scripts import COMPONENTS

GRAMMARS: Final = {
    "csharp": "csharp",
    "go": "go",
    "java": "java",
    "javascript": "javascript",
    "php": "php",
    "python": "python",
    "ruby": "ruby",
    "tsx": "tsx",
    "typescript": "typescript",
}
"""Languages that rules may name, with their grammar: ast-grep does not survive a name it does not know."""
PLAIN: Final = frozenset(
    (
        *("bash", "blade", "c", "cpp", "dockerfile", "ejs", "erb", "freemarker", "handlebars", "hcl", "html"),
        *(
            "ini",
            "jinja",
            "json",
            "jsp",
            "pug",
            "razor",
            "sql",
            "svelte",
            "toml",
            "twig",
            "vue",
            "xml",
            "yaml",
        ),
    )
)
"""Languages that are read line by line, whatever templates, macros and mistakes stand in them."""

_TEXTS: Final = ("id", "cwe", "severity", "confidence", "title", "explanation", "fix")
_LISTS: Final = ("languages", "references", "vulnerable", "safe")
_WAYS: Final = ("rule", "flow", "lines")
_UPWARDS: Final = ("inside", "precedes", "follows")
_LANGUAGES: Final = re.compile(r"^languages: \[([\w, ]+)\]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: where to look, what it means, and the code that proves it, good and bad."""

    id: str
    languages: tuple[str, ...]
    weakness: Weakness
    references: tuple[str, ...]
    """By number: CWE, OWASP Top Ten, CAPEC and the like."""
    vulnerable: tuple[str, ...]
    safe: tuple[str, ...]
    words: tuple[str, ...] = ()
    """A pattern is tried on text that holds one of them: compiling it costs more than most searches. Lines
    are tried only if they hold one themselves, in capital or small letters."""
    paths: re.Pattern[str] | None = None
    """The rule is for files with such a path only."""
    pattern: Mapping[str, Any] | None = None
    slow: bool = False
    """What the pattern finds is a regular expression, and counts if it takes exponential time."""
    flow: Mapping[str, Any] | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Page:
    """A file of rules or terms, which is parsed when somebody asks."""

    name: str
    languages: tuple[str, ...]
    text: str = field(repr=False)

    @classmethod
    def of(cls, file: Traversable) -> "Page":
        """A file of ours.

        Raises:
            ValueError: it does not say on one line for which languages it is.
        """
        text = file.read_text(encoding="utf-8")
        found = _LANGUAGES.search(text)
        if found is None:
            raise ValueError(f"{file.name}: no line `languages: [...]`")
        return cls(file.name, tuple(word.strip() for word in found[1].split(",")), text)

    @cached_property
    def told(self) -> Mapping[str, Any]:
        """What it holds.

        Raises:
            ValueError: its languages are others than the line at its top says.
        """
        told: Mapping[str, Any] = parse_yaml(self.text)
        if tuple(told["languages"]) != self.languages:
            raise ValueError(f"{self.name}: `languages` must be the first line of its kind")
        return told

    @cached_property
    def rule(self) -> Rule:
        """The rule that it is."""
        return parse_rule(self.name, self.told)


@dataclass(frozen=True)
class Rulebook:
    """All rules, and by language the terms that they share: parsed when somebody asks for the language."""

    pages: tuple[Page, ...]
    groups: tuple[Page, ...] = ()
    """Files of terms."""
    _read: dict[str, tuple[Rule, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _known: dict[str, Mapping[str, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All of them, in the order of their names."""
        return tuple(page.rule for page in self.pages)

    def speaking(self, language: str) -> tuple[Rule, ...]:
        """The rules for a language, in the order of their names."""
        if language not in self._read:
            self._read[language] = tuple(page.rule for page in self.pages if language in page.languages)
        return self._read[language]

    def about(self, language: str, path: str, text: str) -> tuple[Rule, ...]:
        """The rules with a pattern that can match in this text of this language."""
        return tuple(
            rule
            for rule in self.speaking(language)
            if rule.pattern is not None
            and (rule.paths is None or rule.paths.search(path))
            and (not rule.words or any(word in text for word in rule.words))
        )

    def terms_of(self, rules: Iterable[Rule], language: str) -> Mapping[str, Any]:
        """The terms that some rules refer to, and those that these do: each is compiled anew each time."""
        known = self._terms(language)
        wanted = {name for rule in rules for name in _referred(rule.pattern)}
        found: dict[str, Any] = {}
        while wanted:
            name = wanted.pop()
            found[name] = known[name]
            wanted |= set(_referred(known[name])) - found.keys()
        return found

    def _terms(self, language: str) -> Mapping[str, Any]:
        """What a language's rules share; the last file that names a language has it."""
        if language not in self._known:
            groups = [group for group in self.groups if language in group.languages]
            self._known[language] = lighter(groups[-1].told["terms"]) if groups else {}
        return self._known[language]

    def lined(self, language: str, path: str) -> Iterator[Rule]:
        """The rules for lines of such a file."""
        for rule in self.speaking(language):
            if rule.lines and (rule.paths is None or rule.paths.search(path)):
                yield rule

    def flows(self, language: str) -> Iterator[Rule]:
        """The rules that follow data in a language."""
        return (rule for rule in self.speaking(language) if rule.flow is not None)


@cache  # whoever reads several repositories parses each page once
def load() -> Rulebook:
    """The rules that are part of reviewbot, in the order of their names.

    Raises:
        ValueError: a file breaks the form; it says which and how. Most of the form is looked at later, when
            there is code to read in a language that the file names.
    """
    home = files(__package__)
    return Rulebook(*(tuple(map(Page.of, _files(home / folder))) for folder in ("rules", "terms")))


def parse_rule(name: str, entry: Mapping[str, Any]) -> Rule:
    """A rule from its file.

    Raises:
        ValueError: a key is missing, unknown or of the wrong kind, or the search has no bound.
    """
    ways = [way for way in _WAYS if way in entry]
    if wrong := {*_TEXTS, *_LISTS} - set(entry) | set(entry) - {
        *_TEXTS,
        *_LISTS,
        *_WAYS,
        "words",
        "paths",
        "slow",
    }:
        raise ValueError(f"{name}: missing or unknown: {', '.join(sorted(wrong))}")
    if len(ways) != 1:
        raise ValueError(f"{name}: a rule has one of {', '.join(_WAYS)}")
    if not all(isinstance(entry[key], str) for key in _TEXTS) or entry["id"] != name.removesuffix(".yml"):
        raise ValueError(f"{name}: the id must be the file's name, and {', '.join(_TEXTS)} text")
    if not all(entry[key] and all(isinstance(item, str) for item in entry[key]) for key in _LISTS):
        raise ValueError(f"{name}: {', '.join(_LISTS)} must be lists of text, none of them empty")
    more = {"lines": PLAIN, "flow": frozenset(COMPONENTS)}
    known = GRAMMARS.keys() | more.get(ways[0], frozenset())
    if unknown := set(entry["languages"]) - known:
        raise ValueError(f"{name}: unknown languages: {', '.join(sorted(unknown))}")
    if any(_unbounded(entry.get("rule"))):
        raise ValueError(f"{name}: no {'/'.join(_UPWARDS)} up to the end: on deep nesting it takes for ever")
    return Rule(
        entry["id"],
        weakness=_weakness(entry),
        words=tuple(entry.get("words", ())),
        paths=re.compile(entry["paths"]) if "paths" in entry else None,
        pattern=lighter(entry.get("rule")),
        slow=entry.get("slow", False) is True,
        flow=entry.get("flow"),
        lines=tuple(map(read_line, entry.get("lines", ()))),
        **{key: tuple(entry[key]) for key in _LISTS},
    )


def _weakness(entry: Mapping[str, str]) -> Weakness:
    return Weakness(
        entry["cwe"],
        Severity[entry["severity"].upper()],
        Confidence[entry["confidence"].upper()],
        entry["title"],
        entry["explanation"],
        entry["fix"],
    )


def _referred(node: object) -> Iterator[str]:
    """The names of the terms in a pattern."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "matches" and isinstance(value, str):
                yield value
            else:
                yield from _referred(value)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for item in node:
            yield from _referred(item)


def _unbounded(node: object) -> Iterator[bool]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield key in _UPWARDS and isinstance(value, Mapping) and value.get("stopBy") == "end"
            yield from _unbounded(value)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for item in node:
            yield from _unbounded(item)


def _files(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.name.endswith(".yml")), key=lambda f: f.name)


def read_yaml(file: Traversable) -> Any:  # noqa: ANN401 - what YAML holds is for the parser to judge
    """What a file of ours holds."""
    return parse_yaml(file.read_text(encoding="utf-8"))


def parse_yaml(text: str) -> Any:  # noqa: ANN401 - what YAML holds is for the parser to judge
    """What a text of ours holds."""
    import yaml  # noqa: PLC0415 - 20 ms, and only a review in a language with rules needs it

    # libyaml's safe loader is ten times faster than the one in Python; not every build has it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, loader)  # noqa: S506 - both loaders are safe ones
