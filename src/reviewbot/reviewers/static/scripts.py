"""The code in components of Vue and Svelte, as a text of its own on the same lines.

What the template shows as markup by a function of the component's, `v-html="linked(note.text)"`, is code too:
it becomes a call of `MARKUP`, so that data is followed through the function. Other values that are shown so
are told by rules for lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from reviewbot.reviewers.static.passages import PARTIAL, UNPARSED, Passage, Unreadable

COMPONENTS: Final = ("svelte", "vue")
WRITTEN_IN: Final = frozenset({"javascript", "typescript"})
"""The languages of their scripts."""
_TOLD: Final = re.compile(r"((?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+)>")
"""The rest of a tag; its values may hold any character but their quote."""
_CLOSES: Final = re.compile(r"</script", re.IGNORECASE)
_SEEN: Final = re.compile(r"<script(?=[\s/>])", re.IGNORECASE)
_TYPED: Final = re.compile(r"\blang *= *[\"']?tsx?\b")
_UNSEEN: Final = re.compile(r"[^\n]")
MARKUP: Final = "shownAsMarkup"
"""What the code that is made of a template calls with a value that is shown as it is."""
_PLACE: Final = r"[A-Za-z_$][\w$]{0,60}(?:\??\.[\w$]{1,60}|\[\w{1,60}\]){0,8}"
_GIVEN: Final = (
    rf"(?:{_PLACE}(?:\( ?(?:{_PLACE})? ?\))?(?: ?(?:\|\||\?\?) ?(?:''|\"\"))?|'[\w .,:/-]{{0,40}}'|\d{{1,9}})"
)
_CALL: Final = (
    rf"(?!\$?(?:t|tc|_)\()[A-Za-z_$][\w$]{{0,60}}\(\s{{0,20}}{_GIVEN}"
    rf"(?:\s{{0,20}},\s{{0,20}}{_GIVEN}){{0,5}}\s{{0,20}}\)"
)
_SHOWN: Final = re.compile(
    rf"(?:\bv-html *= *[\"']|\{{@html )\s{{0,20}}({_CALL}|[A-Za-z_$][\w$]{{0,60}})\s{{0,20}}(?=[\"'}}])"
)
"""A value that a function gives, shown as markup; texts of a translation are nobody's data."""
_COMPUTED: Final = re.compile(
    r"(?:\b([\w$]{1,60}) {0,4}= {0,4}(?:computed\(\s{0,20}\(\) {0,4}=>|\$derived\()"
    r"|\$: {0,4}([\w$]{1,60}) {0,4}=|^[ \t]{1,40}([\w$]{1,60}) {0,4}\(\) {0,4}\{\s{0,20}return )"
    rf"\s{{0,20}}({_CALL})(?!\.)",
    re.MULTILINE,
)
"""A value that a component computes by a function, and the call: a template names the value."""
_METHODS: Final = re.compile(r"\bmethods *: *\{")
_METHOD: Final = re.compile(r"^[ \t]*(?:async +)?([\w$]+) *\([^()\n]*\) *\{", re.MULTILINE)
"""A function among the options of a component of Vue, which its template calls without more."""
_ROOT: Final = re.compile(r"(?<![\w$.\['])[A-Za-z_$][\w$]*(?![\w$(])")
_WORDS: Final = frozenset({"this", "null", "true", "false", "undefined"})


def script_of(passage: Passage) -> Passage | Unreadable | None:
    """The scripts of a component, or why there are some that nobody can read; None for all else."""
    if passage.language not in COMPONENTS:
        return None
    text = passage.text
    if not passage.complete:
        return Unreadable(f"{PARTIAL}, and where its scripts begin is not")
    scripts = list(_scripts(text))
    if not scripts or not scripts[-1][2]:
        return Unreadable(f"a script of it {UNPARSED}: its tag is left open") if _SEEN.search(text) else None
    options = _METHODS.search(text)
    methods = frozenset(_METHOD.findall(text, options.end()) if options else ())
    computed = {
        one or two or three: " ".join(call.replace("this.", "").split())
        for one, two, three, call in _COMPUTED.findall(text)
    }
    made, at = "", 0
    for _, start, end in scripts:
        made += _shown(text[at:start], methods, computed) + text[start:end]
        at = end
    made += _shown(text[at:], methods, computed)
    language = "typescript" if any(_TYPED.search(told) for told, *_ in scripts) else "javascript"
    lines = tuple(line if line.strip() else "" for line in made.removesuffix("\n").split("\n"))
    return replace(passage, language=language, lines=lines, file=None)


def _shown(template: str, methods: frozenset[str], computed: Mapping[str, str]) -> str:
    """A part of a template as code on the same lines: what functions give that it shows as markup."""
    made, at, line = "", 0, list[str]()
    for found in _SHOWN.finditer(template):
        value = found[1] if found[1].endswith(")") else computed.get(found[1], "")
        if not value:
            continue
        between = template[at : found.start(1)]
        if "\n" in between:
            made, line = made + _function(line), []
        made += _UNSEEN.sub("", between)
        line.append(f"{'methods.' if value.partition('(')[0] in methods else ''}{value}")
        at = found.end()
    return made + _function(line) + _UNSEEN.sub("", template[at:])


def _function(values: Sequence[str]) -> str:
    """A function that is given what some values are made of: one for each line, whatever stands there."""
    if not values:
        return ""
    every = (name for value in values for name in _ROOT.findall(value) if name not in _WORDS)
    given = ", ".join(dict.fromkeys(name for name in every if not name.isupper()))
    return f";(function ({given}) {{ {' '.join(f'{MARKUP}({value});' for value in values)} }});"


def _scripts(text: str) -> Iterator[tuple[str, int, int]]:
    """What the tag of each script says, and where its code stands; to 0 if it is left open."""
    at = 0
    while (seen := _SEEN.search(text, at)) is not None:
        tag = _TOLD.match(text, seen.end())
        closed = _CLOSES.search(text, tag.end()) if tag else None
        if tag is None or closed is None:
            yield "", len(text), 0
            return
        yield tag[1], tag.end(), closed.start()
        at = closed.end()
