"""Scripts of components: what stands in them is found, and what could not be read is said."""

from typing import Final

import pytest

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.passages import PARTIAL, UNPARSED
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.ruling import Rules
from reviewers.static.reading import change, claims, lines, reason

RULES: Final = StaticReviewer(Rules())
CODE: Final = "\nimport { exec } from 'node:child_process';\nexport const run = (q) => eval(q.get('x'));\n"
TAGS: Final = (
    "<script>",
    '<script setup lang="ts" generic="T extends Record<string, unknown>">',
    "<SCRIPT>",
    "<script\n  setup\n>",
    "<script data-a='>' >",
)
BROKEN: Final = "\n} ) ( { ] ] => => ((( const function {{{\n"


@pytest.mark.parametrize("tag", TAGS)
def test_a_script_is_read_whatever_its_tag_says(tag: str) -> None:
    """Values may hold brackets, and names may be in capitals."""
    close = "</SCRIPT>" if tag == "<SCRIPT>" else "</script>"
    component = f"<template><p/></template>\n{tag}{CODE}{close}\n"
    row = component.split("\n").index(CODE.split("\n")[2]) + 1
    assert row in lines(claims(RULES, change(component, "src/A.vue", "vue")))


@pytest.mark.parametrize(
    "component", [f"<script>{CODE}", "<script lang='ts>\n</script>\n", f"<p/>\n<script {CODE}"]
)
def test_a_script_that_is_left_open_is_not_read(component: str) -> None:
    """And that is said."""
    assert UNPARSED in reason(RULES, change(component, "src/A.vue", "vue"))


def test_a_script_that_does_not_parse_is_not_read() -> None:
    """The reason is that of its code."""
    component = f"<p/>\n<script>{BROKEN * 9}</script>\n"
    assert UNPARSED in reason(RULES, change(component, "src/A.vue", "vue"))


@pytest.mark.parametrize("part", [f"<script>{CODE}", CODE, "<p>{{ a }}</p>\n"])
def test_a_component_of_which_a_part_is_known_is_not_read(part: str) -> None:
    """Where its scripts began nobody can tell, nor whether this is in one."""
    assert PARTIAL in reason(RULES, change(part, "src/A.svelte", "svelte", complete=False))


def test_a_component_without_a_script_is_read() -> None:
    """There is nothing to miss."""
    assert claims(RULES, change("<p>script</p>\n", "src/A.vue", "vue")) == []
    assert claims(RULES, change("<script-x></script-x>\n", "src/A.vue", "vue")) == []


SHOWN: Final = """\
<template>
  <p :class="kind" v-html="linked(note.text)" />
</template>
<script setup>
const linked = (text) => text.replace(/https?:\\S+/g, '<a href="$&">$&</a>')
</script>
"""


def test_what_a_template_shows_is_quoted_as_it_is_written() -> None:
    """The code that is made of it is nobody's."""
    (told,) = [
        one for one in claims(RULES, change(SHOWN, "src/A.vue", "vue")) if one.confidence > Confidence.LOW
    ]
    assert (told.line, told.quote) == (2, SHOWN.split("\n")[1])


@pytest.mark.parametrize(
    "value",
    [
        "a ? b(c) : d",
        "b({ c: 1 })",
        "b(`${c}`)",
        "b(c) | d",
        "b(c",
        "b(c))",
        "b(c; d)",
        "b(() => c)",
        "b(new C)",
    ],
)
def test_a_value_that_is_no_simple_call_breaks_no_script(value: str) -> None:
    """Only what is surely an expression of JavaScript becomes code."""
    component = f'<script>\nexport const x = 1;\n</script>\n<p v-html="{value}" />\n{{@html {value}}}\n'
    for language in ("vue", "svelte"):
        claims(RULES, change(component, f"src/A.{language}", language))
