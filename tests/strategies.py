"""Generated changes: real and hostile lines of many languages, every status, whole files and bare diffs."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

from hypothesis import strategies as st

from reviewbot.diff import Edit, Excerpt, FileChange, Nature, Status, split_lines

CODE: Final = {
    "app/users.py": """\
import os
from app.db import connect, close


class Users(Base):
    table = "users"

    @login_required
    def find(self, ident):
        # one user
        def inner(row):
            return row["id"]

        return inner(connect().execute(
            "select * from users where id = %s" % ident
        ))

    async def remove(self, ident): pass


def main(argv):
    return Users().find(argv[1])
""",
    "web/app.js": """\
const express = require("express");
import { q } from "./db.js";

class Users extends Base {
  find(id) {
    return q("select 1", (row) => {
      return row.id;
    });
  }
}
exports.remove = async function (id) {
  return id;
};
app.get("/", (req, res) => {
  res.send(req.query.x);
});
""",
    "pkg/users.go": """\
package users

import (
\t"fmt"
)

type Users struct {
\tid int
}

// Find finds.
func (u *Users) Find(id int) error {
\treturn fmt.Errorf("x %d", id)
}
""",
    "src/lib.rs": """\
use std::fs;

#[derive(Debug)]
pub struct Users { id: u32 }

impl Users {
    /// Finds.
    #[inline]
    pub fn find(&self) -> u32 {
        self.id
    }
}
""",
    "src/main.c": """\
#include <stdio.h>
static int *find(int id)
{
    if (id) {
        return 0;
    }
    return &id;
}
""",
    "db/schema.sql": "create table users (id int);\n\nselect *\nfrom users\nwhere id = 1;\n",
    "README": "read me\n\nmore\n",
}
_HOSTILE: Final = (
    "",
    "   ",
    "\t",
    "}",
    "{",
    '"""',
    ")",
    "def f(",
    "    @property",
    "class A:",
    "<|endoftext|>",
    "<|endofprompt|> x",
    "x\r",
    "a\rb",
    "\u2028",
    "a\u2028b\x0cc\x85d",
    "\0\0",
    "caf\xe9 \xff",
    "\u202e reversed",
    "\ud800 lone",
    "...",
    "/",
    "// comment",
    "-- x",
    "+++ b/evil.py",
    "12+x",
    "\ufeffimport os",
    "\u0301combining",
    "'s 'll",
    "😀" * 30,
    "x" * 700,
    " " * 3_000 + "y",
    "ab cd" * 1_200,
)
PATHS: Final = (
    *CODE,
    "a b/\u202egpj.py",
    "x" * 300 + ".ts",
    "new\nline.rb",
    "\udcff.php",
    "t.sh",
    "T.kt",
    "m.vue",
)

lines = st.one_of(
    st.sampled_from(_HOSTILE),
    st.sampled_from([line for text in CODE.values() for line in text.split("\n")]),
    st.text(st.characters(exclude_characters="\n"), max_size=30),
)
runs_of_lines = st.one_of(
    st.lists(lines, max_size=6).map(tuple),
    st.builds(
        lambda text, times: tuple(text.splitlines()) * times,
        st.sampled_from(list(CODE.values())),
        st.integers(1, 3),
    ),
)


def file_change(
    path: str, blocks: Sequence[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]], margin: int | None
) -> FileChange:
    """A change from blocks of kept, removed, added lines; `margin` lines around are known, None: all."""
    new: list[str] = []
    edits: list[Edit] = []
    old = 0
    for kept, removed, added in blocks:
        new += kept
        old += len(kept)
        if removed or added:
            if edits and not kept:
                new += ("",)
                old += 1
            edits.append(Edit(old + 1, removed, len(new) + 1, len(added)))
            new += added
            old += len(removed)
    status = Status.ADDED if not old and new else Status.DELETED if old and not new else Status.MODIFIED
    excerpts = [Excerpt(1, tuple(new))] if margin is None else _excerpts(new, edits, margin)
    if not new:
        excerpts = []
    return FileChange(path, path, status, Nature.TEXT, tuple(edits), tuple(excerpts), margin is None)


def _excerpts(new: Sequence[str], edits: Sequence[Edit], margin: int) -> list[Excerpt]:
    shown = sorted(
        set(
            chain.from_iterable(
                range(max(e.new_start - margin, 1), min(e.new_start + e.added + margin, len(new) + 1))
                for e in edits
            )
        )
    )
    excerpts: list[Excerpt] = []
    for number in shown:
        if excerpts and excerpts[-1].end + 1 == number:
            excerpts[-1] = Excerpt(excerpts[-1].start, (*excerpts[-1].lines, new[number - 1]))
        else:
            excerpts.append(Excerpt(number, (new[number - 1],)))
    return excerpts


blocks = st.one_of(
    st.lists(st.tuples(runs_of_lines, runs_of_lines, runs_of_lines), max_size=6),
    st.builds(lambda added: [((), (), added)], runs_of_lines),
    st.builds(lambda removed: [((), removed, ())], runs_of_lines),
    st.builds(
        lambda text, at, removed, added: [
            (tuple(text.splitlines()[:at]), removed, added),
            (tuple(text.splitlines()[at:]), (), ()),
        ],
        st.sampled_from(list(CODE.values())),
        st.integers(0, 25),
        runs_of_lines,
        runs_of_lines,
    ),
)
file_changes = st.builds(file_change, st.sampled_from(PATHS), blocks, st.one_of(st.none(), st.integers(0, 4)))
"""Text files in every state, consistent as git would make them."""


def difference(path: str, old: str, new: str, margin: int | None = None) -> FileChange:
    """The change from one text to another, by difflib."""
    before, after = split_lines(old), split_lines(new)
    blocks: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = []
    kept: tuple[str, ...] = ()
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            kept = before[i:j]
        else:
            blocks.append((kept, before[i:j], after[k:m]))
            kept = ()
    return file_change(path, [*blocks, (kept, (), ())], margin)
