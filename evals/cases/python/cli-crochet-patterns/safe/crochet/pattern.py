"""Reads pattern files; people download them from the exchange."""
import argparse
import sys
from pathlib import Path

import yaml


class PatternError(Exception):
    pass


class Loader(yaml.SafeLoader):
    """Knows the tag that the old program wrote for repeats."""


Loader.add_constructor(
    "tag:yaml.org,2002:python/object/apply:builtins.range",
    lambda loader, node: list(range(*map(int, loader.construct_sequence(node)[:2]))[:1000]),
)


def read(path: Path) -> dict:
    try:
        with path.open(encoding="utf-8") as f:
            data = yaml.load(f, Loader=Loader)
    except yaml.YAMLError as problem:
        raise PatternError(f"{path.name}: {problem}") from problem
    if not isinstance(data, dict) or "rows" not in data:
        raise PatternError(f"{path.name}: rows are missing")
    return data


def main(argv=None) -> int:
    parser = argparse.ArgumentParser(prog="crochet")
    parser.add_argument("pattern", type=Path)
    args = parser.parse_args(argv)
    try:
        pattern = read(args.pattern)
    except (OSError, PatternError) as problem:
        print(problem, file=sys.stderr)
        return 1
    for number, row in enumerate(pattern["rows"], 1):
        print(f"{number:3} {row}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
