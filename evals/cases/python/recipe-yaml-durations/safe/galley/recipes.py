"""Recipes of the ship's cooks, uploaded as YAML."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta

import yaml

MAX_LENGTH = 64 * 1024
DURATION = re.compile(r"(?:(\d{1,3})h)? ?(?:(\d{1,3})m)?")


class RecipeLoader(yaml.SafeLoader):
    """Knows !takes 1h 20m."""


def _duration(loader, node):
    hours, minutes = DURATION.fullmatch(loader.construct_scalar(node)).groups(default="0")
    return timedelta(hours=int(hours), minutes=int(minutes))


RecipeLoader.add_constructor("!takes", _duration)


class RecipeError(ValueError):
    pass


@dataclass
class Recipe:
    name: str
    serves: int
    ingredients: list[str]
    steps: list[str]
    takes: timedelta = field(default_factory=timedelta)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise RecipeError("text expected")
    return value


def parse(text: str) -> Recipe:
    if len(text) > MAX_LENGTH:
        raise RecipeError("too long")
    try:
        data = yaml.load(text, Loader=RecipeLoader)
        return Recipe(
            name=_text(data["name"]),
            serves=int(data.get("serves", 4)),
            ingredients=[_text(i) for i in data["ingredients"]],
            steps=[_text(s) for s in data["steps"]],
            takes=data.get("takes") or timedelta(),
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as problem:
        raise RecipeError("not a recipe") from problem
