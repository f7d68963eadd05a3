"""Texts that a function of one file puts together and another file shows or runs."""

from collections.abc import Iterator

import pytest

from reviewbot.reviewers.static.ruling import Rules
from reviewers.static.flow.tracing import changed, detect

ESCAPED = """
    import escape from 'lodash/escape'
    export function linked(text) {
      return escape(text).replace(/#(\\d+)/g, '<a href="/plots/$1">#$1</a>')
    }
"""
BARE = """
    export function linked(text) {
      const html = text.trim()
      return html.replace(/#(\\d+)/g, '<a href="/plots/$1">#$1</a>')
    }
"""
SHOWN_BY = {
    "src/Setup.vue": """<script setup>
import { linked } from './linked'
const props = defineProps({ message: Object })
const body = computed(() => linked(props.message.text))
</script>
<template><p v-html="body"></p></template>
""",
    "src/Options.vue": """<template><p v-html="marked" /></template>
<script>
import { linked } from './linked'
export default {
  props: ['note'],
  computed: {
    marked () {
      return linked(this.note.remark || '')
    }
  }
}
</script>
""",
    "src/Call.svelte": """<script>
  import { linked } from './linked'
  export let step
</script>
<p>{@html linked(step.text)}</p>
""",
    "src/Derived.svelte": """<script lang="ts">
  import { linked } from './linked'
  let { step } = $props()
  const shown = $derived(linked(step.text))
</script>
<p>{@html shown}</p>
""",
    "src/Note.jsx": """import { linked } from './linked'
export const Note = ({ note }) => <p dangerouslySetInnerHTML={{ __html: linked(note.text) }} />
""",
}


class Around:
    """One file that lies around the change."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text

    def search(
        self, line: str, suffixes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        if self.path.endswith(tuple(suffixes)) and "linked" in line and self.path not in near:
            yield self.path, self.text


@pytest.mark.parametrize("path", SHOWN_BY)
def test_who_stops_to_escape_what_others_show_is_told(path: str) -> None:
    shelf = Around(path, SHOWN_BY[path])
    found = detect([changed("src/linked.js", ESCAPED, BARE)], Rules(shelf))
    assert [(one.path, one.line, one.cwe) for one in found] == [("src/linked.js", 3, "CWE-79")]
    assert detect([changed("src/linked.js", BARE, ESCAPED)], Rules(shelf)) == []


@pytest.mark.parametrize("path", SHOWN_BY)
def test_what_was_shown_without_escaping_before_is_nothing_new(path: str) -> None:
    after = BARE.replace("/plots/$1", "/plot/$1")
    assert detect([changed("src/linked.js", BARE, after)], Rules(Around(path, SHOWN_BY[path]))) == []


FILTER = """
    export function where(id, filter) {{
      const values = [id]
      const clauses = ['p.id = $1']
      if (filter.plate) {{
        {clause}
      }}
      return {{ text: clauses.join(' AND '), values }}
    }}
"""
ROUTES = """
    import {{ where }} from './filter'
    app.get('/', async (req, res) => {{
      const made = where(1, {{ zone: req.query.zone,{plate} }})
      const {{ rows }} = await pool.query(
        `SELECT id FROM permits p WHERE ${{made.text}} LIMIT 100`, made.values)
      res.json(rows)
    }})
"""


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("clauses.push(`p.plate ILIKE '${filter.plate.trim()}%'`)", [("src/filter.js", 5, "CWE-89")]),
        ('clauses.push("p.plate = \'" + filter.plate + "\'")', [("src/filter.js", 5, "CWE-89")]),
        ("values.push(filter.plate); clauses.push(`p.plate = $${values.length}`)", []),
    ],
)
def test_a_part_of_a_statement_is_told_where_it_is_put_together(
    clause: str, told: list[tuple[str, int, str]]
) -> None:
    files = [
        changed("src/filter.js", FILTER.format(clause="return null"), FILTER.format(clause=clause)),
        changed("src/routes.js", ROUTES.format(plate=""), ROUTES.format(plate=" plate: req.query.plate")),
    ]
    assert [(one.path, one.line, one.cwe) for one in detect(files)] == told
