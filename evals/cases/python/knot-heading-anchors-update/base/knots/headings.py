"""Headings such as: ## Bowline {.basic .loop #bowline}"""
import re
from dataclasses import dataclass, field

SLUG = re.compile(r"[^a-z0-9]+")


@dataclass
class Heading:
    level: int
    title: str
    anchor: str
    classes: list = field(default_factory=list)


def slug(title):
    return SLUG.sub("-", title.lower()).strip("-")


def parse_heading(line):
    """The heading of a line, or None."""
    level = len(line) - len(line.lstrip("#"))
    if not 1 <= level <= 6 or line[level:level + 1] != " ":
        return None
    text = line[level:].strip()
    return Heading(level, text, slug(text))


def outline(source):
    return [h for h in map(parse_heading, source.splitlines()) if h]
