"""`reviewbot init`: write one of the ready workflows into a repository."""

import re
from importlib.resources import files
from pathlib import Path

import click

from reviewbot.errors import ReviewbotError, SinkError, UsageError

WORKFLOWS = {
    "pull-request": "every pull request, by a model and the static engine",
    "forks": "pull requests from forks too: no key, no secrets, the static engine",
    "two-jobs": "every pull request; who reads code cannot write, who writes has no key",
    "sweep": "the whole repository, once a week",
    "ghes": "every pull request on a GitHub Enterprise Server, self-hosted",
}
PLACEHOLDER = f"OWNER/reviewbot@{'0' * 40}"
"""What stands in the examples for the action itself: no commit has this id, so a run with it fails."""

_ACTION = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+@[0-9a-f]{40}")
_SECRET = re.compile(r"secrets\.(\w+)")


_TABLE = "\b\n" + "\n".join(f"{name:<13} {meaning}" for name, meaning in WORKFLOWS.items())


@click.command(epilog=_TABLE)
@click.argument("name", type=click.Choice(list(WORKFLOWS)), default="pull-request")
@click.option("--action", metavar="OWNER/REPO@SHA", help="Where the action is, by its full commit id.")
@click.option("--repo", type=click.Path(path_type=Path, exists=True, file_okay=False), default=".")
def init(name: str, action: str | None, repo: Path) -> int:
    """Write a workflow to .github/workflows."""
    text = workflow(name)
    if action:
        if not _ACTION.fullmatch(action):
            raise UsageError(
                f"{action!r} is no action by its commit", "Write it as OWNER/REPO@ and 40 hex digits."
            )
        text = text.replace(PLACEHOLDER, action)
    place = repo / ".github" / "workflows" / ("reviewbot-sweep.yml" if name == "sweep" else "reviewbot.yml")
    _write(text, place)
    click.echo("\n".join(_next_steps(text, place)))
    return 0


def workflow(name: str) -> str:
    """A ready workflow: from the installed package, else from the source tree that is installed editable.

    Raises:
        ReviewbotError: it is in neither place, so the installation is broken.
    """
    package = files("reviewbot")
    source_tree = Path(str(package)).parents[1]
    for place in (package / "workflows", source_tree / "examples" / "workflows"):
        found = place / f"{name}.yml"
        if found.is_file():
            return found.read_text(encoding="utf-8")
    raise ReviewbotError(
        f"the workflow {name!r} is missing", "Reinstall reviewbot: its files are incomplete."
    )


def _write(text: str, place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8") as file:  # never over what is there, nor through a link
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{place} is there already", "Remove it first, or change it by hand.") from None
    except OSError as error:
        raise SinkError(
            f"cannot write {place}: {error.strerror}", "Check that the folder can be written."
        ) from error


def _next_steps(text: str, place: Path) -> list[str]:
    steps = []
    if PLACEHOLDER in text:
        steps.append(f"replace {PLACEHOLDER} by where your copy of reviewbot is, with its full commit id")
    secrets = sorted(set(_SECRET.findall(text)))
    steps += [f"set the key of the model as a secret: gh secret set {secret}" for secret in secrets]
    steps.append(f"commit it to the default branch: git add {place}")
    return [f"Wrote {place}. Now:", *(f"  {number}. {step}" for number, step in enumerate(steps, 1))]
