"""Pipeline definitions, as tenants upload them."""

from dataclasses import dataclass, field

import yaml

MAX_LENGTH = 200_000


class DefinitionError(ValueError):
    pass


SNIPPETS = {
    "checkout": {"name": "checkout", "image": "ci/git:2"},
    "cache": {"name": "cache", "image": "ci/cache:5"},
    "notify": {"name": "notify", "image": "ci/notify:1"},
}


class DefinitionLoader(yaml.CSafeLoader):
    """Loader that knows the shared snippets."""


def _include(loader, node):
    name = loader.construct_scalar(node)
    if name not in SNIPPETS:
        raise DefinitionError(f"there is no snippet {name}")
    return dict(SNIPPETS[name])


DefinitionLoader.add_constructor("!include", _include)


@dataclass
class Step:
    name: str
    image: str
    after: list[str] = field(default_factory=list)


@dataclass
class Pipeline:
    name: str
    steps: list[Step]


def parse(text: str) -> Pipeline:
    if len(text) > MAX_LENGTH:
        raise DefinitionError("the definition is too long")
    document = yaml.load(text, Loader=DefinitionLoader)
    if not isinstance(document, dict):
        raise DefinitionError("a definition is a mapping")
    try:
        steps = [Step(**step) for step in document["steps"]]
        return Pipeline(document["name"], steps)
    except (KeyError, TypeError) as error:
        raise DefinitionError("name and steps are needed") from error
