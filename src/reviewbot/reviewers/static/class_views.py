"""Class views of Django that hand out any record by its number, where others find the same for who asks."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.lookups import singular, words
from reviewbot.reviewers.static.owners import Reading
from reviewbot.reviewers.static.passages import Hit, Unreadable, claim
from reviewbot.reviewers.static.routes import field_text, rows
from reviewbot.reviewers.static.structure import parse

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_OF_ONE: Final = re.compile(
    r"\b(?:\w+\.)?(?:(?:Detail|Update|Delete)View|(?:Retrieve|Update|Destroy)\w*APIView|ModelViewSet)\b"
)
"""Views that find one record by the number in the address."""
_NARROWS: Final = re.compile(
    r"\bdef (?:get_queryset|get_object|dispatch|test_func|has_permission|check_\w+|initial|get|post)\("
    r"|\bfilter_backends\b|\bpermission_required\b|@user_passes_test|@method_decorator\((?!login_required)"
)
"""What may see to it that nobody gets what belongs to somebody else."""
_DECIDES: Final = re.compile(
    r"\b\w*(?:Permission|PassesTest|Owner|Author(?!i)|Access|Staff|Admin|Role|Rules|Object|Member|Is(?!Authenticated\b)[A-Z]\w+)\w*\b"
)
_CARRIED: Final = re.compile(r"\bpermission_classes\s*=\s*[\[(]([^\])]{0,200})")
_SIGNED: Final = re.compile(r"LoginRequired|IsAuthenticated\b|SignedIn|AuthRequired")
_CHANGES: Final = re.compile(r"(?:Update|Delete|Destroy)\w*View|ModelViewSet")
_MODEL: Final = re.compile(
    r"^[ \t]+(?:model[ ]?=[ ]?(?:\w+\.)?(?P<model>\w+)[ \t]*$"
    r"|queryset[ ]?=[ ]?(?:\w+\.)?(?P<all>\w+)\.objects\.(?:all|select_related|prefetch_related)\()",
    re.MULTILINE,
)


def views_of_all(reading: Reading, by: str) -> Iterator[Hit]:
    """The views of a passage that are about all records of a kind that others filter by who asks."""
    if reading.passage.language != "python" or not (_OF_ONE.search(reading.text) and reading.told):
        return
    root = parse(reading.bare)
    if root is None or isinstance(root, Unreadable):
        return
    passage = reading.passage
    for node in root.children():
        outer, holder = node, node.field("definition") if node.kind() == "decorated_definition" else node
        if holder is not None and holder.kind() == "class_definition" and _is_of_all(outer, holder, reading):
            first, last = (passage.start + row for row in rows(holder))
            if passage.is_changed(first, last):
                line = passage.start + rows(holder.field("name") or holder)[0]
                yield Hit(claim(words().weakness, by, passage.line(line), line), line)


def _is_of_all(outer: "SgNode", holder: "SgNode", reading: Reading) -> bool:
    bases, text = field_text(holder, "superclasses"), outer.text()
    found = _MODEL.search(text) if _OF_ONE.search(bases) else None
    carried = " ".join(_CARRIED.findall(text))
    if found is None or _NARROWS.search(text) or _DECIDES.search(f"{bases} {carried}"):
        return False
    model = singular(found["model"] or found["all"])
    signed = _SIGNED.search(f"{bases} {carried}") is not None or "@method_decorator(login_required" in text
    shown = not _CHANGES.search(bases) and words().everybodys.search(model)
    return model in reading.told and signed and not shown
