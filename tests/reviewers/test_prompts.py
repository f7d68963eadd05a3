"""The prompts ask for what the schemas take, name what the tables name, and stay small."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from reviewbot.reviewers.item import reply_schema
from reviewbot.reviewers.judgement import judgement_schema, parse_judgement
from reviewbot.reviewers.reply import parse_reply
from reviewbot.stores.ranks import load_counter

PROMPTS = Path(__file__).parents[2] / "prompts"
REVIEW = (PROMPTS / "review.md").read_text()
VERIFY = (PROMPTS / "verify.md").read_text()
EXAMPLES = {
    name: [json.loads(line) for line in text.splitlines() if line.startswith('{"analysis": "')]
    for name, text in (("review", REVIEW), ("verify", VERIFY))
}


def fields(prompt: str) -> list[str]:
    """The fields that the section on the reply explains, in their order."""
    return re.findall(r"^([a-z_]+): ", prompt.partition("# Reply")[2], re.MULTILINE)


def conforms(value: object, schema: Mapping[str, Any]) -> bool:
    """Whether a value has exactly the shape that a schema in our subset asks for, keys in its order."""
    match value:
        case dict():
            parts = schema["properties"]
            return list(value) == schema["required"] == list(parts) and all(
                conforms(value[name], part) for name, part in parts.items()
            )
        case list():
            return schema["type"] == "array" and all(conforms(item, schema["items"]) for item in value)
        case _:
            kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
            kind = {str: "string", bool: "boolean", int: "integer", type(None): "null"}[type(value)]
            return kind in kinds and value in schema.get("enum", [value])


def test_the_finder_is_asked_for_the_fields_of_its_schema() -> None:
    properties = reply_schema()["properties"]
    finding = list(properties["findings"]["items"]["properties"])
    need = list(properties["needs"]["items"]["properties"])
    assert list(properties) == ["analysis", "findings", "needs"]
    assert fields(REVIEW) == ["analysis", *finding, "needs", *need]


def test_the_verifier_is_asked_for_the_fields_of_its_schema() -> None:
    assert fields(VERIFY) == list(judgement_schema()["properties"])


@pytest.mark.parametrize("name", ["review", "verify"])
def test_the_examples_are_valid_answers(name: str) -> None:
    schema = reply_schema() if name == "review" else judgement_schema()
    assert len(EXAMPLES[name]) == 2
    assert all(conforms(example, schema) for example in EXAMPLES[name])


def test_one_example_finds_and_one_does_not() -> None:
    found, nothing = (parse_reply(json.dumps(example)) for example in EXAMPLES["review"])
    assert ([claim.cwe for claim in found.claims], nothing.claims) == (["CWE-89"], ())
    assert not found.rejected
    rulings = [parse_judgement(json.dumps(example)).ruling.value for example in EXAMPLES["verify"]]
    assert rulings == ["refuted", "confirmed"]


def test_the_severities_are_those_of_the_schema() -> None:
    section = REVIEW.partition("# Severity")[2].partition("#")[0]
    severities = reply_schema()["properties"]["findings"]["items"]["properties"]["severity"]["enum"]
    assert re.findall(r"^(\w+): ", section, re.MULTILINE) == severities


def test_the_verifier_is_told_nothing_of_severity() -> None:
    assert not re.search("severity|critical|high|medium", VERIFY)


@pytest.mark.parametrize("sign", ["`41 `", "`42+`", "`-`", "`> `", "`<SECRET:kind:n>`", r"`\u{202E}`"])
def test_both_explain_every_sign_of_the_notation(sign: str) -> None:
    assert sign in REVIEW
    assert sign in VERIFY


@pytest.mark.parametrize(("prompt", "most"), [(REVIEW, 3_000), (VERIFY, 1_200)], ids=["review", "verify"])
def test_a_prompt_is_small_enough_to_be_sent_with_every_chunk(prompt: str, most: int) -> None:
    assert load_counter()(prompt) <= most


@pytest.mark.parametrize("prompt", [REVIEW, VERIFY], ids=["review", "verify"])
def test_a_prompt_says_json_since_some_endpoints_insist(prompt: str) -> None:
    assert "JSON" in prompt
