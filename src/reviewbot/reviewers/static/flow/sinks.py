r"""Where data does harm, as rules tell it: `flow:` in a rule's file.

| key | what it says |
|---|---|
| `kind` | the kind of harm, which cleaners and guards name: `sql`, `command`, `path`, ... |
| `sinks` | the calls (`call`), assignments (`assign`) and results (`return`) in question |
| `weak`, `local`, `stored` | confidence for a parameter, whoever runs it, a store; `none`: no finding |
| `secret` | confidence for what a store of secrets gives, else none |
| `words` | words of which a text holds one if a parameter may do harm in it |

What a sink may say, `\0` standing for text that is not known:

| key | what it says |
|---|---|
| `args` | positions and names of arguments, `receiver`, or several as below; else the first |
| `made` | the name of what made a text that is not known, in place of a shape, as `urljoin()` |
| `shape`, `unless` | what the text must look like, and must not |
| `weak_shape` | what it must look like if all that is known of its origin is a parameter |
| `from` | what the path of an origin outside must look like |
| `weak_from` | what the path of a parameter must look like, as `salon.greeting` |
| `given` | arguments with the shapes, or for what is not known the names, that they must have |
| `absent` | arguments that must not be there, or not with this shape |
| `except` | names that the pattern of a call must not mean |
| `own` | functions of the program that go by the name are meant too |

Several arguments are `"*"`, all, `"*.*"`, all with each member of an object by itself, and `"**"`, those
spread out.

`weak`, `local`, `stored`, `words` and `from` stand there too where they differ. With `defended`, a file
that shows such a text is taken to look after itself, and what is found there is doubtful.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.expressions import Expression
from reviewbot.reviewers.static.flow.patterns import Names
from reviewbot.reviewers.static.passages import Weakness

Place = int | str
_ANYTHING: Final = Expression("")
_SHARED: Final = ("words", "defended", "from")
"""What a rule may say for all of its sinks."""
_CONFIDENCES: Final = frozenset({"weak", "local", "stored", "secret"})


@dataclass(frozen=True, slots=True)
class Sink:
    """One place where one rule looks."""

    rule: str
    kind: str
    weakness: Weakness
    confidence: Mapping[str, Confidence | None]
    """By the kind of origin; None where such a flow is no finding."""
    args: tuple[Place, ...]
    shape: Expression
    made: Expression | None
    """What the name of a call must look like that made a text of which nothing is known."""
    unless: Expression | None
    weak_shape: Expression
    given: tuple[tuple[Place, Expression], ...]
    absent: tuple[tuple[Place, Expression], ...]
    excepts: Names[bool]
    own: bool
    """Whether the name says enough of a function of the program, too."""
    comes_from: Expression
    """What the path of a remote origin must look like."""
    weak_from: Expression
    """What the path of a parameter must look like."""
    defended: Expression | None
    """What a file shows that looks after this kind of harm itself, whatever way that takes."""
    words: tuple[str, ...]
    """Words of which a text holds one if it may do harm here, where the names of the calls say too little."""

    @property
    def is_of_lists(self) -> bool:
        """Whether it speaks of parts of a list by their position: `1.2`."""
        places = (str(place).partition(".") for place in self.args)
        return any(head.isdigit() and part.isdigit() for head, _, part in places)

    def text_of(self, shape: str, name: str) -> str:
        """What is known of a text; the name of what made it, where that says that it does harm."""
        return name if self.made is not None and self.made.search(name) else shape

    def fits(self, text: str) -> bool:
        """Whether a text looks like what does harm."""
        return self.shape.search(text) is not None or (
            self.made is not None and self.made.search(text) is not None
        )

    @property
    def goes_by_name(self) -> bool:
        """Whether the name of a parameter's member says that people wrote it, whoever gives the parameter."""
        return self.weak_from is not _ANYTHING


@dataclass(frozen=True, slots=True)
class Sinks:
    """All sinks of a language."""

    calls: Names[Sink]
    assigns: Names[Sink]
    returns: tuple[Sink, ...]
    words: frozenset[str]
    """Last words of those calls and assignments that matter enough even if only a parameter is known."""
    strong_words: frozenset[str]
    """Those of the others."""


def read_sinks(rules: Iterable[tuple[str, Weakness, Mapping[str, Any]]]) -> Sinks:
    """The sinks of rules: each an id, what it means, and its `flow`.

    Raises:
        KeyError, ValueError: a rule breaks the form.
    """
    calls: list[tuple[str, Sink]] = []
    assigns: list[tuple[str, Sink]] = []
    returns: list[Sink] = []
    for rule, weakness, flow in rules:
        confidence = _confidences(weakness, flow)
        for told in flow["sinks"]:
            own = _confidences(weakness, {**flow, **told}) if told.keys() & _CONFIDENCES else confidence
            own_way = {key: flow[key] for key in _SHARED if key in flow} | {
                k: v for k, v in told.items() if k not in _CONFIDENCES
            }
            sink = _sink(rule, weakness, flow["kind"], own, own_way)
            calls += [(pattern, sink) for pattern in told.get("call", ())]
            assigns += [(pattern, sink) for pattern in told.get("assign", ())]
            returns += [sink] if told.get("return") else []
    every = (*calls, *assigns)
    enough = [
        (name, sink)
        for name, sink in every
        if (sink.confidence["param"] or 0) > Confidence.LOW and not sink.words
    ]
    weak = Names(enough).words()
    weak |= {word for _, sink in every for word in sink.words}
    return Sinks(Names(calls), Names(assigns), tuple(returns), weak, Names(every).words() - weak)


def _sink(
    rule: str,
    weakness: Weakness,
    kind: str,
    confidence: Mapping[str, Confidence | None],
    told: Mapping[str, Any],
) -> Sink:
    unknown = told.keys() - {
        "call",
        "assign",
        "return",
        "args",
        "shape",
        "made",
        "unless",
        "weak_shape",
        "given",
        "absent",
        "except",
        "own",
        "from",
        "weak_from",
        "defended",
        "words",
    }
    if unknown:
        raise ValueError(f"{rule}: a sink has no {', '.join(sorted(unknown))}")
    return Sink(
        rule,
        kind,
        weakness,
        confidence,
        args=tuple(told.get("args", (0,))),
        shape=_pattern(told.get("shape")),
        made=_pattern(told["made"]) if "made" in told else None,
        unless=_pattern(told["unless"]) if "unless" in told else None,
        weak_shape=_pattern(told.get("weak_shape")),
        given=_conditions(told.get("given", {})),
        absent=_conditions(told.get("absent", {})),
        excepts=Names((pattern, True) for pattern in told.get("except", ())),
        own=told.get("own", False),
        comes_from=_pattern(told.get("from")),
        weak_from=_pattern(told.get("weak_from")),
        defended=_pattern(told["defended"]) if "defended" in told else None,
        words=tuple(told.get("words", ())),
    )


def _confidences(weakness: Weakness, flow: Mapping[str, Any]) -> Mapping[str, Confidence | None]:
    told = {
        "param": flow.get("weak", "low"),
        "local": flow.get("local", "low"),
        "stored": flow.get("stored", "low"),
        "secret": flow.get("secret", "none"),
    }
    lower = {kind: None if word == "none" else Confidence[word.upper()] for kind, word in told.items()}
    return {"remote": weakness.confidence, **lower}


def _conditions(told: Mapping[Place, str]) -> tuple[tuple[Place, Expression], ...]:
    return tuple((place, Expression(str(pattern), re.DOTALL)) for place, pattern in told.items())


def _pattern(text: str | None) -> Expression:
    return _ANYTHING if text is None else Expression(text, re.DOTALL)
