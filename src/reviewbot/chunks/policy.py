"""Files that no reviewer reads, each by a rule with a name.

Only the path and the nature of a file decide, never its text: the author of a change writes the text, and
could hide a file behind one `@generated` comment. Build output (`dist/`), configuration, tests and
documentation are read: attacks hide there.
"""

import re
from typing import Final

from reviewbot.chunks.languages import language_of
from reviewbot.diff import FileChange, Nature, Status
from reviewbot.spans import Gap, GapKind

_NATURES: Final = {
    Nature.BINARY: "binary: not text",
    Nature.SYMLINK: "symlink: its target is never opened",
    Nature.SUBMODULE: "submodule: its commits are in another repository",
}
_LOCKFILES: Final = frozenset(
    {
        ".terraform.lock.hcl",
        "buildscript-gradle.lockfile",
        "bun.lock",
        "bun.lockb",
        "cabal.project.freeze",
        "cargo.lock",
        "cartfile.resolved",
        "composer.lock",
        "conda-lock.yml",
        "deno.lock",
        "flake.lock",
        "gemfile.lock",
        "go.sum",
        "go.work.sum",
        "gradle.lockfile",
        "mix.lock",
        "npm-shrinkwrap.json",
        "package-lock.json",
        "package.resolved",
        "packages.lock.json",
        "paket.lock",
        "pdm.lock",
        "pipfile.lock",
        "pixi.lock",
        "pnpm-lock.yaml",
        "podfile.lock",
        "poetry.lock",
        "project.assets.json",
        "pubspec.lock",
        "rebar.lock",
        "stack.yaml.lock",
        "uv.lock",
        "yarn.lock",
    }
)
_VENDORS: Final = frozenset(
    {"node_modules", "bower_components", "vendor", "third_party", "thirdparty", "Godeps"}
)
# Of file names without their folders.
_RULES: Final = (
    (re.compile(r"[.-]min\.(?:m?js|css)$", re.IGNORECASE), "minified: made from a source file"),
    (re.compile(r"\.map$", re.IGNORECASE), "source map: made from a source file"),
    (
        re.compile(
            r"_pb2(?:_grpc)?\.pyi?$|\.pb(?:\.gw|\.validate)?\.go$|_grpc\.pb\.go$|\.pb\.(?:cc|h)$|_pb\.(?:js|d\.ts|rb)$"
            r"|\.(?:g|freezed|gr)\.dart$|\.designer\.cs$|\.g(?:\.i)?\.cs$|\.generated\.(?:cs|go|ts|js|swift|rs)$"
            r"|^zz_generated\.[^/]*\.go$",
            re.IGNORECASE,
        ),
        "generated: made by a tool, by its file name",
    ),
)


def skip(file: FileChange) -> Gap | None:
    """The gap that holds all changed lines of a file that policy does not read; None if it is read."""
    hidden = file.nature is Nature.BINARY and file.status is not Status.DELETED
    if hidden and language_of(file.path).syntax:
        # One NUL in a comment, or one line in `.gitattributes`, would hide a program that still runs.
        return Gap(file.path, (), GapKind.FAILED, "policy", "binary, though its name says that it is code")
    reason = reason_to_skip(file.path, file.nature)
    if not reason:
        return None
    return Gap(file.path, tuple(file.changed()), GapKind.SKIPPED, "policy", reason)


def reason_to_skip(path: str, nature: Nature) -> str:
    """The name of the rule and what it means, "" if the file is read."""
    if reason := _NATURES.get(nature):
        return reason
    *folders, name = path.split("/")
    if name.lower() in _LOCKFILES:
        return "lockfile: written by a package manager"
    if not _VENDORS.isdisjoint(folders):
        return "vendored: third-party code, reviewed where it comes from"
    return next((reason for rule, reason in _RULES if rule.search(name)), "")
