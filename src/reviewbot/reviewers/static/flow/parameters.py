"""What is known of a parameter whose callers are not known: by its name, its type and its marks."""

import re
from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.home import Home
from reviewbot.reviewers.static.flow.models import Model
from reviewbot.reviewers.static.flow.state import place_of
from reviewbot.reviewers.static.flow.values import (
    HOLE,
    NO_TAINTS,
    Origin,
    Value,
)

_TUNES: Final = re.compile(r"(?i)settings|config|options|context")
_PLUMBING: Final = re.compile(
    r"(?:Context|Ctx|Env|Event|Error|Exception|Request|Response|Toolkit|Element|Function|Fn)$|^[A-Z]?$|^(?:any|unknown)$"
)
"""Types of what a parameter with a name of one letter is no data for: `c: AppContext`, `e: HttpError`."""
_GOES_ON: Final = frozenset({"next"})
"""What a handler calls to go on stands behind what it is given; by itself, it is where somebody goes next."""
_TEXTS: Final = frozenset({"string", "String", "str"})
"""Types of data, whatever a parameter is called."""

_PLAIN: Final = frozenset({"str", "bytes", "dict", "list", "tuple", "set", "Mapping", "Sequence", "Any"})
_ANNOTATED: Final = re.compile(r"\b([A-Z]\w*)\( *([A-Za-z_]\w*) *[,)]")
"""What makes a value, in the type of a parameter: `Annotated[dict, Depends(filters)]`."""


def parameter(home: Home, function: ir.Function, at: int, place: int, *, remote: bool) -> Value:
    """What is known of a parameter of a function whose callers are not known."""
    param, model = function.params[at], home.model
    cls = class_of(param.type)
    if named := next(iter(model.objects.of(param.type.strip(" *&"))), ""):
        return Value(NO_TAINTS, HOLE, named, cls)  # `entry *zip.File`: what sources there are goes by it
    is_told = any(model.entries.param_marks.of(_mark_name(mark)) for mark in param.marks)
    is_data = is_told or cls in _TEXTS
    is_data = is_data or (at == 0 and param.name in _GOES_ON)
    is_data = is_data or (len(param.name) == 1 and bool(cls) and not _PLUMBING.search(cls))
    inert = model.inert.fullmatch(cls) or (model.inert.fullmatch(param.name) and not is_data)
    # A `Connection` may be a record of the program, which holds what somebody has filled it with.
    if model.numbers.fullmatch(param.type) or (inert and not _is_record(home, cls)):
        return Value(NO_TAINTS, HOLE, param.name, cls)
    if cls and home.is_enum(cls):
        return Value(NO_TAINTS, HOLE, param.name, cls)
    is_given = any(model.entries.given.of(_mark_name(mark)) for mark in param.marks)
    if remote and (is_given or any(f"{word}(" in param.type for word in model.entries.given.words())):
        return Value(NO_TAINTS, HOLE, param.name, cls)
    origin = Origin("remote", param.name) if remote or is_told else Origin("param", param.name, place)
    return Value({origin: frozenset()}, HOLE, param.name, cls)


def provider(param: ir.Param, model: Model) -> ir.Expr | None:
    """The function whose result the framework gives for a parameter of plain data; None for any other.

    What else there is to be given are sessions, users and services, which are no data from outside.
    """
    if class_of(param.type) not in _PLAIN:
        return None
    for mark in param.marks:
        if isinstance(mark, ir.Call) and mark.args and model.entries.given.of(_mark_name(mark)):
            return mark.args[0].value
    told = _ANNOTATED.search(param.type)
    return ir.Name(told[2], 1) if told and told[1] in model.entries.given.words() else None


def _is_record(home: Home, cls: str) -> bool:
    """Whether a type is a record of the program; settings are set by whoever runs it."""
    return bool(cls) and not _TUNES.search(cls) and bool(home.filled(cls))


def named_as(variable: str) -> str:
    """The class whose objects are called so: `order_line` is an `OrderLine`."""
    return "".join(part.title() for part in variable.split("_"))


def class_of(written: str) -> str:
    """The class in a type as it is written: `Optional[User]`, `User | None`, `*User`, `app.User`."""
    inner = written.strip(" *&?!").removeprefix("Optional[").removeprefix("Annotated[").rstrip("]?")
    return (
        inner.partition("|")[0]
        .partition(",")[0]
        .partition("<")[0]
        .partition("[")[0]
        .strip()
        .rpartition(".")[2]
    )


def _mark_name(mark: ir.Expr) -> str:
    """The dotted name of a decorator or annotation, with or without arguments."""
    return place_of(mark.function if isinstance(mark, ir.Call) else mark)


def mark_names(function: ir.Function) -> list[str]:
    """The dotted names of all decorators and annotations of a function."""
    return [_mark_name(mark) for mark in function.marks]
