from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request

from herbarium.auth import Curator, current_curator
from herbarium.deps import get_store
from herbarium.store import SpecimenStore

router = APIRouter(prefix="/collections")

PREFIX = "attr."
MAX_FILTERS = 8


def attribute_filters(request: Request) -> dict[str, str]:
    """attr.colour=red, attr.leaf.margin=serrate and the like."""
    found = {k[len(PREFIX):]: v for k, v in request.query_params.items() if k.startswith(PREFIX)}
    if len(found) > MAX_FILTERS:
        raise HTTPException(422, "too many filters")
    return found


@router.get("/{collection}/specimens")
async def specimens(
    collection: int,
    filters: Annotated[dict[str, str], Depends(attribute_filters)],
    curator: Annotated[Curator, Depends(current_curator)],
    store: Annotated[SpecimenStore, Depends(get_store)],
):
    if collection not in await store.collections_of(curator.id):
        raise HTTPException(404)
    return await store.find(collection, filters)
