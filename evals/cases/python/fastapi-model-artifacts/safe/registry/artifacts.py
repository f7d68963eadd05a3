from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import FileResponse
from pydantic import BaseModel

from registry.config import Settings, get_settings
from registry.runs import Run, readable_run

router = APIRouter(prefix="/runs/{run_id}/artifacts", tags=["artifacts"])


class Artifact(BaseModel):
    name: str
    size: int


@dataclass(frozen=True)
class ArtifactStore:
    root: Path

    def list(self, run: Run) -> list[Artifact]:
        folder = self.root / run.id
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return [Artifact(name=path.relative_to(folder).as_posix(), size=path.stat().st_size) for path in files]

    def path_of(self, run: Run, name: str) -> Path:
        folder = (self.root / run.id).resolve()
        path = (folder / name).resolve()
        if not path.is_relative_to(folder):
            raise HTTPException(404, "no such artifact")
        return path


def get_store(settings: Annotated[Settings, Depends(get_settings)]) -> ArtifactStore:
    return ArtifactStore(settings.artifact_root)


ReadableRun = Annotated[Run, Depends(readable_run)]
Store = Annotated[ArtifactStore, Depends(get_store)]


@router.get("")
def list_artifacts(run: ReadableRun, store: Store) -> list[Artifact]:
    return store.list(run)


@router.get("/{name:path}")
def download_artifact(run: ReadableRun, store: Store, name: str) -> FileResponse:
    path = store.path_of(run, name)
    if not path.is_file():
        raise HTTPException(404, "no such artifact")
    return FileResponse(path, filename=path.name)
