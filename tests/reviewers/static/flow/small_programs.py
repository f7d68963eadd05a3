"""Following data through small programs."""

from reviewbot.reviewers.static.flow.engine import Engine
from reviewbot.reviewers.static.flow.program import Program, Text
from reviewbot.reviewers.static.flow.sinks import Sinks, read_sinks
from reviewbot.reviewers.static.rulebook import load

BOOK = load()


def sinks(language: str) -> Sinks:
    """Where data does harm in a language."""
    return read_sinks((rule.id, rule.weakness, rule.flow or {}) for rule in BOOK.flows(language))


def reached(language: str, *codes: str) -> set[tuple[str, int]]:
    """Rule and line of what is found in a program of some files."""
    texts = [Text(f"{at}.{language}", language, code) for at, code in enumerate(codes)]
    program = Program(texts, sinks)
    engine = Engine(program)
    for text in texts:
        module = program.module(text.path)
        assert module is not None
        engine.read(module, text.text.split("\n"))
    engine.follow([text.path for text in texts])
    return {(flow.sink.rule, flow.spots[0][1]) for flow in engine.flows()}
