import re
from dataclasses import dataclass, field

import yaml

STEP_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
MAX_LENGTH = 64 * 1024


class DefinitionError(ValueError):
    pass


@dataclass(frozen=True)
class Variable:
    """Stands for a variable of the project, filled in by the runner: !env REGION"""

    name: str


@dataclass
class Step:
    name: str
    image: str
    commands: list[str | Variable] = field(default_factory=list)


@dataclass
class Pipeline:
    name: str
    steps: list[Step]


class DefinitionLoader(yaml.UnsafeLoader):
    """YAML with the tags of pipeline definitions."""


def _construct_env(loader, node):
    return Variable(loader.construct_scalar(node))


DefinitionLoader.add_constructor("!env", _construct_env)


def _step(raw):
    if not isinstance(raw, dict) or not STEP_NAME.fullmatch(str(raw.get("name", ""))):
        raise DefinitionError("Each step needs a name of lower case letters, digits and dashes")
    commands = raw.get("commands", [])
    if not isinstance(commands, list) or not all(isinstance(c, (str, Variable)) for c in commands):
        raise DefinitionError(f"The commands of {raw['name']} are not a list of texts")
    return Step(name=raw["name"], image=str(raw.get("image", "debian:stable-slim")), commands=commands)


def parse_pipeline(text):
    """Read a pipeline definition that a member of a project pushed."""
    if len(text) > MAX_LENGTH:
        raise DefinitionError("The definition is too long")
    try:
        document = yaml.load(text, Loader=DefinitionLoader)
    except yaml.YAMLError as error:
        raise DefinitionError("The definition is not YAML") from error
    if not isinstance(document, dict) or not isinstance(document.get("steps"), list):
        raise DefinitionError("A definition has a list of steps")
    return Pipeline(
        name=str(document.get("name", "unnamed")),
        steps=[_step(raw) for raw in document["steps"]],
    )
