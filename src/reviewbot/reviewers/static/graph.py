"""Fields and mutations of a GraphQL schema in Python: each asks by itself, with permissions or decorators."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.routes import RANKED, Route, Words, field_text, header_end, rows

if TYPE_CHECKING:
    from ast_grep_py import SgNode

FIELDS: Final = "fields of "
"""What the scopes of fields begin with: each asks for what its own purpose needs."""
_FIELD: Final = re.compile(r"^@(?:\w+\.){1,3}(?P<kind>field|mutation|subscription)\b")
_RESOLVES: Final = re.compile(r"^(?:resolve_\w+|mutate)$")
_PERMITS: Final = re.compile(r"\b(?:permission_classes|permissions)\s*=\s*[\[(]([^\])]{0,300})")
_LOGIN: Final = re.compile(r"(?i)authenticated|signed_?in|logged_?in|login")
_OPEN: Final = re.compile(r"(?i)allow_?any|public|anonymous")
_NAME: Final = re.compile(r"[A-Za-z_]\w*")
_BESIDES: Final = re.compile(r"\b(?:self|root|parent|source|cls|obj|_\w*)\b|\*\w*|\binfo\b[^,)]*")
_KNOWS: Final = re.compile(
    r"\bcontext(?:\.|\[[\"'])(?:\w+\.){0,2}(?:user|viewer|member|session|auth|account|current)|\bcurrent_\w"
)


def fields(root: "SgNode", _path: str, words: Words) -> Iterator[Route]:
    """The fields of each type of strawberry or graphene, and the resolvers of an object of Ariadne."""
    text = root.text()
    if not ("strawberry" in text or "graphene" in text or "ariadne" in text):
        return
    for holder in root.find_all(kind="class_definition"):
        body = holder.field("body")
        if body is not None:
            yield from _of(body, f"{FIELDS}{field_text(holder, 'name')}@{rows(holder)[0]}", words)
    yield from _of(root, "", words)


def _of(holder: "SgNode", scope: str, words: Words) -> Iterator[Route]:
    for node in holder.children():
        function = node.field("definition") if node.kind() == "decorated_definition" else node
        if function is None or function.kind() != "function_definition":
            continue
        texts = [child.text() for child in node.children() if child.kind() == "decorator"]
        lead = next((text for text in texts if _FIELD.match(text)), "")
        name = field_text(function, "name")
        place = scope or (f"{FIELDS}{lead.partition('.')[0]}" if lead else "")
        if place and (lead or (scope and _RESOLVES.match(name))):
            yield _route(node, function, place, lead, [text for text in texts if text != lead], words)


def _route(
    node: "SgNode", function: "SgNode", scope: str, lead: str, texts: list[str], words: Words
) -> Route:
    body, name = field_text(function, "body"), field_text(function, "name")
    given = field_text(function, "parameters")
    kind = _FIELD.match(lead)
    writes = name == "mutate" or "utation" in scope or (kind is not None and kind["kind"] == "mutation")
    asked = [one for found in _PERMITS.findall(lead) for one in _NAME.findall(found)]
    opened = any(map(_OPEN.search, asked))
    marks = frozenset(one if _LOGIN.search(one) else f"{one}{RANKED}" for one in asked)
    marks |= words.marks(text[1:] for text in texts) | words.of_body(body)
    # What is asked for without anything is mostly about all, or about who asks.
    takes = _NAME.search(_BESIDES.sub("", given)) is not None
    return Route(
        first=rows(node)[0],
        line=rows(function.field("name") or function)[0],
        last=header_end(function),
        scope=scope,
        name=name,
        writes=writes,
        marks=frozenset() if opened else marks,
        checked=not (takes or writes) or bool(words.checks.search(body) or _KNOWS.search(f"{given} {body}")),
        **{**words.judged(body), "tame": False},
        opened=opened,
    )
