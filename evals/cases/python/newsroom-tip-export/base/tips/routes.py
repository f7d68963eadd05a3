import csv
import io
from typing import Annotated

from elasticsearch import AsyncElasticsearch
from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.responses import Response

from newsroom.auth import Editor, editor
from newsroom.search import client

router = APIRouter(prefix="/tips")

Es = Annotated[AsyncElasticsearch, Depends(client)]
Desk = Annotated[Editor, Depends(editor)]
INDEX = "tips"


def _flat(hit: dict) -> dict:
    source = hit["_source"]
    return {"id": hit["_id"], "desk": source["desk"], "received": source["received"], "text": source["text"]}


@router.get("")
async def search_tips(es: Es, who: Desk, q: Annotated[str, Query(max_length=200)] = "", size: Annotated[int, Query(le=100)] = 20):
    query = {"simple_query_string": {"query": q, "fields": ["text"]}} if q else {"match_all": {}}
    found = await es.search(index=INDEX, query=query, size=size, sort=[{"received": "desc"}])
    return [_flat(h) for h in found["hits"]["hits"]]


@router.delete("/{tip_id}", status_code=204)
async def remove_tip(es: Es, who: Desk, tip_id: str):
    if not who.is_lead:
        raise HTTPException(403)
    await es.delete(index=INDEX, id=tip_id)
    return Response(status_code=204)
