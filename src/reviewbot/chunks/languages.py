"""Which language a file is in, and where its syntax keeps functions, classes and imports.

Kinds are the node names of the tree-sitter grammars inside ast-grep-py. A test asks every grammar whether it
knows them: an unknown language name makes ast-grep panic, an unknown kind makes it raise.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Syntax:
    """Where a grammar keeps what a chunk is cut along.

    `wrappers` stand around a definition and belong to it, as decorators and `export` do; so do `holders`, as
    variables, if the definition is all that they hold. `leading` stand before it, as comments and attributes
    do. No definition ever stands inside `closed` ones. `import_line` is how a line begins that imports by a
    call. In an `indented` language the end of a block leaves no trace in the text. A grammar that is `ascii`
    only crashes on some other characters.
    """

    grammar: str
    functions: tuple[str, ...]
    containers: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    wrappers: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    leading: tuple[str, ...] = ("comment",)
    import_line: str = ""
    indented: bool = False
    ascii: bool = False
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """What the reviewer is told (`label`), and how to parse it, if at all."""

    label: str
    syntax: Syntax | None = None


_REQUIRE = r"(?:const|let|var)\s.*\brequire\("
_REQUIRE_LUA = r"local\s.*\brequire\b"
_JS_FUNCTIONS = (
    "function_declaration",
    "generator_function_declaration",
    "function_expression",
    "generator_function",
    "method_definition",
    "arrow_function",
)
_JS_HOLDERS = (
    "lexical_declaration",
    "variable_declaration",
    "variable_declarator",
    "expression_statement",
    "assignment_expression",
    "pair",
)
_TS_CONTAINERS = (
    "class_declaration",
    "abstract_class_declaration",
    "class",
    "interface_declaration",
    "internal_module",
    "module",
)
_PYTHON_EXPRESSIONS = (
    *("expression_statement", "return_statement", "raise_statement", "assert_statement", "assignment"),
    *("call", "argument_list", "parenthesized_expression", "boolean_operator", "comparison_operator"),
    *("string", "concatenated_string", "list", "tuple", "dictionary", "parameters", "binary_operator"),
)
_CSHARP_CONTAINERS = (
    "class_declaration",
    "interface_declaration",
    "struct_declaration",
    "record_declaration",
    "enum_declaration",
    "namespace_declaration",
)


_JAVASCRIPT = Syntax(
    "javascript",
    _JS_FUNCTIONS,
    ("class_declaration", "class"),
    ("import_statement",),
    ("export_statement",),
    (*_JS_HOLDERS, "field_definition"),
    ("comment", "decorator"),
    _REQUIRE,
)


def _typescript(grammar: str) -> Syntax:
    return replace(
        _JAVASCRIPT,
        grammar=grammar,
        containers=_TS_CONTAINERS,
        holders=(*_JS_HOLDERS, "public_field_definition"),
    )


SYNTAXES: Final = {
    "python": Syntax(
        "python",
        ("function_definition",),
        ("class_definition",),
        ("import_statement", "import_from_statement", "future_import_statement"),
        ("decorated_definition",),
        closed=_PYTHON_EXPRESSIONS,
        indented=True,
    ),
    "javascript": _JAVASCRIPT,
    "typescript": _typescript("typescript"),
    "tsx": _typescript("tsx"),
    "go": Syntax(
        "go",
        ("function_declaration", "method_declaration", "func_literal"),
        ("type_spec",),
        ("import_declaration",),
        ("type_declaration",),
    ),
    "java": Syntax(
        "java",
        (
            "method_declaration",
            "constructor_declaration",
            "compact_constructor_declaration",
            "static_initializer",
        ),
        (
            "class_declaration",
            "interface_declaration",
            "enum_declaration",
            "record_declaration",
            "annotation_type_declaration",
        ),
        ("import_declaration",),
        leading=("line_comment", "block_comment"),
    ),
    "kotlin": Syntax(
        "kotlin",
        ("function_declaration", "secondary_constructor", "anonymous_initializer"),
        ("class_declaration", "object_declaration", "companion_object"),
        ("import_list",),
        leading=("line_comment", "multiline_comment"),
    ),
    "rust": Syntax(
        "rust",
        ("function_item", "macro_definition"),
        ("impl_item", "trait_item", "mod_item", "struct_item", "enum_item"),
        ("use_declaration",),
        leading=("line_comment", "block_comment", "attribute_item"),
    ),
    "c": Syntax("c", ("function_definition",), (), ("preproc_include",)),
    "cpp": Syntax(
        "cpp",
        ("function_definition",),
        ("class_specifier", "struct_specifier", "namespace_definition"),
        ("preproc_include", "using_declaration"),
        ("template_declaration",),
    ),
    "csharp": Syntax(
        "csharp",
        (
            "method_declaration",
            "constructor_declaration",
            "destructor_declaration",
            "operator_declaration",
            "conversion_operator_declaration",
            "property_declaration",
            "indexer_declaration",
            "local_function_statement",
        ),
        _CSHARP_CONTAINERS,
        ("using_directive",),
    ),
    "ruby": Syntax(
        "ruby",
        ("method", "singleton_method", "do_block"),
        ("class", "module", "singleton_class"),
        import_line=r"(?:require|require_relative|load)\b",
    ),
    "php": Syntax(
        "php",
        ("function_definition", "method_declaration", "anonymous_function", "arrow_function"),
        ("class_declaration", "interface_declaration", "trait_declaration", "enum_declaration"),
        ("namespace_use_declaration",),
    ),
    "scala": Syntax(
        "scala",
        ("function_definition",),
        ("class_definition", "object_definition", "trait_definition", "enum_definition"),
        ("import_declaration",),
        leading=("comment", "block_comment"),
    ),
    "swift": Syntax(
        "swift",
        ("function_declaration", "init_declaration", "deinit_declaration", "subscript_declaration"),
        ("class_declaration", "protocol_declaration"),
        ("import_declaration",),
        leading=("comment", "multiline_comment"),
    ),
    "bash": Syntax("bash", ("function_definition",), import_line=r"(?:source|\.)\s", ascii=True),
    "lua": Syntax("lua", ("function_declaration", "function_definition"), import_line=_REQUIRE_LUA),
    "solidity": Syntax(
        "solidity",
        (
            "function_definition",
            "constructor_definition",
            "modifier_definition",
            "fallback_receive_definition",
        ),
        ("contract_declaration", "library_declaration", "interface_declaration"),
        ("import_directive",),
    ),
}
"""Own allow-list of grammars. All others go by windows."""

_EXTENSIONS: Final = {
    "python": "py pyi pyw",
    "javascript": "js jsx mjs cjs",
    "typescript": "ts mts cts",
    "tsx": "tsx",
    "go": "go",
    "java": "java",
    "kotlin": "kt kts",
    "rust": "rs",
    "c": "c h",
    "cpp": "cc cpp cxx c++ hpp hh hxx h++ ino cu cuh",
    "csharp": "cs",
    "ruby": "rb rake gemspec ru",
    "php": "php phtml php5 inc",
    "scala": "scala sc",
    "swift": "swift",
    "bash": "sh bash zsh ksh bats",
    "lua": "lua",
    "solidity": "sol",
    "elixir": "ex exs",
    "erlang": "erl hrl",
    "dart": "dart",
    "groovy": "groovy gradle",
    "perl": "pl pm t",
    "r": "r",
    "powershell": "ps1 psm1 psd1",
    "objective-c": "m mm",
    "haskell": "hs",
    "clojure": "clj cljs edn",
    "sql": "sql psql plsql ddl",
    "html": "html htm xhtml",
    "jinja": "j2 jinja jinja2 njk nunjucks",
    "twig": "twig",
    "erb": "erb rhtml",
    "ejs": "ejs",
    "handlebars": "hbs handlebars mustache",
    "razor": "cshtml razor",
    "blade": "blade.php",
    "jsp": "jsp jspf jspx",
    "freemarker": "ftl ftlh",
    "pug": "pug jade",
    "vue": "vue",
    "svelte": "svelte",
    "css": "css scss sass less",
    "json": "json json5 jsonc ipynb webmanifest",
    "yaml": "yaml yml",
    "toml": "toml",
    "xml": "xml xsd xsl xslt svg csproj pom plist",
    "hcl": "tf tfvars hcl",
    "ini": "ini cfg conf cnf nginx properties env",
    "markdown": "md mdx markdown",
    "restructuredtext": "rst",
    "graphql": "graphql gql",
    "protobuf": "proto",
    "makefile": "mk mak",
    "cmake": "cmake",
    "dockerfile": "dockerfile",
    "batch": "bat cmd",
    "nix": "nix",
    "visual-basic": "vb vbs bas",
    "m4": "m4 ac",
    "latex": "tex sty",
    "lisp": "lisp el scm rkt",
}
_NAMES: Final = {
    "dockerfile": "dockerfile",
    "containerfile": "dockerfile",
    "makefile": "makefile",
    "gnumakefile": "makefile",
    "cmakelists.txt": "cmake",
    "jenkinsfile": "groovy",
    "gemfile": "ruby",
    "rakefile": "ruby",
    "vagrantfile": "ruby",
    "podfile": "ruby",
    "fastfile": "ruby",
    "sconstruct": "python",
    "wscript": "python",
    ".bashrc": "bash",
    ".profile": "bash",
    ".envrc": "bash",
    ".env": "ini",
    ".npmrc": "ini",
    ".pypirc": "ini",
    ".curlrc": "ini",
    ".wgetrc": "ini",
    ".gitconfig": "ini",
    ".htaccess": "ini",
    "ssh_config": "ini",
    "sshd_config": "ini",
    "sudoers": "ini",
    ".babelrc": "json",
}
_INTERPRETERS: Final = {
    "python": "python",
    "pypy": "python",
    "node": "javascript",
    "nodejs": "javascript",
    "deno": "typescript",
    "bash": "bash",
    "sh": "bash",
    "dash": "bash",
    "ksh": "bash",
    "zsh": "bash",
    "ruby": "ruby",
    "php": "php",
    "lua": "lua",
    "perl": "perl",
}
_BY_EXTENSION: Final = {ext: label for label, exts in _EXTENSIONS.items() for ext in exts.split()}
_SHEBANG: Final = re.compile(r"#!\s*\S*?(?:\benv\s+(?:-\S+\s+)*(?:\S*/)?)?([a-z]+)[\d.]*(?:\s|$)")


def language_of(path: str, first_line: str = "") -> Language:
    """The language by file name, else by the interpreter that line 1 names, else plain text."""
    name = path.rpartition("/")[2].lower()
    stem, dot, extension = name.rpartition(".")
    if name.endswith(".blade.php"):
        extension = "blade.php"
    label = _NAMES.get(name) or (_BY_EXTENSION.get(extension) if dot else None)
    if label is None and (name.startswith(("dockerfile.", ".env.")) or stem == "dockerfile"):
        label = "ini" if name.startswith(".env.") else "dockerfile"
    if label is None and (shebang := _SHEBANG.match(first_line[:200])):
        label = _INTERPRETERS.get(shebang[1])
    return Language(label or "text", SYNTAXES.get(label or ""))


def suffixes_of(labels: Iterable[str]) -> frozenset[str]:
    """How the names of files in some languages end, with the dot."""
    return frozenset(f".{extension}" for label in labels for extension in _EXTENSIONS[label].split())
