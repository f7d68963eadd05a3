"""Pipeline definitions: the .ci.yml at the top of a customer's repository."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from ci.git import BlobMissing, read_blob

MAX_SIZE = 64 * 1024
STAGES = ("prepare", "build", "test", "publish")


class DefinitionError(ValueError):
    """Says what is wrong with a definition, for the person who wrote it."""


@dataclass(frozen=True)
class Job:
    name: str
    stage: str
    image: str
    script: tuple[str, ...]
    variables: dict[str, str] = field(default_factory=dict)


class _UniqueKeyLoader(yaml.Loader):
    """Refuses a mapping with the same key twice, where YAML would keep the last."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key_node, _ in node.value:
            if key_node.value in seen:
                raise DefinitionError(f"line {key_node.start_mark.line + 1}: '{key_node.value}' stands here twice")
            seen.add(key_node.value)
        return super().construct_mapping(node, deep)


def _job(name: str, body: Any) -> Job:
    if not isinstance(body, dict):
        raise DefinitionError(f"{name}: a job is a mapping")
    stage = body.get("stage", "build")
    if stage not in STAGES:
        raise DefinitionError(f"{name}: there is no stage '{stage}'; choose from {', '.join(STAGES)}")
    script = body.get("script")
    if not isinstance(script, list) or not script:
        raise DefinitionError(f"{name}: script is a list of commands")
    variables = {str(k): str(v) for k, v in (body.get("variables") or {}).items()}
    return Job(name, stage, str(body.get("image", "debian:stable-slim")), tuple(map(str, script)), variables)


def parse(source: str) -> list[Job]:
    """The jobs of a definition in the order of their stages."""
    if len(source) > MAX_SIZE:
        raise DefinitionError("the definition is larger than 64 KiB")
    try:
        document = yaml.load(source, Loader=_UniqueKeyLoader)
    except yaml.YAMLError as problem:
        raise DefinitionError(f"not YAML: {problem}") from problem
    if not isinstance(document, dict):
        raise DefinitionError("a definition is a mapping of jobs")
    jobs = [_job(str(name), body) for name, body in document.items()]
    return sorted(jobs, key=lambda job: STAGES.index(job.stage))


def load(repository: str, commit: str) -> list[Job]:
    try:
        return parse(read_blob(repository, commit, ".ci.yml", limit=MAX_SIZE))
    except BlobMissing:
        return []
