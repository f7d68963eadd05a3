"""The form of a `case.toml`: what is not exactly of it is refused."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from reviewbot.evaluation.cases import TAGS

_CWE = re.compile(r"CWE-[1-9]\d{0,4}")


def _cwe(value: str) -> str:
    if not _CWE.fullmatch(value):
        raise ValueError(f"{value!r} is no weakness; write it as CWE-89")
    return value


def _tag(value: str) -> str:
    if value not in TAGS:
        raise ValueError(f"{value!r} is no tag; use {', '.join(sorted(TAGS))}")
    return value


def _language(value: str) -> str:
    if value != value.lower():
        raise ValueError("write the language in small letters")
    return value


Text = Annotated[str, Field(min_length=1)]
Cwe = Annotated[str, AfterValidator(_cwe)]
Tag = Annotated[str, AfterValidator(_tag)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ExpectForm(_Form):
    """One defect: `quote` is part of exactly one line of `path`; so is each of `also`, on the new side."""

    path: Text
    quote: Text
    cwe: Cwe | Annotated[list[Cwe], Field(min_length=1)]
    side: Literal["old", "new"] = "new"
    also: list[Text] = []
    optional: bool = False


class CaseForm(_Form):
    """One case; the trees beside the file are the rest of it."""

    title: Text
    language: Annotated[Text, AfterValidator(_language)]
    tags: list[Tag] = []
    about: Text
    expect: list[ExpectForm] = []
