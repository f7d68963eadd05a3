"""Write the pages of `docs/` that follow from the code; with `--check`, say which are out of date.

A page that is generated cannot drift: `make docs` writes it, `make check` compares it.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from click import Command, Context

from reviewbot.doors.cli import EXIT_CODES, commands
from reviewbot.reviewers.presets import all_models, facts_as_of
from reviewbot.reviewers.static.rulebook import load
from reviewbot.settings import NEVER_IN_A_REPOSITORY, PREFIX, Settings
from reviewbot.sinks.report_format import json_schema

HERE = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py; change the code and run `make docs`. -->\n"


def help_of(command: Command, name: str) -> str:
    """What `reviewbot NAME --help` prints on a terminal of 100 columns."""
    context = Context(command, info_name=name, terminal_width=100, **commands.context_settings)
    return command.get_help(context)


def cli_page() -> str:
    """Every command's help, and the exit codes."""
    parts = [f"# Command line\n\n{NOTE}"]
    every = {"reviewbot": commands} | {f"reviewbot {name}": c for name, c in commands.commands.items()}
    parts += [f"\n## {name}\n\n```text\n{help_of(command, name)}\n```\n" for name, command in every.items()]
    parts.append("\n## Exit codes\n\n| code | meaning |\n|---|---|\n")
    parts += [f"| {code} | {meaning} |\n" for code, meaning in EXIT_CODES.items()]
    return "".join(parts)


def settings_page() -> str:
    """Every setting with its variable, default and meaning."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = getattr(field.default, "label", field.default)
        shown = "" if default is None else f"`{default}`"
        place = "no" if name in NEVER_IN_A_REPOSITORY else "yes"
        rows.append(f"| `{name}` | `{PREFIX}{name.upper()}` | {shown} | {place} | {field.description} |\n")
    return (
        f"# Settings\n\n{NOTE}\n"
        "Flags come first, then the environment, then `.reviewbot.toml` or `[tool.reviewbot]` in\n"
        "`pyproject.toml` at the top of the repository, or the file given by `--config`. When `CI` is set\n"
        "the repository's file is read from the base commit, so that a change cannot tune its own review; a\n"
        "review without a base commit then reads none. "
        "An unknown key is an error.\n\n"
        "| setting | variable | default | in a repository's file | meaning |\n|---|---|---|---|---|\n"
    ) + "".join(rows)


def rules_page() -> str:
    """Every rule of our own with its weakness, and one line of code that it finds."""
    rows = []
    for rule in load().rules:
        seen = rule.weakness
        judged = f"{seen.severity.label} / {seen.confidence.label}"
        rows.append(f"| `{rule.id}` | {', '.join(rule.languages)} | {seen.cwe} | {judged} | {seen.title} |\n")
    return (
        f"# Rules of the static engine\n\n{NOTE}\n"
        "Three readers make up the static engine: `static/secrets` finds credentials, `static/ruff` reads\n"
        "Python with ruff's security rules (`src/reviewbot/reviewers/static/python.toml` says what each\n"
        "means here, and which are off and why), and `static/rules` runs the rules below. Each is one file\n"
        "in `src/reviewbot/reviewers/static/rules/`, with the vulnerable and safe code that proves it.\n\n"
        "| rule | languages | weakness | severity / confidence | what it finds |\n|---|---|---|---|---|\n"
    ) + "".join(rows)


def models_page() -> str:
    """Every model with its endpoint, key, prices, and end."""
    rows = []
    for model in all_models():
        prices = model.price and f"{model.price.input:g} / {model.price.cached:g} / {model.price.output:g}"
        end = f"{model.retires}, then `{model.replaced_by}`" if model.retires else ""
        key = f"`{model.key_env}`" if model.key_env else ""
        rows.append(f"| `{model.name}` | {model.base_url} | {key} | {prices or ''} | {end} |\n")
    return (
        f"# Models\n\n{NOTE}\n"
        f"As of {facts_as_of()}. Any other model works with `--model NAME --base-url URL`. Prices are USD\n"
        "for a million tokens: input, cached input, output.\n\n"
        "| model | endpoint | key | price | switched off |\n|---|---|---|---|---|\n"
    ) + "".join(rows)


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "models.md": models_page,
    "report.schema.json": json_schema,
    "rules.md": rules_page,
    "settings.md": settings_page,
}


def main() -> int:
    """Write, or compare with `--check`."""
    os.environ.pop("COLUMNS", None)
    stale = [name for name, page in PAGES.items() if not _is_current(HERE / name, page())]
    if "--check" not in sys.argv[1:]:
        for name in stale:
            (HERE / name).write_text(PAGES[name](), encoding="utf-8")
        return 0
    for name in stale:
        print(f"docs/{name} is out of date: run `make docs`", file=sys.stderr)
    return len(stale)


def _is_current(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
