"""Write the pages of `docs/` that follow from the code; with `--check`, say which are out of date.

A page that is generated cannot drift: `make docs` writes it, `make check` compares it.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path

from click import Command, Context, Group

from reviewbot.doors.cli import EXIT_CODES, commands
from reviewbot.reviewers.presets import JsonLevel, ModelFacts, Price, all_models, facts_as_of, open_models
from reviewbot.reviewers.static.rulebook import Rule, load
from reviewbot.settings import NEVER_IN_A_REPOSITORY, PREFIX, Settings
from reviewbot.sinks.report_format import json_schema

HERE = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py; change the code and run `make docs`. -->\n"


def help_of(command: Command, name: str) -> str:
    """What `reviewbot NAME --help` prints on a terminal of 100 columns."""
    context = Context(command, info_name=name, terminal_width=100, **commands.context_settings)
    return command.get_help(context)


def every_command(command: Command, name: str) -> Iterator[tuple[str, Command]]:
    """A command by its name, and all that are below it."""
    yield name, command
    if isinstance(command, Group):
        context = Context(command)
        for part in command.list_commands(context):
            if below := command.get_command(context, part):
                yield from every_command(below, f"{name} {part}")


def cli_page() -> str:
    """Every command's help, and the exit codes."""
    parts = [f"# Command line\n\n{NOTE}"]
    every = dict(every_command(commands, "reviewbot"))
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
    """The rules of our own, by groups, with the page that shows each."""
    parts = [f"# Rules of the static engine\n\n{NOTE}\n{RULES}"]
    for group, rules in rule_groups().items():
        parts.append(f"\n## [{group}](rules/{group}.md)\n\n{HEADING}")
        for rule in rules:
            seen = rule.weakness
            judged = f"{seen.severity.label} / {seen.confidence.label}"
            parts.append(
                f"| [`{rule.id}`](rules/{group}.md#{rule.id}) | {seen.cwe} | {judged} | {seen.title} |\n"
            )
    return "".join(parts)


RULES = """\
Four readers make up the static engine. `static/secrets` finds credentials. `static/deception`
finds characters that hide code (CWE-1007) and text that speaks to the reviewer (CWE-1427).
`static/ruff` reads Python with ruff's security rules
(`src/reviewbot/reviewers/static/python.toml` says what each means here, and which are off and
why). `static/rules` runs the rules below. Each is one file in
`src/reviewbot/reviewers/static/rules/`, with the vulnerable and safe code that proves it. Findings of
low confidence are left out of reports unless asked for.
"""
HEADING = "| rule | weakness | severity / confidence | what it finds |\n|---|---|---|---|\n"


@cache
def rule_groups() -> dict[str, list[Rule]]:
    """The rules by the first word of their names."""
    groups: dict[str, list[Rule]] = {}
    for rule in load().rules:
        groups.setdefault(rule.id.partition("-")[0], []).append(rule)
    return groups


def group_page(group: str) -> str:
    """Each rule of a group with its texts and its examples."""
    return f"# Rules: {group}\n\n{NOTE}" + "".join(map(_rule_part, rule_groups()[group]))


def _rule_part(rule: Rule) -> str:
    seen = rule.weakness
    facts = (seen.cwe, f"severity {seen.severity.label}", f"confidence {seen.confidence.label}")
    code = [f"\nFound:\n{''.join(_fenced(code, rule) for code in rule.vulnerable)}"]
    code += [f"\nNot found:\n{''.join(_fenced(code, rule) for code in rule.safe)}"]
    return (
        f"\n## {rule.id}\n\n**{seen.title}** ({', '.join(facts)}; {', '.join(rule.languages)})\n\n"
        f"{seen.explanation}\n\n{seen.fix}\n\nReferences: {', '.join(rule.references)}.\n{''.join(code)}"
    )


def _fenced(code: str, rule: Rule) -> str:
    fence = "````" if "```" in code else "```"
    return f"\n{fence}{rule.languages[0]}\n{code}\n{fence}\n"


def models_page() -> str:
    """Every model with its provider: endpoint, key, prices, what is sent, and its end."""
    today = facts_as_of()
    by_provider: dict[str, list[ModelFacts]] = {}
    for model in (*all_models(), *open_models()):
        by_provider.setdefault(model.provider, []).append(model)
    gone = [model for model in all_models() if model.is_gone(today)]
    parts = [f"# Models\n\n{NOTE}\n{MODELS.format(today=today)}"]
    parts += [_provider_part(models, today) for models in by_provider.values()]
    parts.append("\n## Names that are gone\n\n| name | switched off | use |\n|---|---|---|\n")
    parts += [f"| `{model.name}` | {model.retires} | `{model.replaced_by}` |\n" for model in gone]
    return "".join(parts)


MODELS = """\
As of {today}; `reviewbot models` shows the same with the keys that are set. Prices are USD for a million
tokens: input, cached input, output. A price of your own goes into a file for `--config`, under any name of
the model:

```toml
[prices]
"deepseek-flash" = [0.10, 0.01, 0.50]
```

Any other model works with `--model NAME --base-url URL`. A dash leaves the provider's default as it is.
"""


def _provider_part(models: Sequence[ModelFacts], today: date) -> str:
    """One provider: where it is, and a table of what it serves."""
    first = models[0]
    is_open = any(model in open_models() for model in models)
    place = first.base_url or f"`--base-url {first.base_url_form}`"
    key = f"key in `{first.key_env}`" if first.key_env else "no key needed"
    note = f". {first.note[:1].upper()}{first.note[1:]}" if first.note else ""
    rows = "".join(_model_row(model, is_open=is_open) for model in models if not model.is_gone(today))
    return (
        f"\n## {first.provider}\n\n{place}, {key}{note}.\n\n"
        "| `--model` | price | context | JSON | temperature | thinking | facts of | switched off |\n"
        f"|---|---|---|---|---|---|---|---|\n{rows}"
    )


def _model_row(model: ModelFacts, *, is_open: bool) -> str:
    name = f"{model.provider}/{model.name}" if is_open else model.name
    price = " / ".join(f"{usd:g}" for usd in _figures(model.price)) or "not known"
    if model.peak:
        price += f"; at peak hours {' / '.join(f'{usd:g}' for usd in _figures(model.peak))}"
    if model.price and model.price.write is not None:
        price += f"; {model.price.write:g} for input that is cached"
    context = f"{model.context:,}" if model.context else "not known"
    bound = "by prompt" if model.json is JsonLevel.NONE else model.json.value
    temperature = "-" if model.temperature is None else f"{model.temperature:g}"
    end = f"{model.retires}, then `{model.replaced_by}`" if model.retires else ""
    cells = (f"`{name}`", price, context, bound, temperature, model.thinking or "-", model.as_of, end)
    return "| " + " | ".join(map(str, cells)) + " |\n"


def _figures(price: Price | None) -> tuple[float, ...]:
    return (price.input, price.cached, price.output) if price else ()


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "models.md": models_page,
    "report.schema.json": json_schema,
    "rules.md": rules_page,
    "settings.md": settings_page,
    **{f"rules/{group}.md": partial(group_page, group) for group in rule_groups()},
}


def main() -> int:
    """Write, or compare with `--check`."""
    os.environ.pop("COLUMNS", None)
    stale = [name for name, page in PAGES.items() if not _is_current(HERE / name, page())]
    stale += [
        f"rules/{page.name}" for page in (HERE / "rules").glob("*.md") if f"rules/{page.name}" not in PAGES
    ]
    if "--check" not in sys.argv[1:]:
        for name in stale:
            _write(HERE / name, PAGES.get(name))
        return 0
    for name in stale:
        print(f"docs/{name} is out of date: run `make docs`", file=sys.stderr)
    return len(stale)


def _write(path: Path, page: Callable[[], str] | None) -> None:
    """Write a page, or remove one that there is no reason for any more."""
    if page is None:
        path.unlink()
        return
    path.parent.mkdir(exist_ok=True)
    path.write_text(page(), encoding="utf-8")


def _is_current(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
