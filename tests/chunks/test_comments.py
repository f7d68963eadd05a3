"""What is a comment, in each language: with its mark, and not where a string only spells the mark."""

import pytest

from reviewbot.chunks.comments import STYLES, comments
from reviewbot.chunks.languages import SYNTAXES, language_of

# By file name: a line or more with one comment that says NOTE, and with strings that say DATA.
SAMPLES = {
    "a.py": 'x = "# DATA"  # NOTE\ny = """\n# DATA\n"""\n',
    "a.js": 'f("// DATA", `\n// DATA\n`); // NOTE\n',
    "a.ts": "const a: string = '/* DATA */'; /* NOTE */\n",
    "a.tsx": 'const a = <p title="/* DATA */">{/* NOTE */}</p>;\n',
    "a.go": 'package a\nvar a = "// DATA" // NOTE\nvar b = `\n// DATA\n`\n',
    "A.java": 'class A {\n  String a = "// DATA"; // NOTE\n}\n',
    "a.kt": 'val a = "// DATA" // NOTE\n',
    "a.rs": 'fn a() {\n    f("// DATA"); // NOTE\n}\n',
    "a.c": 'char *a = "/* DATA */"; /* NOTE\n */\n',
    "a.cpp": 'auto a = "// DATA"; // NOTE\n',
    "a.cs": 'class A {\n  string a = "// DATA"; // NOTE\n}\n',
    "a.rb": 'x = "# DATA" # NOTE\n',
    "a.php": '<?php\n$a = "// DATA"; // NOTE\n$b = "# DATA";\n',
    "a.scala": 'object A {\n  val a = "// DATA" // NOTE\n}\n',
    "a.swift": 'let a = "// DATA" // NOTE\n',
    "a.sh": 'echo "# DATA" # NOTE\ncat <<X\n# DATA\nX\n',
    "a.lua": 'x = "-- DATA" -- NOTE\n',
    "a.sol": 'contract A {\n  string a = "// DATA"; // NOTE\n}\n',
    "a.yaml": "a: '# DATA'  # NOTE\nb: it's\nc: d#DATA\n",
    "Makefile": "a: b  # NOTE\n\techo '# DATA'\n",
    "a.toml": 'a = "# DATA" # NOTE\nb = """\n# DATA\n"""\n',
    "a.ex": 'a = "# DATA" # NOTE\n',
    "a.graphql": 'type A { "# DATA" a: B } # NOTE\n',
    "a.pl": 'my $a = "# DATA\n# DATA\\"\n# DATA"; # NOTE\n',
    "a.r": 'a <- "# DATA" # NOTE\n',
    "a.ps1": 'Write-Host "# DATA" # NOTE\n',
    "CMakeLists.txt": 'set(A "# DATA") # NOTE\n',
    "a.nix": "{ a = ''\n  # DATA\n''; } # NOTE\n",
    "a.tf": 'a = "# DATA" # NOTE\n',
    "Dockerfile": "# NOTE\nRUN echo # DATA\n",
    "a.ini": "; NOTE\na = b ; DATA\n",
    "a.dart": "var a = '// DATA'; // NOTE\n",
    "a.groovy": 'def a = """\n// DATA\n""" // NOTE\n',
    "a.m": 'x = @"// DATA"; // NOTE\n',
    "a.proto": 'option a = "// DATA"; // NOTE\n',
    "a.scss": 'a { b: "// DATA"; c: url(https://DATA) } /* NOTE */\n',
    "a.jsonc": '{"a": "// DATA"} // NOTE\n',
    "a.sql": "select '-- DATA\n-- DATA' from a -- NOTE\n",
    "a.hs": 'a = "-- DATA" {- NOTE -}\n',
    "a.erl": 'a() -> "% DATA". % NOTE\n',
    "a.tex": "100\\% DATA % NOTE\n",
    "a.clj": '(def a "; DATA\n; DATA") ; NOTE\n',
    "a.el": '(setq a "; DATA") ; NOTE\n',
    "a.vb": "a = \"' DATA\" ' NOTE\n",
    "a.bat": "REM NOTE\necho REM DATA\n",
    "a.m4": "dnl NOTE\nAC_X(dnlDATA)\n",
    "a.html": '<p title="<!-- DATA -->"><!-- NOTE -->\n',
    "a.xml": "<!-- NOTE\n--><a b='<!-- DATA -->'/>\n",
    "a.md": "# DATA\n<!-- NOTE -->\n",
    "a.j2": "{{ DATA }} {# NOTE #}\n",
    "a.twig": "<!-- NOTE -->\n# DATA\n",
    "a.erb": "<%# NOTE %> <%= DATA %>\n",
    "a.ejs": "<%# NOTE %> // DATA\n",
    "a.vue": '<script>let a = "// DATA"; // NOTE\n</script>\n',
    "a.svelte": "<!-- NOTE -->\n<p>https://DATA</p>\n",
    "a.hbs": "{{!-- {{x}} NOTE --}} {{ DATA }}\n",
    "a.blade.php": "{{-- NOTE --}} {{ DATA }}\n",
    "a.cshtml": "@* NOTE *@ @DATA\n",
    "a.jsp": "<%-- NOTE --%> <%= DATA %>\n",
    "a.ftl": "<#-- NOTE --> ${DATA}\n",
    "a.pug": 'a(href="// DATA") //- NOTE\n',
}


@pytest.mark.parametrize("path", SAMPLES)
def test_a_comment_is_one_and_a_string_is_none(path: str) -> None:
    lines = SAMPLES[path].split("\n")
    found = comments(lines, language_of(path))
    assert found is not None
    said = "\n".join(lines[at][start:end] for at, spans in found.items() for start, end in spans)
    assert "NOTE" in said
    assert "DATA" not in said


def test_every_language_has_a_sample() -> None:
    assert {language_of(path).label for path in SAMPLES} == {*STYLES, *SYNTAXES}


@pytest.mark.parametrize("path", ["notes.txt", "a.rst", "LICENSE"])
def test_in_prose_nobody_can_tell(path: str) -> None:
    assert comments(["# NOTE"], language_of(path)) is None


def test_a_comment_of_several_lines_is_on_each() -> None:
    assert comments(["a /* b", "c", "d */ e"], language_of("a.dart")) == {
        0: [(2, 6)],
        1: [(0, 1)],
        2: [(0, 4)],
    }
    assert comments(["x = 1 /* b", "c */"], language_of("a.js")) == {0: [(6, 10)], 1: [(0, 4)]}


def test_a_text_too_large_for_its_grammar_has_no_comments_that_anybody_knows() -> None:
    assert comments(["# NOTE " + "x" * 30_000], language_of("a.py")) is None
