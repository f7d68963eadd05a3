"""Courses travel between our sites as tar archives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends

from courses.catalogue import Catalogue, catalogue
from courses.session import Editor, current_editor

router = APIRouter(prefix="/courses")


def manifest(folder: Path) -> dict[str, str]:
    """Title and language, as the archive's manifest gives them."""
    content = json.loads((folder / "course.json").read_text("utf-8"))
    return {key: str(content[key]) for key in ("title", "language")}


@router.get("")
def index(
    editor: Annotated[Editor, Depends(current_editor)],
    courses: Annotated[Catalogue, Depends(catalogue)],
) -> list[str]:
    return courses.titles(editor.site_id)
