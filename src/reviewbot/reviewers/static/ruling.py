"""Our own rules: patterns on trees, regular expressions on lines, and data followed to where it does harm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from reviewbot.diff import Library
from reviewbot.reviewers.static.beside import HEAVY, beside, serve
from reviewbot.reviewers.static.passages import Hit, Passage, Unreadable, demoted
from reviewbot.reviewers.static.rendered import Rendering, unharmed
from reviewbot.reviewers.static.rulebook import GRAMMARS, PLAIN, Rulebook, load
from reviewbot.reviewers.static.scripts import COMPONENTS, WRITTEN_IN, script_of
from reviewbot.reviewers.static.structure import parse, patterns_in, patterns_on

if TYPE_CHECKING:
    from reviewbot.reviewers.static.flow.following import Following
    from reviewbot.reviewers.static.flow.sinks import Sinks


@dataclass(frozen=True)
class Rules:
    """Parses each passage once; all rules of its language run over the tree.

    `library` are the files around the change, in which functions are looked up that it calls.
    """

    library: Library | None = field(default=None, repr=False)
    heavy: int = HEAVY
    """Characters that are worth a second process."""
    name: str = "static/rules"
    _sinks: "dict[str, Sinks]" = field(default_factory=dict, init=False, repr=False, compare=False)

    def speaks(self, language: str) -> bool:
        """The languages that rules are written for."""
        return language in GRAMMARS or language in PLAIN

    @cached_property
    def book(self) -> Rulebook:
        """The rules, each read at the first need."""
        return load()

    def detect(self, texts: Sequence[Passage]) -> Iterable[Sequence[Hit] | Unreadable]:
        """One outcome for each passage. All are read first: data goes from file to file."""
        scripts = [script_of(passage) for passage in texts]
        known = [script for script in scripts if isinstance(script, Passage)]
        found = self._detect((*texts, *known)) if texts else []
        of_scripts = iter(found[len(texts) :])
        inside = [next(of_scripts) if isinstance(script, Passage) else script or [] for script in scripts]
        outcomes = map(_both, found[: len(texts)], map(_quoting, inside, texts))
        return [_demoted(outcome, passage) for outcome, passage in zip(outcomes, texts, strict=True)]

    def _detect(self, texts: Sequence[Passage]) -> list[list[Hit] | Unreadable]:
        following = self._following(texts)
        with beside(__name__, texts, len(self.book.pages), self.heavy) as other:
            outcomes = [
                self._read(at, passage, following, alone=other is None) for at, passage in enumerate(texts)
            ]
            if other is not None:
                found = other.outcomes(texts, self.name) or [
                    patterns_in(p, self.book, self.name) for p in texts
                ]
                outcomes = [_both(*each) for each in zip(found, outcomes, strict=True)]
        rendering = Rendering(texts)
        for at, passage in enumerate(texts):
            if not isinstance(outcome := outcomes[at], Unreadable):
                outcomes[at] = unharmed(outcome, passage, rendering)
        for at, hit in following.hits():
            outcomes[at] = _with(outcomes[at], [hit])
        for at, reason in following.cut():
            outcomes[at] = _both(Unreadable(reason), outcomes[at])
        return outcomes

    def _following(self, texts: Sequence[Passage]) -> "Following":
        from reviewbot.reviewers.static.flow.following import Following  # noqa: PLC0415 - only where code is read

        return Following(self._sinks_of, texts, self.library, self.name)

    def _sinks_of(self, language: str) -> "Sinks":
        """Where data does harm in a language, put together at the first need."""
        from reviewbot.reviewers.static.flow.sinks import read_sinks  # noqa: PLC0415 - only where code is read

        if language not in self._sinks:
            languages = (language, *(COMPONENTS if language in WRITTEN_IN else ()))
            rules = {rule.id: rule for label in languages for rule in self.book.flows(label)}.values()
            self._sinks[language] = read_sinks((rule.id, rule.weakness, rule.flow or {}) for rule in rules)
        return self._sinks[language]

    def _read(
        self, at: int, passage: Passage, following: "Following", *, alone: bool
    ) -> list[Hit] | Unreadable:
        """Follow data in one passage; alone, search it for patterns too, on the same tree."""
        root = parse(passage)
        if isinstance(root, Unreadable):
            return root
        found = list(patterns_on(root, passage, self.book, self.name)) if alone else []
        if root is not None and (reason := following.read(at, root)):
            return Unreadable(reason, tuple(found))
        return found


def _demoted(outcome: list[Hit] | Unreadable, passage: Passage) -> list[Hit] | Unreadable:
    if isinstance(outcome, Unreadable):
        return replace(outcome, hits=tuple(demoted(hit, passage.path) for hit in outcome.hits))
    return [demoted(hit, passage.path) for hit in outcome]


def _quoting(found: list[Hit] | Unreadable, passage: Passage) -> list[Hit] | Unreadable:
    """What was found in the scripts of a component, with its lines as they are written there."""
    if isinstance(found, Unreadable):
        return replace(found, hits=tuple(_quoted(hit, passage) for hit in found.hits))
    return [_quoted(hit, passage) for hit in found]


def _quoted(hit: Hit, passage: Passage) -> Hit:
    line = hit.claim.line
    return hit if line is None else replace(hit, claim=replace(hit.claim, quote=passage.line(line)))


def _with(outcome: list[Hit] | Unreadable, more: Sequence[Hit]) -> list[Hit] | Unreadable:
    if isinstance(outcome, Unreadable):
        return replace(outcome, hits=(*outcome.hits, *more))
    return [*outcome, *more]


def _both(patterns: Sequence[Hit] | Unreadable, flows: list[Hit] | Unreadable) -> list[Hit] | Unreadable:
    """What was not read by one of them was not read; what either found is kept."""
    if isinstance(patterns, Unreadable):
        return _with(patterns, flows.hits if isinstance(flows, Unreadable) else flows)
    return _with(flows, patterns)


if __name__ == "__main__":
    serve(partial(map, partial(patterns_in, book=load(), by="")), len(load().pages))
