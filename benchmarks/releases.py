"""Real changes: two releases of a package, unpacked and committed as base and head.

Nothing of a package is run: wheels, npm and Debian archives are only unpacked. The registries are asked
through their ordinary clients, wherever those are set up to look.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SECONDS = 240
DEBIAN_SOURCES = Path("/etc/apt/sources.list.d/debian.sources")
IDENTITY = (
    "-c",
    "user.name=Benchmark",
    "-c",
    "user.email=benchmark@example.invalid",
    "-c",
    "commit.gpgsign=false",
)


class Unreachable(Exception):  # noqa: N818 - the registry is
    """A release cannot be had here; the message says why."""


@dataclass(frozen=True, slots=True)
class Release:
    """A package of one registry and two of its versions (suites, for Debian)."""

    registry: str
    name: str
    base: str
    head: str

    def __str__(self) -> str:
        return f"{self.name} {self.base} to {self.head}"


def commit_both(release: Release, folder: Path) -> Path:
    """A repository in `folder` whose branches `base` and `head` hold the two releases; reused if it is there.

    Raises:
        Unreachable: a release cannot be had.
    """
    repository = folder / f"{release.registry}-{release.name.replace('/', '-')}-{release.base}-{release.head}"
    if (repository / "complete").exists():
        return repository / "git"
    shutil.rmtree(repository, ignore_errors=True)
    subprocess.run(["git", "init", "--quiet", "--bare", repository / "git"], check=True)
    for branch, version in (("base", release.base), ("head", release.head)):
        with tempfile.TemporaryDirectory() as tree:
            UNPACK[release.registry](release.name, version, Path(tree))
            _commit(repository / "git", Path(tree), branch)
    (repository / "complete").touch()
    return repository / "git"


def commit_tree(tree: Path, repository: Path) -> Path:
    """A bare repository whose only commit holds a tree."""
    subprocess.run(["git", "init", "--quiet", "--bare", repository], check=True)
    _commit(repository, tree, "head")
    return repository


def _commit(repository: Path, tree: Path, branch: str) -> None:
    git = ("git", f"--git-dir={repository}", f"--work-tree={tree}", *IDENTITY)
    for arguments in (
        ("config", "core.bare", "false"),
        ("symbolic-ref", "HEAD", "refs/heads/main"),
        ("add", "--all", "--force", "."),
        ("commit", "--quiet", "--no-verify", "--message", branch),
        ("branch", "--force", branch),
        ("config", "core.bare", "true"),
    ):
        subprocess.run([*git, *arguments], cwd=tree, check=True, stdout=subprocess.DEVNULL)


def _client(*command: str | Path, cwd: Path) -> None:
    try:
        subprocess.run(command, cwd=cwd, check=True, capture_output=True, timeout=SECONDS)
    except FileNotFoundError as error:
        raise Unreachable(f"{command[0]} is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise Unreachable(f"{command[0]} did not answer within {SECONDS} s") from error
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise Unreachable(f"{command[0]}: {''.join(last)}") from error


def _pypi(name: str, version: str, tree: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:")
        _client(*pip, "--no-python-version-warning", f"{name}=={version}", cwd=Path(folder))
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            wheel.extractall(tree)  # noqa: S202 - zipfile drops `..` and absolute names itself
    for metadata in tree.glob("*.dist-info"):
        shutil.rmtree(metadata)


def _npm(name: str, version: str, tree: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _client("npm", "pack", "--silent", "--ignore-scripts", f"{name}@{version}", cwd=Path(folder))
        _unpack(next(Path(folder).glob("*.tgz")), tree)


def _debian(name: str, suite: str, tree: Path) -> None:
    """The upstream archive of a source package, from the archive that this machine's apt is set up for."""
    if not DEBIAN_SOURCES.exists():
        raise Unreachable(f"{DEBIAN_SOURCES} is not there: not a Debian machine")
    stanza = DEBIAN_SOURCES.read_text(encoding="utf-8").split("\n\n")[0]
    lines = [line for line in stanza.splitlines() if not line.startswith(("#", "Types:", "Suites:"))]
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = Path(name_of_folder)
        source = folder / "sources.sources"
        source.write_text("\n".join(["Types: deb-src", f"Suites: {suite}", *lines, ""]), encoding="utf-8")
        (folder / "lists" / "partial").mkdir(parents=True)
        settings = {
            "Dir::Etc::sourcelist": source,
            "Dir::Etc::sourceparts": "/nonexistent",
            "Dir::State::lists": folder / "lists",
            "APT::Sandbox::User": "root",
        }
        options = [part for key, value in settings.items() for part in ("-o", f"{key}={value}")]
        _client("apt-get", *options, "update", cwd=folder)
        _client("apt-get", *options, "source", "--download-only", name, cwd=folder)
        _unpack(next(folder.glob("*.orig.tar.*")), tree)


def _unpack(archive: Path, tree: Path) -> None:
    with tarfile.open(archive) as tar:
        tar.extractall(tree, filter="data")
    inner = list(tree.iterdir())
    if len(inner) == 1 and inner[0].is_dir():
        moved = inner[0].rename(tree.parent / f"{tree.name}-inner")
        for child in moved.iterdir():
            child.rename(tree / child.name)
        moved.rmdir()


UNPACK: dict[str, Callable[[str, str, Path], None]] = {"pypi": _pypi, "npm": _npm, "debian": _debian}
