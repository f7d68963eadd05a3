"""What a condition says of the data in it, on the way where it holds and on the one where it does not."""

import re
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Final

from reviewbot.reviewers.static.flow import ir
from reviewbot.reviewers.static.flow.endings import SAME, is_ending
from reviewbot.reviewers.static.flow.models import Model
from reviewbot.reviewers.static.flow.state import State, all_kinds, meet, place_of
from reviewbot.reviewers.static.flow.strict import asks_for_dash, begins_without_dash, out_of
from reviewbot.reviewers.static.flow.values import Origin, Value

_ALL: Final = all_kinds()
_DERIVED: Final = frozenset({"ssrf", "redirect", "path", "header", "log", "command", "argument", "cors"})
"""What a test of a part says of the whole: a host on a list, a folder that a path lies in."""
_VALID: Final = re.compile(
    r"(?<![a-zA-Z])(?:allow|trusted)|Allow|Trusted|ALLOW|TRUSTED"  # no part of another word, as in `shallow`
    r"|(?i:valid|(?:^|_)is_?safe|safe_?(?:url|path|name|host|redirect)|permit|white_?list|sanit"
    r"|(?:^|_)(?:check|verify|ensure|assert|authorize)|is_?(?:local(?!host)|internal|same_?origin|relative_?to)"
    r"|is_?(?:public|global)|within|isInside)"
)
"""Names of functions that tell good from bad."""
_NOT_VALID: Final = re.compile(
    r"(?i)invalid|disallow|forbidden|unsafe|insecure|untrusted|un_?saniti|is_?bad|black_?list|deny|blocked"
    r"|not_?(?:valid|safe|allowed|permitted|trusted|saniti)"
    r"|is_?(?:private|loopback|reserved|link_?local)"
)
_FINDS: Final = re.compile(
    r"(?i)exist|^_*(?:get|find|load|fetch|save|create|insert|add|update|delete|remove|send|run|exec|process|read|write|open"
    r"|has|log|authenticate|login|count|parse|render|query|search|lookup|try|do|handle|upload|download|is_?(?:file|dir))"
)
"""Names of functions that answer whether something worked or is there, which says nothing of its name."""
CHECKS: Final = re.compile(
    r"(?i)^_*(?:validate|check|verify|ensure|assert|require|reject|guard)(?=[A-Z_]|$)|validate$"
)
"""Names of functions that raise if something is wrong."""
_MATCHERS: Final = frozenset(
    {
        "match",
        "fullmatch",
        "test",
        "search",
        "matches",
        "exec",
        "MatchString",
        "match?",
        "preg_match",
        "IsMatch",
    }
)
_BEGINS: Final = frozenset(
    {"startsWith", "startswith", "StartsWith", "HasPrefix", "start_with?", "str_starts_with"}
)
_ENDS: Final = frozenset({"endsWith", "endswith", "EndsWith", "HasSuffix", "end_with?", "str_ends_with"})
_OPEN_START: Final = re.compile(r"/|https?:?/{0,2}|https?://[^/?#]+")
_ANY_HOST: Final = re.compile(
    r"(?:\^|\\A)?(?:https?\??|http\(s\)\?|\(\??:?https?\|https?\)):?(?:\\?/){0,2}(?:(?:\.|\\S|\[\^/\])[+*]\$?)?"
)
"""A pattern that addresses match wherever they lead."""
_OPEN_END: Final = re.compile(r"[^./@].*", re.DOTALL)
_LOCAL: Final = re.compile(r"/?(?:\^|\\A)\\?/(?:\(\?!(?:\\?/|\[[^\]]*/)|\[\^[^\]]*/|\\w|\[\\?[a-zA-Z])")
"""A pattern for addresses that begin with a single slash."""
_SAYS_LITTLE: Final = frozenset({"scheme", "protocol", "port", "suffix", "length", "size", "method", "type"})
"""Parts of an address or a file name that say nothing of where it leads."""
_NOTHING: Final = frozenset({"None", "null", "undefined", "nil", "false", "False"})
_FIELDS: Final = re.compile(
    r"__(?:table|mapper|dict|fields|annotations|dataclass_fields)__|(?:^|\.)_meta\b|\b_?model_fields\b|column_attrs|\b(?:dir|vars)\(\)"
)
"""All that a record has: who names one of these names no other, and still may not set each of them."""
_OF_FIELDS: Final = frozenset(
    """
    sql sql_ident nosql path path_url command argument code html header log regex template ldap xpath
    ssrf redirect
    """.split()  # noqa: SIM905 - a list of words
)
_MASS: Final = frozenset({"mass"})
_BY_SHAPE: Final = frozenset({"nosql", "mass"})
_HOLDS_MORE: Final = frozenset({"dict", "list", "Mapping", "MutableMapping", "Sequence", "tuple", "object"})
_HOST: Final = re.compile(r"(?i)\.(?:hostname|host|netloc|origin|authority|dnssafehost|idnhost)$")
_PARTS: Final = re.compile(r"\.(?:parts|parents|segments|drive|anchor)$")
_WAY: Final = re.compile(r"(?:^|\.)(?:relative|relpath)\(\)$")
"""What a way from one folder to another is known by."""
_LEADS: Final = frozenset({"ssrf", "redirect"})
_BY_HOST: Final = _LEADS | {"cors"}
"""What is out of the question where the host is known."""
_PATH: Final = frozenset({"path"})
_ARGUMENT: Final = frozenset({"argument"})
"""What is out of the question where a text is known to begin with something else than a dash."""
_SCHEME: Final = re.compile(r"(?i)\.(?:scheme|protocol)$")
_BY_TEXT: Final = (
    (re.compile(r"\.\.|[/\\]|%2e"), frozenset({"path"})),
    (re.compile(r"[\r\n]|\\[rn]"), frozenset({"header", "log"})),
    (re.compile("[<>]"), frozenset({"html"})),
    (re.compile(r"//|:|@"), frozenset({"redirect", "ssrf"})),
    (re.compile("['\";]"), frozenset({"sql", "command"})),
)
"""What is out of the question once a text is known not to hold something."""


class Guards(State):
    """A state that learns from conditions."""

    model: Model
    tests: dict[str, ir.Expr]
    """Variables that hold the outcome of a test: `ok = name in ALLOWED`."""

    @abstractmethod
    def value(self, expr: ir.Expr) -> Value:
        """What is known of an expression."""

    @abstractmethod
    def call_name(self, call: ir.Call) -> str:
        """The dotted name of what is called, as far as it is known."""

    @abstractmethod
    def own(self, call: ir.Call) -> object:
        """The function of the program that is called, None if it is none."""

    @abstractmethod
    def waves_through(self, function: object) -> bool:
        """Whether a function of the program answers without a look at what it is given."""

    @abstractmethod
    def looks_loosely(self, function: object) -> bool:
        """Whether a function of the program asks of an address only what is somewhere in it."""

    @abstractmethod
    def asks_for_ending(self, function: object) -> bool:
        """Whether a function of the program asks only how a name ends."""

    def refine(self, test: ir.Expr, *, truth: bool) -> None:
        """Learn that a condition holds, or that it does not."""
        match test:
            case ir.Not():
                self.refine(test.of, truth=not truth)
            case ir.All() | ir.AnyOf():
                self._all_or_any(test, truth=truth)
            case ir.Compare():
                self._comparison(test, truth=truth)
                self._scheme(test, truth=truth)
            case ir.Call():
                self._call_test(test, truth=truth)
                self._beginning(test, truth=truth)
                self._asked(test, truth=truth)
            case ir.Bind():
                self.refine(test.value, truth=truth)
            case ir.Each() | ir.Choice() if truth:
                self._comes_to(test)
            case ir.Attr() if not truth and _is_host(test):  # `if urlparse(target).netloc: ...`
                self.rules_out(self._origins(test), _LEADS)
            case ir.Item() if truth:  # `if allowed[name]`
                self._membership(test.key, test.of, truth=True)
            case ir.Name() if test.id in self.tests and not (truth and self._is_made_of_data(test.id)):
                told = self.tests.pop(test.id)  # which may ask for the variable itself: `ok = ok and f()`
                self.refine(told, truth=truth)
                self.tests[test.id] = told
            case _:
                pass

    def _is_made_of_data(self, name: str) -> bool:
        """Whether a variable holds what a function of the program made of data.

        That there is something says no more of it than the function does, unless that is called as one that
        tells good from bad.
        """
        made, held = self.tests[name], self.variables.get(name)
        if not isinstance(made, ir.Call) or held is None or not held.all_taints():
            return False
        return self.own(made) is not None and not _VALID.search(self.call_name(made).rpartition(".")[2])

    def _asked(self, call: ir.Call, *, truth: bool) -> None:
        """Learn that there is something that could be asked: `info?.isFile()`."""
        if truth and isinstance(call.function, ir.Attr) and isinstance(call.function.of, ir.Name):
            self.refine(call.function.of, truth=True)

    def _comes_to(self, test: ir.Each | ir.Choice) -> None:
        """Learn that there is something where there need not be: `inside ? read() : null`."""
        if isinstance(test, ir.Each):  # `any(path.startswith(folder) for folder in FOLDERS)`
            self.refine(test.result, truth=True)
            return
        then, other = test.options[0], test.options[-1]
        if test.test is not None and (_is_nothing(other) or _is_nothing(then)):
            self.refine(test.test, truth=_is_nothing(other))
            self.refine(then if _is_nothing(other) else other, truth=True)

    def rules_out(self, origins: Iterable[Origin], kinds: frozenset[str]) -> None:
        """What is said of the host of an address, or of the parts of a path, is said of where it leads."""
        origins = frozenset(origins)
        self.rule_out(origins, kinds)
        for part, leads in ((_HOST, _BY_HOST | _ARGUMENT), (_PARTS, _PATH), (_SCHEME, _ARGUMENT)):
            wholes = {origin._replace(path=part.sub("", origin.path)) for origin in origins} - origins
            self.rule_out(wholes, kinds and leads)

    def _all_or_any(self, test: ir.All | ir.AnyOf, *, truth: bool) -> None:
        if truth is isinstance(test, ir.All):  # then each of them is as the whole is
            for part in test.of:
                self.refine(part, truth=truth)
            return
        # `if name and not valid(name): raise`: what is left has no name, or a valid one.
        telling = [part for part in test.of if not _is_presence(part) and not self._is_setting(part, test.of)]
        # `if name != "a" && name != "b"`: what is left is one of them; each says what it says of the data.
        before, ways = self.fork(), []
        for part in telling:
            self.variables = before.copy()
            self.refine(part, truth=truth)
            ways.append(self.variables)
        self.variables = reduce(meet, ways) if ways else before

    def _comparison(self, test: ir.Compare, *, truth: bool) -> None:
        op, left, right = test.op, test.left, test.right
        if op in {"not in", "!="}:
            op, truth = ("in" if op == "not in" else "=="), not truth
        is_test = isinstance(left, ir.Call) or (isinstance(left, ir.Name) and left.id in self.tests)
        if is_test and op in {"is", "=="} and _is_nothing(right):
            self.refine(left, truth=not truth)  # `if NAME.fullmatch(name) is None`
            if truth:  # that nothing was found says nothing of what was looked for
                self._is_one_of(left)
        elif op == "in":
            self._membership(left, right, truth=truth)
        elif op == "==" and truth:
            for one, other in ((left, right), (right, left)):
                self._equal(one, other)
            if _is_host(left) and _is_host(right):  # `url.origin === request.nextUrl.origin`
                self.rules_out(self._origins(left), _LEADS)
        elif op == "is" and truth and isinstance(right, ir.Const):
            self.rules_out(self._origins(left), _ALL)

    def _equal(self, one: ir.Expr, other: ir.Expr) -> None:
        """Learn that something is another."""
        if not self._origins(other):
            if self._tells_little(one):
                self._is_one_of(one)
            else:
                self.rules_out(self._origins(one), _ALL if _is_direct(one) else _DERIVED)
        elif isinstance(one, ir.Call):  # `commonpath([folder, file]) == folder`, where both are given
            for guard in self.model.guards.of(self.call_name(one)):
                self.rules_out(self._origins(one) - self._origins(other), guard.kinds & _PATH)
        self._unchanged(one, other)
        if isinstance(one, ir.Attr) and one.name == "origin" and isinstance(one.of, ir.Name):
            self.rules_out(self.value(one.of).all_taints(), _ALL)  # who sent a message sent its data

    def _scheme(self, test: ir.Compare, *, truth: bool) -> None:
        """An address whose scheme is known begins with that: `url.protocol === "https:"`."""
        if test.op in ({"==", "in"} if truth else {"!=", "not in"}):
            for one, other in ((test.left, test.right), (test.right, test.left)):
                if _is_scheme(one) and not self._origins(other):
                    self.rules_out(self._origins(one), _ARGUMENT)

    def _unchanged(self, one: ir.Expr, other: ir.Expr) -> None:
        """What cleaning leaves as it was is clean: `path.basename(name) === name`."""
        wholes = self._origins(other) if isinstance(one, ir.Call | ir.Attr) else frozenset[Origin]()
        if not wholes:
            return
        name = self.call_name(one) if isinstance(one, ir.Call) else self.value(one).name
        cleaners = self.model.cleaners.of(name)
        paths = tuple(origin.path for origin in wholes)
        if cleaners and all(origin.path.startswith(paths) for origin in self._origins(one)):
            self.rules_out(wholes, frozenset().union(*(cleaner.kinds for cleaner in cleaners)))

    def _membership(self, left: ir.Expr, right: ir.Expr, *, truth: bool) -> None:
        held, container = self.value(left), self.value(right)
        if self._tells_little(left):
            if truth and not container.all_taints():
                self._is_one_of(left)
            return
        if truth and all(origin.kind == "param" for origin in container.all_taints()):
            known = _OF_FIELDS if _FIELDS.search(container.name) else _ALL
            self.rules_out(held.all_taints(), known if _is_direct(left) else _DERIVED)
        elif not truth and container.all_taints() and held.is_constant:
            kinds = [kinds for text, kinds in _BY_TEXT if text.search(held.shape)]
            self.rules_out(container.all_taints(), frozenset().union(*kinds))
        elif truth and isinstance(right, ir.Attr) and right.name == "parents":  # `root in target.parents`
            self.rules_out(self.value(right.of).all_taints(), frozenset({"path"}))

    def _tells_little(self, expr: ir.Expr) -> bool:
        """Whether an expression, or what a variable was made by, tells nothing of the rest of its data."""
        return _says_little(self.tests.get(expr.id, expr) if isinstance(expr, ir.Name) else expr)

    def _asks_ending(self, expr: ir.Expr) -> bool:
        return is_ending(self.tests.get(expr.id, expr) if isinstance(expr, ir.Name) else expr)

    def _is_one_of(self, part: ir.Expr) -> None:
        """A part that is one of a few texts does no harm by itself, whatever the rest does."""
        if isinstance(part, ir.Name) and part.id in self.variables:
            self.variables[part.id] = self.variables[part.id].cleaned(_ALL)

    def _call_test(self, test: ir.Call, *, truth: bool) -> None:
        name = self.call_name(test)
        if name == "any" and truth and len(test.args) == 1:
            self.refine(test.args[0].value, truth=True)
        word = name.rpartition(".")[2]
        origins = self._origins(test)
        undecided = self._undecided(test, word, truth=truth)
        for guard in self.model.guards.of(name):
            if guard.truth is truth:
                self.rules_out(origins, guard.kinds - undecided)
        if word in _BEGINS and not truth and self._asks_for(test, ("//", "/\\")):
            self.rules_out(origins, _LEADS)
        if word in _MATCHERS:
            if truth:
                self.rules_out(origins, self._out_of(test, word))
            if truth and _LOCAL.match(self._pattern(test)):
                self.rules_out(origins, _LEADS)
        elif self.tells(word, self.own(test), truth=truth):
            self.rules_out(origins, self._told_by(self.own(test), truth=truth))
        elif truth and word == "get" and isinstance(test.function, ir.Attr) and test.args:
            self._looked_up(test.args[0].value, test.function.of)

    def _told_by(self, own: object, *, truth: bool) -> frozenset[str]:
        """What is out of the question where a function finds data good."""
        if self.asks_for_ending(own):
            return frozenset()
        return _OF_FIELDS - _LEADS if truth and self.looks_loosely(own) else _ALL

    def _is_setting(self, test: ir.Expr, beside: Iterable[ir.Expr]) -> bool:
        """Whether a condition, with others beside it, asks how the program was set up: `"*" in ALLOWED`."""
        if not isinstance(test, ir.Compare) or not isinstance(test.left, ir.Const):
            return False
        place = place_of(test.right)
        if place.rpartition(".")[2].isupper():
            return not self.value(test.right).all_taints()
        # `origin in allowed or "*" in allowed`
        asked = (part for part in beside if isinstance(part, ir.Compare) and part.op in {"in", "not in"})
        return bool(place) and any(
            place_of(part.right) == place and not isinstance(part.left, ir.Const) for part in asked
        )

    def _looked_up(self, key: ir.Expr, table: ir.Expr) -> None:
        """Learn that there is an entry: `kind = KINDS.get(name)`, and `kind` is something."""
        place = place_of(table).rpartition(".")[2]
        if place.isupper() or (self.value(table).fields and not self.value(table).all_taints()):
            self._membership(key, table, truth=True)

    def tells(self, word: str, own: object, *, truth: bool) -> bool:
        """Whether a function, by its name or because it is the program's own, finds data good."""
        if own is not None and self.waves_through(own):
            return False
        if _NOT_VALID.search(word):
            return not truth
        return truth and (_VALID.search(word) is not None or (own is not None and not _FINDS.search(word)))

    def _undecided(self, test: ir.Call, word: str, *, truth: bool) -> frozenset[str]:
        """What a beginning or an end leaves open: `//host` begins with a slash, `evilhost` ends in `host`.

        And what a type does: that it is a dictionary says nothing of what is in it.
        """
        if word == "isinstance" and len(test.args) > 1:
            types = list(_each(test.args[1].value))
            # a name of a field is a text, whichever it is
            names = _MASS if any(place_of(one) == "str" for one in types) else frozenset()
            return (_BY_SHAPE if any(map(_holds_more, types)) else frozenset()) | names
        if truth and word in _MATCHERS and _ANY_HOST.fullmatch(self._pattern(test)):
            return _BY_HOST
        if not truth or word not in _BEGINS | _ENDS or not test.args:
            return frozenset()
        told = self.value(test.args[0].value)
        loose = _OPEN_START if word in _BEGINS else _OPEN_END
        if _ANY_HOST.fullmatch(told.shape):
            return _BY_HOST
        return _LEADS if told.is_constant and loose.fullmatch(told.shape) else frozenset()

    def _asks_for(self, test: ir.Call, texts: tuple[str, ...]) -> bool:
        return bool(test.args) and self.value(test.args[0].value).shape.startswith(texts)

    def _beginning(self, test: ir.Call, *, truth: bool) -> None:
        if self._begins(test, truth=truth):
            self.rules_out(self._origins(test), _ARGUMENT)
        if not truth and self._leads_up(test):
            self.rules_out(self._origins(test), _PATH)

    def _leads_up(self, test: ir.Call) -> bool:
        """Whether a test tells a way out of a folder: `relative(DIR, file).startsWith("..")`."""
        if not isinstance(test.function, ir.Attr) or test.function.name not in _BEGINS:
            return False
        return self._asks_for(test, ("..",)) and _WAY.search(self.value(test.function.of).name) is not None

    def _begins(self, test: ir.Call, *, truth: bool) -> bool:
        """Whether a test tells that a text begins with something else than a dash."""
        word = self.call_name(test).rpartition(".")[2]
        if word in _MATCHERS:
            pattern = self._pattern(test)
            is_whole = word in {"fullmatch", "matches"} or (word == "match" and pattern[:1] != "/")
            return begins_without_dash(pattern, starts=is_whole) if truth else asks_for_dash(pattern)
        told = [self.value(each) for arg in test.args for each in _each(arg.value)] if word in _BEGINS else []
        shapes = [part.shape for value in told for part in (value, *(value.fields or {}).values())]
        return bool(told) and (not any(s.startswith("-") for s in shapes) if truth else "-" in shapes)

    def _pattern(self, test: ir.Call) -> str:
        """The pattern that a text is tried on, "" if it is not known."""
        receiver = test.function.of if isinstance(test.function, ir.Attr) else None
        texts = [self.value(expr).shape for expr in (receiver, *(arg.value for arg in test.args)) if expr]
        return next((text for text in texts if "\0" not in text and len(text) > 1), "")

    def _out_of(self, test: ir.Call, word: str) -> frozenset[str]:
        """The kinds of harm that are out of the question for a text which matches a pattern."""
        pattern = self._pattern(test)
        whole = word in {"fullmatch", "matches"}
        starts = word == "match" and pattern[:1] != "/"
        return out_of(pattern, whole=whole, starts=starts) if pattern else frozenset()

    def _origins(self, expr: ir.Expr) -> frozenset[Origin]:
        """The origins of all that stands in an expression, receivers and arguments of its calls too.

        What is asked of the ending of a name is not asked of the name.
        """
        found: set[Origin] = set()
        pending = [expr]
        while pending:
            part = pending.pop()
            if isinstance(part, ir.Call):
                asked = [arg.value for arg in part.args]
                asked += [part.function.of] if isinstance(part.function, ir.Attr) else []
                pending += [one for one in asked if not self._asks_ending(one)]
            elif not isinstance(part, ir.Lambda):
                found.update(self.value(part).all_taints())
        return frozenset(found)


def _each(expr: ir.Expr) -> Sequence[ir.Expr]:
    """The parts of what is written out, or the one thing that it is."""
    return [entry.value for entry in expr.entries] if isinstance(expr, ir.Group) else [expr]


def _holds_more(expr: ir.Expr) -> bool:
    return place_of(expr).rpartition(".")[2] in _HOLDS_MORE


def _is_nothing(expr: ir.Expr) -> bool:
    """Whether an expression is what stands for no value."""
    return isinstance(expr, ir.Const) and not expr.string and expr.text in _NOTHING


def _says_little(expr: ir.Expr) -> bool:
    """Whether an expression is a part that tells nothing of the rest, as the ending of a file's name."""
    if isinstance(expr, ir.Item):  # `os.path.splitext(name)[1]`
        return _says_little(expr.of)
    if isinstance(expr, ir.Call) and isinstance(expr.function, ir.Attr) and expr.function.name in SAME:
        return _says_little(expr.function.of)
    return is_ending(expr) or (isinstance(expr, ir.Attr) and expr.name in _SAYS_LITTLE)


def _is_scheme(expr: ir.Expr) -> bool:
    """Whether an expression is the part of an address that it begins with."""
    return isinstance(expr, ir.Attr) and _SCHEME.search(f".{expr.name}") is not None


def _is_direct(expr: ir.Expr) -> bool:
    """Whether an expression is the data itself, and not something that was made of it."""
    if isinstance(expr, ir.Item):
        return _is_direct(expr.of)
    if isinstance(expr, ir.Call):  # `x.lower()`, `data.get("sort")`
        return (
            isinstance(expr.function, ir.Attr) and expr.function.name in SAME and _is_direct(expr.function.of)
        )
    return bool(place_of(expr))


def _is_presence(test: ir.Expr) -> bool:
    """Whether a condition only asks whether there is something."""
    if isinstance(test, ir.Not):
        return _is_presence(test.of)
    if isinstance(test, ir.Call) and isinstance(test.function, ir.Attr):
        return test.function.name in _EMPTY
    return bool(place_of(test)) or (isinstance(test, ir.Compare) and test.op == "is")


_EMPTY: Final = frozenset(
    """
    IsNullOrEmpty IsNullOrWhiteSpace isEmpty isBlank isNotEmpty isNotBlank isNull nonNull hasText hasLength
    HasValue empty? blank? present? nil? isPresent
    """.split()  # noqa: SIM905 - a list of words
)
"""Methods that tell whether there is anything."""


def _is_host(expr: ir.Expr) -> bool:
    """Whether an expression is the part of an address that says where it leads."""
    return isinstance(expr, ir.Attr) and _HOST.search(f".{expr.name}") is not None
