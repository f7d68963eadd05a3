"""Rules as data: one file each, which is the rule, its tests and its page of documentation.

`rules/ID.yml` holds a rule of ast-grep (https://ast-grep.github.io/reference/rule.html) and what a match
means. `terms/GROUP.yml` names the patterns that the rules of some languages share, as `built` for a string
that is put together at run time; a rule refers to one by `matches: built`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.passages import Weakness

LANGUAGES = frozenset({"go", "java", "javascript", "python", "tsx", "typescript"})
"""Languages that rules may name: ast-grep does not survive a name that it does not know."""

_TEXTS = ("id", "cwe", "severity", "confidence", "title", "explanation", "fix")
_LISTS = ("languages", "words", "vulnerable", "safe")
_UPWARDS = ("inside", "precedes", "follows")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: where to look, what it means, and the code that proves it, good and bad."""

    id: str
    languages: tuple[str, ...]
    weakness: Weakness
    words: tuple[str, ...]
    """The rule is tried on text that holds one of them: compiling it costs more than most searches."""
    pattern: Mapping[str, Any]
    vulnerable: tuple[str, ...]
    safe: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, and by language the terms that they share."""

    rules: tuple[Rule, ...]
    terms: Mapping[str, Mapping[str, Any]]

    def about(self, language: str, text: str) -> tuple[Rule, ...]:
        """The rules that can match in this text of this language."""
        rules = (rule for rule in self.rules if language in rule.languages)
        return tuple(rule for rule in rules if any(word in text for word in rule.words))


def load() -> Rulebook:
    """Read the rules that are part of reviewbot, in the order of their names.

    Raises:
        ValueError: a file breaks the form; it says which and how.
    """
    home = files(__package__)
    rules = tuple(parse_rule(file.name, _yaml(file)) for file in _files(home / "rules"))
    terms: dict[str, Mapping[str, Any]] = {}
    for file in _files(home / "terms"):
        group = _yaml(file)
        terms |= dict.fromkeys(group["languages"], group["terms"])
    return Rulebook(rules, terms)


def parse_rule(name: str, entry: Mapping[str, Any]) -> Rule:
    """A rule from its file.

    Raises:
        ValueError: a key is missing, unknown or of the wrong kind, or the search has no bound.
    """
    keys = {*_TEXTS, *_LISTS, "rule"}
    if wrong := keys ^ set(entry):
        raise ValueError(f"{name}: missing or unknown: {', '.join(sorted(wrong))}")
    if not all(isinstance(entry[key], str) for key in _TEXTS) or entry["id"] != name.removesuffix(".yml"):
        raise ValueError(f"{name}: the id must be the file's name, and {', '.join(_TEXTS)} text")
    if not all(entry[key] and all(isinstance(item, str) for item in entry[key]) for key in _LISTS):
        raise ValueError(f"{name}: {', '.join(_LISTS)} must be lists of text, none of them empty")
    if unknown := set(entry["languages"]) - LANGUAGES:
        raise ValueError(f"{name}: unknown languages: {', '.join(sorted(unknown))}")
    if any(_unbounded(entry["rule"])):
        raise ValueError(f"{name}: no {'/'.join(_UPWARDS)} up to the end: on deep nesting it takes for ever")
    weakness = Weakness(
        entry["cwe"],
        Severity[entry["severity"].upper()],
        Confidence[entry["confidence"].upper()],
        entry["title"],
        entry["explanation"],
        entry["fix"],
    )
    lists = {key: tuple(entry[key]) for key in _LISTS}
    return Rule(entry["id"], weakness=weakness, pattern=entry["rule"], **lists)


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


def _yaml(file: Traversable) -> Any:  # noqa: ANN401 - what YAML holds is for the parser to judge
    import yaml  # noqa: PLC0415 - 20 ms, and only a review in a language with rules needs it

    # libyaml's safe loader is ten times faster than the one in Python; not every build has it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(file.read_text(encoding="utf-8"), loader)  # noqa: S506 - both loaders are safe ones
