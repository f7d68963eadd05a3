"""Routes that lack the protection which the others beside them carry.

A route alone says nothing: what is public is for its authors to know. But where most routes of one file,
class or router ask who calls, one that does not was forgotten more often than not.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static import (
    annotated,
    described,
    graph,
    mounted,
    openings,
    registered,
    resolvers,
    resources,
)
from reviewbot.reviewers.static.beside import HEAVY, beside, serve
from reviewbot.reviewers.static.callers import callers
from reviewbot.reviewers.static.class_views import views_of_all
from reviewbot.reviewers.static.doorkeepers import Doorkeepers, doorkeepers
from reviewbot.reviewers.static.early import early
from reviewbot.reviewers.static.gates import may_protect, of_file
from reviewbot.reviewers.static.granted import granted
from reviewbot.reviewers.static.lookups import MOST
from reviewbot.reviewers.static.owners import Reading, unowned
from reviewbot.reviewers.static.passages import (
    TOO_LARGE,
    CrowdedError,
    Hit,
    Passage,
    Unreadable,
    Weakness,
    claim,
    is_test,
)
from reviewbot.reviewers.static.reached import reached
from reviewbot.reviewers.static.routes import FEWEST, RANKED, Route, Words
from reviewbot.reviewers.static.structure import excess, parse
from reviewbot.reviewers.static.uncommented import uncommented
from reviewbot.reviewers.static.vouched import unvouched

if TYPE_CHECKING:
    from ast_grep_py import SgNode

LANGUAGES: Final = {
    "python": (
        annotated.python_functions,
        annotated.django_functions,
        annotated.django_classes,
        resources.resources,
        mounted.python,
        openings.within("class_definition"),
        resolvers.python,
        graph.fields,
    ),
    "typescript": (
        annotated.nest,
        registered.javascript,
        described.objects,
        described.procedures,
        mounted.javascript,
        openings.javascript,
        resolvers.javascript,
    ),
    "tsx": (
        registered.javascript,
        described.objects,
        described.procedures,
        mounted.javascript,
        openings.javascript,
        resolvers.javascript,
    ),
    "javascript": (
        registered.javascript,
        described.objects,
        described.procedures,
        mounted.javascript,
        openings.javascript,
        resolvers.javascript,
    ),
    "java": (annotated.spring, openings.within("class_declaration")),
    "csharp": (annotated.aspnet, registered.minimal, openings.within("class_declaration")),
    "go": (registered.go, openings.within()),
    "php": (registered.laravel, openings.within("class_declaration")),
    "ruby": (annotated.rails, openings.within("class")),
}
"""How routes are written, by language."""
_BELOW: Final = 8
"""Lines below the header of a route that are its own."""
_WRITTEN: Final = re.compile(r"^(/\S*)|[\"'`]([^\"'`\s]*)[\"'`]")
_FORM: Final = re.compile(
    r"(?i)\.[a-z]{2,4}x?|[/_-](?:(?:as|to)[-_])?(?:csv|xlsx?|pdf|json|ods|zip|export|download|print|raw|stream|dump|archive)/?"
)
"""What a path says at its end of the form in which the same is handed out."""
_PLACE: Final = re.compile(
    r"(?i)/(?:api/|v\d/){0,2}(?:admin|staff|internal|back-?office|management|moderation|superuser)/"
)
"""The beginning of a path that is for the few."""
_FORM_WORDS: Final = frozenset(
    """
    as csv download excel export exported json ods pdf print printable raw spreadsheet stream to
    xls xlsx xml zip
    """.split()  # noqa: SIM905 - a list of words
)
"""The same in the name of a function or a class."""
_OF_ALL_FORMS: Final = frozenset({"all", "api", "get", "index", "list", "page", "the", "view"})
"""Words that such a name has without saying what it is about."""
_NAME_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_OF_CLASS: Final = re.compile(r"^[A-Z]\w*@\d+$")
"""The scope of a controller."""
_SHOWN: Final = re.compile(r"(?i)token|secret|delet|edit|manage|owner|private|code\b|sign")
"""What a number is called that somebody shows instead of signing in."""
_MOST: Final = 400
"""Routes of one scope that are compared, each with all others; more than that no person has written."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A route and the protection of its siblings that it lacks."""

    route: Route
    mark: str


@dataclass(frozen=True)
class Routes:
    """Looks at the routes of each file that the change is about."""

    heavy: int = HEAVY
    """Characters that are worth another process."""
    name: str = "static/routes"

    def speaks(self, language: str) -> bool:
        """The languages in which routes are found."""
        return language in LANGUAGES

    @cached_property
    def table(self) -> Mapping[str, object]:
        """What siblings.toml says."""
        return tomllib.loads(files(__package__).joinpath("siblings.toml").read_text())

    @cached_property
    def words(self) -> Words:
        """The regular expressions of the table."""
        return Words.read(self.table)

    def detect(self, texts: Sequence[Passage]) -> Iterable[Sequence[Hit] | Unreadable]:
        """One outcome for each passage: routes of different files are no siblings, what they look for is."""
        with beside(__name__, texts, len(self.table), self.heavy) as other:
            found = other.outcomes(texts, self.name) if other is not None else None
        return list(self.read(texts)) if found is None else found

    def read(self, texts: Sequence[Passage]) -> Iterator[Sequence[Hit] | Unreadable]:
        """The same, in this process. Where nothing may protect a route, nothing is compared or parsed."""
        code = [one for one in texts if not is_test(one.path) and not excess(one.text)]
        asking, keepers = callers(one.text for one in code), doorkeepers(one.text for one in code)
        known = [Reading(one, asking, keepers.ranked_types, keepers.people) for one in code]
        readings = [one for one in known if not one.is_crowded]
        compared = [self._compared(passage, keepers) for passage in texts]
        unreached = self._unreached(code, keepers)
        told = {
            id(passage): [hit.claim.line or 0 for hit in one[0]]
            for passage, one in zip(texts, compared, strict=True)
            if not isinstance(one, Unreadable)
        }
        lacking = zip(readings, unowned(readings, self.name, told), strict=True)
        found = {
            id(one.passage): _all(
                hits, *(find(one, self.name) for find in (unvouched, early, granted, views_of_all))
            )
            for one, hits in lacking
        }
        crowded = {id(one.passage) for one in known if one.is_crowded}
        for passage, one in zip(texts, compared, strict=True):
            if isinstance(one, Unreadable):
                yield one
                continue
            strays, reason = one
            strays = _all(strays, unreached.get(passage.path, ()))
            unasked = found.get(id(passage), ())
            hits = [*strays, *(hit for hit in unasked if not _is_inside(hit, strays))]
            reason = f"more than {MOST:,} look-ups" if id(passage) in crowded else reason
            yield Unreadable(f"{TOO_LARGE} to compare: {reason}", tuple(hits)) if reason else hits

    def _compared(self, passage: Passage, keepers: Doorkeepers) -> tuple[list[Hit], str] | Unreadable:
        """Hits of the routes of a passage, and what there is too much of to find more."""
        if is_test(passage.path) or not (may_protect(passage.text) or keepers.is_called_in(passage.text)):
            return [], ""
        tree = parse(uncommented(passage))
        if isinstance(tree, Unreadable):
            return tree
        return ([], "") if tree is None else self._strays(passage, tree, keepers)

    def _strays(self, passage: Passage, root: "SgNode", keepers: Doorkeepers) -> tuple[list[Hit], str]:
        """Hits, and what there is too much of to find more."""
        try:
            readers, words = LANGUAGES[passage.language], of_file(self.words, root, passage.language, keepers)
            found = [route for read in readers for route in read(root, passage.path, words)]
            return [self._hit(stray, passage) for stray in strays(found, words)], ""
        except CrowdedError as crowd:
            return [], str(crowd)

    def _unreached(self, code: Sequence[Passage], keepers: Doorkeepers) -> Mapping[str, list[Hit]]:
        """By path: hits of routers that are mounted without what is asked before those beside them."""
        found: dict[str, list[Hit]] = {}
        for passage, first, last, mark, writes in reached(code, self.words, keepers):
            route = Route(first, first, last, "", "", writes=writes)
            hit = self._hit(Stray(route, mark), passage)
            found.setdefault(passage.path, []).append(hit)
        return found

    def _hit(self, stray: Stray, passage: Passage) -> Hit:
        route = stray.route
        first, line, last = (passage.start + at for at in (route.first, route.line, route.last))
        # What is opened to everybody lacks the login first.
        ranked = self.words.decides.search(stray.mark) and not route.opened
        weakness = self._weakness("862" if ranked else "306")
        if not route.writes:
            weakness = replace(weakness, severity=Severity.MEDIUM)
        said = claim(weakness, self.name, passage.line(line), line)
        carried = f"{said.explanation} They carry `{stray.mark}`."
        said = replace(said, explanation=carried) if stray.mark else said
        return Hit(said, last, introduced=passage.is_changed(first, last))

    def _weakness(self, number: str) -> Weakness:
        entry = self.table["weakness"][number]  # type: ignore[index]
        return Weakness(severity=Severity.HIGH, confidence=Confidence.MEDIUM, **entry)


def _all(hits: Iterable[Hit], *others: Iterable[Hit]) -> list[Hit]:
    """Hits, and those of others that are on lines of their own."""
    held = list(hits)
    for more in others:
        lines = {line for hit in held for line in range(hit.claim.line or 0, hit.last + 1)}
        held += [other for other in more if other.claim.line not in lines]
    return held


def _is_inside(hit: Hit, others: Sequence[Hit]) -> bool:
    """Whether something stands in a route that is told of already: whoever reaches it has all of it."""
    line = hit.claim.line or 0
    return any((other.claim.line or 0) <= line <= other.last + _BELOW for other in others)


def strays(found: Iterable[Route], words: Words) -> Iterator[Stray]:
    """The routes without what their siblings have.

    Raises:
        CrowdedError: too many are siblings.
    """
    scoped = sorted(found, key=attrgetter("scope", "line"))
    told: set[int] = set()
    for scope, group in groupby(scoped, key=attrgetter("scope")):
        if not words.public.search(scope):
            routes = list(group)
            guarded = " ".join(route.name for route in routes if route.marks)
            known = [route for route in routes if route.marks or not words.is_public(route, guarded)]
            asked = [route for route in known if not words.is_public(route, guarded)]
            if asked and len(known) > _MOST:
                raise CrowdedError(f"{len(known):,} routes of one kind")
            lone = _overlooked([stray for route in asked if (stray := _stray(route, known, words))], known)
            yield from (stray for stray in lone if stray.route.line not in told)
            told |= {stray.route.line for stray in lone}


def _overlooked(lone: list[Stray], known: Sequence[Route]) -> list[Stray]:
    """Strays that somebody may have overlooked: where many that only read do without, that is meant."""
    reading = [stray for stray in lone if not stray.route.writes]
    asking = [route for route in known if route.marks and not route.writes]
    if len(reading) <= FEWEST or 2 * len(reading) < len(asking):
        return lone
    return [stray for stray in lone if stray.route.writes or stray.route.opened]


def _stray(route: Route, known: Sequence[Route], words: Words) -> Stray | None:
    siblings = [other for other in known if other is not route and not other.opened]
    alike = [other for other in siblings if other.writes == route.writes]
    all_ask = len(siblings) > FEWEST and bool(alike) and all(other.marks for other in siblings)
    mark = _common(alike) or (_common(siblings) if route.writes or all_ask else "")
    if route.scope == openings.ACTIONS and route.writes and alike:
        # Each asks for what its own purpose needs, and none for nothing.
        mark = mark or min(map(_any_mark, alike))
    if route.scope.startswith(graph.FIELDS):
        mark = mark or _of_fields(alike, words)
    mark = mark or next((min(other.marks) for other in siblings if _is_form_of(route, other)), "")
    mark = mark or next((min(other.marks) for other in alike if _is_of_made(route, other, words)), "")
    mark = mark or _of_place(route, siblings, words)
    if not mark or (route.opened and not route.writes):
        return None
    if route.opened or not (route.marks or route.checked):
        return Stray(route, mark)
    return (
        _stray_of_rank(route, siblings, words, whole=True)
        or _stray_of_rank(route, alike, words)
        or _stray_of_power(route, siblings, words)
    )


def _stray_of_power(route: Route, siblings: Sequence[Route], words: Words) -> Stray | None:
    """A writing route for the few by its name, where others ask for a permission, one that writes too."""
    if not route.writes or route.judged or not words.mighty.search(route.name):
        return None
    ranked = [other for other in siblings if any(map(words.decides.search, other.marks - route.marks))]
    own = any(map(words.decides.search, (mark for mark in route.marks if not mark.endswith(RANKED))))
    if own or len(ranked) < FEWEST or not any(other.writes for other in ranked):
        return None
    marks = (mark for other in ranked for mark in other.marks - route.marks if words.decides.search(mark))
    return Stray(route, min(marks))


def _stray_of_rank(
    route: Route, others: Sequence[Route], words: Words, *, whole: bool = False
) -> Stray | None:
    """A writing route for which signing in is enough, where all others ask for the same permission."""
    if not route.writes or route.judged:
        return None
    fewest = _fewest_of_rank(route, words)
    if fewest < FEWEST:
        others = [other for other in others if not (other.mine or words.brings.search(other.name))]
    if len(others) < fewest:
        return None
    shared = frozenset.intersection(*(other.marks for other in others))
    own = {mark for mark in route.marks if words.decides.search(mark)}
    ranks = sorted(mark for mark in shared - route.marks if words.decides.search(mark))
    if not ranks or own - {mark for mark in shared if mark.endswith(RANKED)}:
        return None
    undoes = route.is_of_record and any(words.undoes(route, other) for other in others)
    for_many = not undoes and _is_for_many(route, len(others), words, whole=whole)
    return None if for_many else Stray(route, ranks[0])


def _fewest_of_rank(route: Route, words: Words) -> int:
    """How many have to ask for a rank; one in a controller, where nothing is told who changes a record."""
    unknown = bool(route.marks) and not (route.mine or route.checked)
    made = route.is_of_record and not words.brings.search(route.name)
    return 1 if unknown and made and _OF_CLASS.search(route.scope) else FEWEST


def _is_for_many(route: Route, others: int, words: Words, *, whole: bool) -> bool:
    """Whether a route may well ask for less than others do: it brings something in, or serves who asks.

    `whole` says that the others are all that there are, so that those who may less have nothing to do here.
    """
    brings = words.brings.search(route.name) is not None
    known = route.mine or (route.checked and not route.marks)
    if others > FEWEST:
        return brings and known
    return brings or (known and not (whole and route.is_of_record))


def _is_form_of(route: Route, other: Route) -> bool:
    """Whether a route hands out, in another form, what a protected one does: `/month/:month.csv`."""
    if route.writes or other.writes or not other.marks:
        return False
    whole, part = _path(route), _path(other)
    if not (whole or part):
        (about, form), (of_other, form_of_other) = _named(route), _named(other)
        return bool(about and form) and about == of_other and not form_of_other
    rest = whole[len(part) :] if part.strip("/") and whole.startswith(part) else ""
    return _FORM.fullmatch(rest) is not None


def _named(route: Route) -> tuple[frozenset[str], frozenset[str]]:
    """What the name of a function or class is about, and in which form: `MemberListExport`, `members_csv`."""
    said = frozenset(word.lower() for word in _NAME_WORD.findall(route.name))
    about = (word.removesuffix("s") for word in said - _FORM_WORDS - _OF_ALL_FORMS)
    return frozenset(about), said & _FORM_WORDS


def _of_fields(alike: Sequence[Route], words: Words) -> str:
    """What fields ask for, if each that may have to asks for something; a rank rather than a login."""
    asked = [min(other.marks, default="") for other in alike if other.marks or not other.checked]
    asked.sort(key=lambda mark: words.decides.search(mark) is None)
    return asked[0] if len(asked) >= FEWEST and all(asked) else ""


def _of_place(route: Route, siblings: Sequence[Route], words: Words) -> str:
    """The rank that all others at a place for the few ask for: `/admin/backup` beside `/admin/users`."""
    place = _PLACE.match(_path(route))
    beside = [other for other in siblings if place and _path(other).startswith(place[0])]
    ranks = [min(filter(words.decides.search, other.marks), default="") for other in beside]
    return min(ranks) if len(ranks) >= FEWEST and all(ranks) else ""


def _is_of_made(route: Route, other: Route, words: Words) -> bool:
    """Whether a route changes a record that only those who are known have made: `DELETE /boards/:id`."""
    if not (route.writes and route.seen and route.is_of_record and other.writes and other.marks):
        return False
    parent, slash, number = _path(route).rstrip("/").rpartition("/")
    made = _path(other).rstrip("/") == parent and bool(slash) and number[:1] in {":", "{", "<"}
    called = re.search(r"\w*$", route.name)
    brings = called is not None and called[0] != "" and words.brings.search(called[0])
    return made and not (brings or _SHOWN.search(number))


def _path(route: Route) -> str:
    """The path of a route, as its name tells it."""
    found = _WRITTEN.search(route.name)
    return next(filter(None, found.groups()), "") if found else ""


def _any_mark(route: Route) -> str:
    """What a route is protected by; "" if by nothing."""
    return min(route.marks, default="")


def _common(siblings: Sequence[Route]) -> str:
    """The protection that siblings share; "" if less than half are protected, or each in its own way."""
    guarded = [other for other in siblings if other.marks]
    if len(guarded) < FEWEST or 2 * len(guarded) < len(siblings):
        return ""
    counts = Counter(mark for other in guarded for mark in sorted(other.marks))
    mark, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return mark if times >= FEWEST else ""


if __name__ == "__main__":
    serve(Routes().read, len(Routes().table))
