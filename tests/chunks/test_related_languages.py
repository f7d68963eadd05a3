"""Each language once: what a change calls elsewhere is shown with it."""

from typing import NamedTuple

import pytest

from builders import added_file
from fakes.shelf import Shelf
from reviewbot.chunks import Limits, plan
from reviewbot.chunks.languages import SYNTAXES, language_of
from reviewbot.chunks.related import relate
from reviewbot.stores.ranks import load_counter

COUNT = load_counter()


class Case(NamedTuple):
    """A changed file, another file, and the first two lines that are to be shown of it."""

    path: str
    code: str
    other: str
    text: str
    shown: str


CASES = {
    "python": Case(
        "app/views.py",
        "def show(ident):\n    return lookup(ident)\n",
        "app/db.py",
        "import os\n\n@cached\ndef lookup(ident):\n    return run(ident)\n",
        "> app/db.py:3 lookup\n> @cached\n> def lookup(ident):\n>     return run(ident)\n",
    ),
    "javascript": Case(
        "web/show.js",
        "export function show(req) {\n  return lookupUser(req.id);\n}\n",
        "web/db.js",
        "const lookupUser = async (id) => {\n  return db.query(id);\n};\n",
        "> web/db.js:1 lookupUser\n> const lookupUser = async (id) => {\n",
    ),
    "typescript": Case(
        "web/show.ts",
        "export function show(req: Req) {\n  return this.users.lookupUser(req.id);\n}\n",
        "web/users.ts",
        "class Users {\n  async lookupUser(id: string): Promise<User> {\n    return q(id);\n  }\n}\n",
        "> web/users.ts:2 Users.lookupUser\n>   async lookupUser(id: string): Promise<User> {\n",
    ),
    "tsx": Case(
        "web/Page.tsx",
        "export function Page(p: P) {\n  return <UserCard html={p.bio} />;\n}\n",
        "web/UserCard.tsx",
        "export const UserCard = (p: P) => {\n  return <b dangerouslySetInnerHTML={p} />;\n};\n",
        "> web/UserCard.tsx:1 UserCard\n> export const UserCard = (p: P) => {\n",
    ),
    "go": Case(
        "pkg/show.go",
        "package p\n\nfunc Show(u *Users) {\n\tu.Lookup(1)\n}\n",
        "pkg/users.go",
        "package p\n\n// Lookup looks.\nfunc (u *Users) Lookup(id int) error {\n\treturn nil\n}\n",
        "> pkg/users.go:4 Users.Lookup\n> // Lookup looks.\n> func (u *Users) Lookup(id int) error {\n",
    ),
    "java": Case(
        "src/Show.java",
        "class Show {\n  void show(String id) {\n    users.lookup(id);\n  }\n}\n",
        "src/Users.java",
        "class Users {\n  @Transactional\n  public User lookup(String id) {\n    return q(id);\n  }\n}\n",
        "> src/Users.java:2 Users.lookup\n>   @Transactional\n>   public User lookup(String id) {\n",
    ),
    "kotlin": Case(
        "src/Show.kt",
        "fun show(id: String) {\n    lookup(id)\n}\n",
        "src/Users.kt",
        "class Users {\n    fun lookup(id: String): User {\n        return q(id)\n    }\n}\n",
        "> src/Users.kt:2 Users.lookup\n>     fun lookup(id: String): User {\n",
    ),
    "scala": Case(
        "src/Show.scala",
        "object Show {\n  def show(id: Int) = {\n    lookup(id)\n  }\n}\n",
        "src/Users.scala",
        "object Users {\n  def lookup(id: Int): User = {\n    q(id)\n  }\n}\n",
        "> src/Users.scala:2 Users.lookup\n>   def lookup(id: Int): User = {\n",
    ),
    "rust": Case(
        "src/show.rs",
        "fn show(id: u32) {\n    lookup(id);\n}\n",
        "src/users.rs",
        "#[inline]\npub fn lookup(id: u32) -> User {\n    q(id)\n}\n",
        "> src/users.rs:1 lookup\n> #[inline]\n> pub fn lookup(id: u32) -> User {\n",
    ),
    "c": Case(
        "src/show.c",
        "int show(int id)\n{\n    return lookup(id);\n}\n",
        "src/users.c",
        "static int *\nlookup(int id)\n{\n    return q(id);\n}\n",
        "> src/users.c:1 lookup\n> static int *\n> lookup(int id)\n",
    ),
    "cpp": Case(
        "src/show.cpp",
        "int show(int id) {\n  return users->lookup(id);\n}\n",
        "src/users.cpp",
        "int Users::lookup(int id) {\n  return q(id);\n}\n",
        "> src/users.cpp:1 Users.lookup\n> int Users::lookup(int id) {\n",
    ),
    "csharp": Case(
        "src/Show.cs",
        "class Show {\n  void Run(string id) {\n    users.Lookup(id);\n  }\n}\n",
        "src/Users.cs",
        "class Users {\n  [Authorize]\n  public User Lookup(string id) {\n    return Q(id);\n  }\n}\n",
        "> src/Users.cs:2 Users.Lookup\n>   [Authorize]\n>   public User Lookup(string id) {\n",
    ),
    "ruby": Case(
        "app/show.rb",
        "def show(id)\n  lookup_user id\nend\n",
        "app/users.rb",
        "class Users\n  def self.lookup_user(id)\n    q(id)\n  end\nend\n",
        "> app/users.rb:2 Users.lookup_user\n>   def self.lookup_user(id)\n",
    ),
    "php": Case(
        "src/show.php",
        "<?php\nfunction show($id) {\n  return lookup($id);\n}\n",
        "src/users.php",
        "<?php\nfunction lookup($id) {\n  return q($id);\n}\n",
        "> src/users.php:2 lookup\n> function lookup($id) {\n",
    ),
    "swift": Case(
        "src/Show.swift",
        "func show(id: Int) {\n    lookup(id)\n}\n",
        "src/Users.swift",
        "func lookup(_ id: Int) -> User {\n    return q(id)\n}\n",
        "> src/Users.swift:1 lookup\n> func lookup(_ id: Int) -> User {\n",
    ),
    "bash": Case(
        "bin/show.sh",
        "show() {\n  lookup_user $1\n}\n",
        "bin/users.sh",
        "lookup_user() {\n  curl $1\n}\n",
        "> bin/users.sh:1 lookup_user\n> lookup_user() {\n",
    ),
    "lua": Case(
        "src/show.lua",
        "function show(id)\n  return users.lookup(id)\nend\n",
        "src/users.lua",
        "local M = {}\nfunction M.lookup(id)\n  return q(id)\nend\nreturn M\n",
        "> src/users.lua:2 M.lookup\n> function M.lookup(id)\n",
    ),
    "solidity": Case(
        "src/Show.sol",
        "contract Show {\n  function pay(uint n) public onlyOwner(n) {\n    sendTo(n);\n  }\n}\n",
        "src/Owned.sol",
        "contract Owned {\n  modifier onlyOwner(uint n) {\n    require(n > 0);\n    _;\n  }\n}\n",
        "> src/Owned.sol:2 Owned.onlyOwner\n>   modifier onlyOwner(uint n) {\n",
    ),
}


def test_every_grammar_has_a_case() -> None:
    assert set(CASES) == set(SYNTAXES)
    assert all(language_of(case.path).label == label for label, case in CASES.items())


@pytest.mark.parametrize("label", CASES)
def test_what_a_change_calls_is_shown_with_it(label: str) -> None:
    case = CASES[label]
    planned = plan([added_file(case.path, case.code)], Limits(), COUNT)
    (chunk,) = relate(planned, Shelf({case.other: case.text}), Limits(), COUNT).chunks
    assert chunk.related.startswith(case.shown)


@pytest.mark.parametrize("label", CASES)
def test_who_uses_what_a_change_alters_is_shown_with_it(label: str) -> None:
    case = CASES[label]
    planned = plan([added_file(case.other, case.text)], Limits(), COUNT)
    (chunk,) = relate(planned, Shelf({case.path: case.code}), Limits(), COUNT).chunks
    assert f"> {case.path}:" in chunk.related
    assert "(uses " in chunk.related
