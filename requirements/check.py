"""Keep the locked requirements in step with pyproject.toml.

`--write` resolves them again. Without it, each lock is resolved anew with itself as preference: what comes
out differs from what is there only if pyproject.toml asks for something that the lock does not hold.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"),
    *("--no-header", "--no-emit-index-url", "--no-annotate"),
)
LOCKS = {
    "run.txt": ("pyproject.toml",),
    "cluster.txt": ("pyproject.toml", "--extra", "cluster"),
    "dev.txt": ("pyproject.toml", "--extra", "cluster", "--group", "dev"),
    "uv.txt": ("requirements/uv.in",),
}


def compile_lock(name: str, output: Path, *extra: str) -> None:
    """Resolve one lock into `output`, which serves as preference if it exists."""
    uv = str(Path(sys.executable).parent / "uv")
    command = [uv, *COMPILE, *LOCKS[name], *extra, "--output-file", str(output)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def stale() -> list[str]:
    """The locks that do not follow from pyproject.toml."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name in LOCKS:
            copy = Path(folder) / name
            shutil.copy(HERE / name, copy)
            compile_lock(name, copy)
            if copy.read_bytes() != (HERE / name).read_bytes():
                found.append(name)
    return found


def main() -> int:
    """Check, or write with `--write`."""
    if "--write" in sys.argv[1:]:
        for name in LOCKS:
            compile_lock(name, HERE / name, "--upgrade")
        return 0
    found = stale()
    for name in found:
        print(f"requirements/{name} does not follow from pyproject.toml: run `make lock`", file=sys.stderr)
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
