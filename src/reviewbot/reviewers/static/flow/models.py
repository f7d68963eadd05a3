"""What the flow engine knows of languages and their libraries, as data: `models/LANGUAGE.yml`.

| key | what it says |
|---|---|
| `sources` | names and calls whose value comes from outside, and how (`kind`; `none`: it only sounds so) |
| `entries` | functions that the outside calls: by marks, names, classes, marks of parameters, or as `views` |
| `clean` | calls whose result is free of some kinds of harm; `raises` if they refuse what is wrong |
| `guards` | calls that tell good from bad as a condition, of which kinds, and when (`truth`) |
| `passes` | calls whose arguments pass into the result though the receiver is not tainted |
| `stops` | calls whose result says nothing of what went in |
| `objects` | classes with data from outside in their objects, by the name that `sources` have for it |
| `mutators` | methods that put their arguments into their receiver |
| `fills` | calls that fill their arguments: with a `kind`, the `same` as all, or what the `receiver` holds |
| `lists` | calls that make one list of the arguments they are given without a name |
| `paths` | calls that put file names one behind the other |
| `numbers` | types whose values can do no harm |
| `records` | names of values that are a record of a class, which the group tells |
| `columns` | types of members that a store keeps as text |
| `enums` | names of types that have just some values, where the program does not say what they are |
| `inert` | names and types of parameters that hold no data: connections, loggers, the request itself |
| `schemas` | libraries that make schemas, which look at data field by field |
| `literal` | whether sinks stand in the text by their names: PHP's backticks, say, do not |
| `exits` | calls that do not return |
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from reviewbot.reviewers.static.flow.patterns import Names
from reviewbot.reviewers.static.rulebook import read_yaml

FAMILIES: Final[Mapping[str, str]] = {"typescript": "javascript", "tsx": "javascript"}
"""Languages that share one model."""


def family_of(language: str) -> str:
    """The language whose model holds for a language."""
    return FAMILIES.get(language, language)


@dataclass(frozen=True, slots=True)
class Views:
    """What tells a view from other functions that are given a request first."""

    first: re.Pattern[str]
    """The name of that parameter."""
    files: re.Pattern[str]
    """Paths of files in which views stand."""
    owners: re.Pattern[str]
    """Names of classes whose methods are views."""
    methods: re.Pattern[str]
    """Names of functions that are views wherever they stand."""
    bodies: re.Pattern[str]
    """What only a view does."""
    replies: re.Pattern[str]
    """What views do, and helpers too, whose callers are to be seen."""


@dataclass(frozen=True, slots=True)
class Entries:
    """How functions are known that the outside calls with data of its own."""

    marks: Names[bool]
    names: Names[bool]
    param_marks: Names[bool]
    """Annotations of single parameters."""
    bases: Names[bool]
    """Classes whose methods are such functions."""
    given: Names[bool]
    """Marks of parameters that the framework fills by itself."""
    takes: re.Pattern[str]
    """The names of the parameters of such a function, with commas between."""
    views: "Views"
    """How those show themselves that are given a request first."""
    answers: Names[bool]
    """Marks of functions whose result goes back to the outside, whatever their parameters are."""


@dataclass(frozen=True, slots=True)
class Guard:
    """A test: which kinds of harm are out of the question when it is `truth`."""

    kinds: frozenset[str]
    truth: bool


@dataclass(frozen=True, slots=True)
class Cleaner:
    """A call that takes the harm out of its arguments; one that `raises` speaks of them afterwards too."""

    kinds: frozenset[str]
    raises: bool
    excepts: Names[bool]
    """Names of those that the pattern must not mean."""


@dataclass(frozen=True, slots=True)
class Model:
    """All that is known of one language."""

    sources: Names[str]
    calls: Names[str]
    entries: Entries
    cleaners: Names[Cleaner]
    guards: Names[Guard]
    passes: Names[bool]
    stops: Names[bool]
    objects: Names[str]
    mutators: frozenset[str]
    fills: Names[str]
    lists: Names[bool]
    paths: Names[bool]
    numbers: re.Pattern[str]
    records: re.Pattern[str]
    columns: re.Pattern[str]
    enums: re.Pattern[str]
    inert: re.Pattern[str]
    exits: Names[bool]
    libraries: frozenset[str]
    schemas: tuple[str, ...]
    literal: bool
    words: frozenset[str]
    """Words of which one stands in every text that has a source in it."""


@cache
def load_model(language: str) -> Model:
    """What is known of a language.

    Raises:
        FileNotFoundError: nothing is.
    """
    name = FAMILIES.get(language, language)
    told = read_yaml(files(__package__) / "models" / f"{name}.yml")
    sources = [(pattern, row["kind"]) for row in told["sources"] for pattern in row.get("names", ())]
    calls = [(pattern, row["kind"]) for row in told["sources"] for pattern in row.get("calls", ())]
    return Model(
        sources=Names(sources),
        calls=Names(calls),
        entries=_entries(told.get("entries", {})),
        cleaners=Names(
            (
                pattern,
                Cleaner(frozenset(row["kinds"]), row.get("raises", False), _flags(row.get("except", ()))),
            )
            for row in told["clean"]
            for pattern in row["calls"]
        ),
        guards=Names(
            (pattern, Guard(frozenset(row["kinds"]), row.get("truth", True)))
            for row in told.get("guards", ())
            for pattern in row["calls"]
        ),
        passes=_flags(told.get("passes", ())),
        stops=_flags(told.get("stops", ())),
        objects=Names((pattern, row["name"]) for row in told.get("objects", ()) for pattern in row["bases"]),
        mutators=frozenset(told.get("mutators", ())),
        fills=Names((pattern, row["kind"]) for row in told.get("fills", ()) for pattern in row["calls"]),
        lists=_flags(told.get("lists", ())),
        paths=_flags(told.get("paths", ())),
        numbers=_either(told.get("numbers", ())),
        records=re.compile(told.get("records", "(?!)()")),
        columns=_either(told.get("columns", ())),
        enums=_either(told.get("enums", ())),
        inert=_either(told.get("inert", ())),
        exits=_flags(told.get("exits", ())),
        libraries=frozenset(told.get("libraries", ())),
        schemas=tuple(f"{name}." for name in told.get("schemas", ())),
        literal=told.get("literal", False),
        words=frozenset(told["words"]),
    )


_PARTS_OF_VIEWS: Final = ("first", "files", "owners", "methods", "bodies", "replies")


def _entries(told: Mapping[str, Any]) -> Entries:
    return Entries(
        marks=_flags(told.get("marks", ())),
        names=_flags(told.get("names", ())),
        param_marks=_flags(told.get("params", ())),
        bases=_flags(told.get("bases", ())),
        given=_flags(told.get("given", ())),
        takes=_either(told.get("takes", ())),
        views=Views(**{part: _either(told.get("views", {}).get(part, ())) for part in _PARTS_OF_VIEWS}),
        answers=_flags(told.get("answers", ())),
    )


def has_model(language: str) -> bool:
    """Whether anything is known of a language."""
    return (files(__package__) / "models" / f"{FAMILIES.get(language, language)}.yml").is_file()


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for several; none matches nothing."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")


def _flags(patterns: Iterable[str]) -> Names[bool]:
    return Names((pattern, True) for pattern in patterns)


def told_of(language: str) -> Mapping[str, Any]:
    """The model as it stands in its file, for tests and pages."""
    return dict(read_yaml(files(__package__) / "models" / f"{FAMILIES.get(language, language)}.yml"))
