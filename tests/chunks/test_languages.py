"""Every language, on real code: what a changed line belongs to."""

import pytest
from ast_grep_py import SgRoot

from reviewbot.chunks import Chunk, Limits, split
from reviewbot.chunks.languages import SYNTAXES, language_of
from reviewbot.stores.ranks import count_bytes
from strategies import difference

SNIPPETS = {
    "a.py": """\
@register
class Users(Base):
    table = 1  # Users

    @app.route("/")  # Users.find
    def find(self):
        def inner(a):
            return a  # Users.find.inner
        return inner  # Users.find
x = 1  #
""",
    "a.js": """\
class Users {
  find(id) {
    return 1; // Users.find
  }
  handler = () => {
    return 2; // Users.handler
  }
}
const outer = async (a) => {
  function inner() {
    return 3; // outer.inner
  }
};
module.exports.remove = function (a) {
  return 4; // remove
};
Users.prototype.add = function (a) {
  return 5; // Users.add
};
app.get("/", (req, res) => {
  res.send(6); //
});
const o = { key: function () {
  return 7; // key
}, other: function () {
  return 8; // other
} };
""",
    "a.ts": """\
@Injectable()
export class Users {
  @Get("x") // Users.find
  async find(id: string): Promise<void> {
    return; // Users.find
  }
}
namespace N {
  export function f(): void {
    g(); // N.f
  }
}
abstract class Q {
  n(): void {
    g(); // Q.n
  }
}
""",
    "a.tsx": """\
export const Page = (props: P) => {
  const onClick = () => {
    go(1); // Page.onClick
  };
  return <a onClick={onClick}>x</a>; // Page
};
""",
    "a.go": """\
package a
type Users struct {
	id int // Users
}
func (u *Users) Find(id int) error {
	f := func() int {
		return 1 // Users.Find
	}
	return f() // Users.Find
}
func (g G[T]) M() {
	x() // G.M
}
func F() {
	x() // F
}
""",
    "a.java": """\
@Entity // Users
public class Users {
  @Override // Users.find
  public int find(int id) {
    return 1; // Users.find
  }
  public Users() {
    x(); // Users.Users
  }
  enum E { A;
    void m() {
      x(); // Users.E.m
    }
  }
}
""",
    "a.kt": """\
class Users(val a: Int) {
  @Test // Users.find
  fun find(id: Int): String {
    fun inner() {
      x() // Users.find.inner
    }
    return "a" // Users.find
  }
  companion object {
    fun make() {
      x() // Users.make
    }
  }
}
fun String.ext() {
  x() // ext
}
""",
    "a.rs": """\
impl<T> Display for Users<T> {
    /** Finds. */
    #[inline] // Users.find
    pub fn find(&self) -> u32 {
        fn inner() {
            x(); // Users.find.inner
        }
        1 // Users.find
    }
}
mod m {
    fn g() {
        x(); // m.g
    }
}
""",
    "a.c": """\
static int *find(int id)
{
    return 0; // find
}
void (*pick(void))(int)
{
    return 0; // pick
}
""",
    "a.cpp": """\
namespace ns {
class Users : public B {
  int find(int a) const {
    return 1; // ns.Users.find
  }
};
template <typename T> // ns.f
T f(T a) {
  return a; // ns.f
}
int Users::add(int a) {
  return 1; // ns.Users.add
}
}
""",
    "a.cs": """\
namespace A.B {
  public class Users {
    public string Name {
      get { return x; } // A.B.Users.Name
    }
    [HttpGet] // A.B.Users.Find
    public int Find(int id) {
      int Inner(int a) {
        return a; // A.B.Users.Find.Inner
      }
      return 1; // A.B.Users.Find
    }
  }
}
""",
    "a.rb": """\
module M
  class Users < B
    before_action :x # M.Users
    def find(id)
      items.each do |x|
        p x # M.Users.find
      end
    end
    def self.make
      1 # M.Users.make
    end
  end
end
""",
    "a.php": """\
<?php
class Users {
  #[Route("x")] // Users.find
  public function find($id) {
    return 1; // Users.find
  }
}
function g() {
  return 2; // g
}
""",
    "a.scala": """\
object Users {
  def find(id: Int): Int = {
    def inner(a: Int) = {
      a // Users.find.inner
    }
    1 // Users.find
  }
}
""",
    "a.swift": """\
class Users: B {
  @discardableResult // Users.find
  func find(_ id: Int) -> Int {
    return 1 // Users.find
  }
  init(a: Int) {
    x() // Users.init
  }
}
extension Other {
  func e() {
    x() // Other.e
  }
}
""",
    "a.sh": """\
find() {
  echo 1 # find
}
function add {
  echo 2 # add
}
echo 3 #
""",
    "a.lua": """\
function M.find(a)
  return 1 --// M.find
end
function M:add()
  return 2 --// M.add
end
""",
    "a.sol": """\
contract C is B {
  function f(uint a) public {
    x(); // C.f
  }
  constructor() {
    x(); // C.constructor
  }
}
""",
}
EXPECTED = [
    (path, line, line.replace("//", "#").rpartition("#")[2].strip())
    for path, text in SNIPPETS.items()
    for line in text.splitlines()
    if "//" in line or "  #" in line or line.endswith("#") or " # " in line
]


def chunks_of(path: str, old: str, new: str) -> list[Chunk]:
    return [p for p in split(difference(path, old, new), Limits(), count_bytes) if isinstance(p, Chunk)]


@pytest.mark.parametrize(
    ("path", "line", "symbol"), EXPECTED, ids=[f"{p}-{s}-{n}" for n, (p, _, s) in enumerate(EXPECTED)]
)
def test_a_changed_line_belongs_to_its_innermost_definition(path: str, line: str, symbol: str) -> None:
    new = SNIPPETS[path]
    (chunk,) = chunks_of(path, new.replace(line, "old"), new)
    assert [row.symbol for row in chunk.rows if row.text == line] == [symbol]
    assert chunk.symbol == symbol


@pytest.mark.parametrize(
    ("path", "line", "symbol"), EXPECTED, ids=[f"{p}-{s}-{n}" for n, (p, _, s) in enumerate(EXPECTED)]
)
def test_a_line_of_a_deleted_file_belongs_to_its_definition_too(path: str, line: str, symbol: str) -> None:
    rows = [row for chunk in chunks_of(path, SNIPPETS[path], "") for row in chunk.rows]
    assert [row.symbol for row in rows if row.text == line] == [symbol]


def test_every_syntax_has_a_snippet() -> None:
    assert {language_of(path).label for path in SNIPPETS} == set(SYNTAXES)


@pytest.mark.parametrize("label", SYNTAXES)
def test_the_grammar_knows_every_kind(label: str) -> None:
    syntax = SYNTAXES[label]
    root = SgRoot("x", syntax.grammar).root()
    for kind in (
        *syntax.functions,
        *syntax.containers,
        *syntax.imports,
        *syntax.closed,
        *syntax.wrappers,
        *syntax.holders,
        *syntax.leading,
    ):
        assert root.find_all(kind=kind) is not None


@pytest.mark.parametrize(
    ("path", "first_line", "label"),
    [
        ("src/a.PY", "", "python"),
        ("Dockerfile", "", "dockerfile"),
        ("deploy/Dockerfile.prod", "", "dockerfile"),
        ("db/001.sql", "", "sql"),
        ("x.tf", "", "hcl"),
        (".github/workflows/ci.yml", "", "yaml"),
        ("page.html.erb", "", "erb"),
        ("App.vue", "", "vue"),
        ("Makefile", "", "makefile"),
        (".env.local", "", "ini"),
        ("bin/run", "#!/usr/bin/env python3", "python"),
        ("bin/run", "#!/usr/bin/env -S node --x", "javascript"),
        ("bin/run", "#! /bin/sh -e", "bash"),
        ("bin/run", "#!/opt/x/python3.11", "python"),
        ("bin/run", "echo", "text"),
        ("strange.zzz", "", "text"),
        ("dir.py/strange", "", "text"),
    ],
)
def test_the_label_comes_from_the_name_else_from_line_one(path: str, first_line: str, label: str) -> None:
    assert language_of(path, first_line).label == label
