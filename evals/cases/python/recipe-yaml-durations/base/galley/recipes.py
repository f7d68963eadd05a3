"""Recipes of the ship's cooks, uploaded as YAML."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import yaml

MAX_LENGTH = 64 * 1024


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
        data = yaml.safe_load(text)
        return Recipe(
            name=_text(data["name"]),
            serves=int(data.get("serves", 4)),
            ingredients=[_text(i) for i in data["ingredients"]],
            steps=[_text(s) for s in data["steps"]],
            takes=timedelta(minutes=int(data.get("minutes", 0))),
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as problem:
        raise RecipeError("not a recipe") from problem
