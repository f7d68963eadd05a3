from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from bson import ObjectId
from bson.errors import InvalidId
from fastapi import APIRouter, Depends, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field
from pymongo.collection import Collection

from shop.auth import Staff, current_staff
from shop.database import order_collection

router = APIRouter(prefix="/orders", tags=["orders"])

Orders = Annotated[Collection, Depends(order_collection)]
CurrentStaff = Annotated[Staff, Depends(current_staff)]

FIELDS = {"_id": 1, "number": 1, "status": 1, "total": 1, "placed_at": 1}


class OrderOut(BaseModel):
    id: str
    number: str
    status: Literal["open", "paid", "packed", "shipped", "cancelled"]
    total: int
    placed_at: datetime


class OrderFilter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    status: Literal["open", "paid", "packed", "shipped", "cancelled"] | None = None
    number: str | None = Field(None, max_length=20)
    total: int | None = None


def as_out(document: dict[str, Any]) -> OrderOut:
    return OrderOut(id=str(document.pop("_id")), **document)


@router.get("/{order_id}")
def read_order(order_id: str, orders: Orders, staff: CurrentStaff) -> OrderOut:
    try:
        key = ObjectId(order_id)
    except InvalidId:
        raise HTTPException(404, "no such order") from None
    document = orders.find_one({"_id": key, "shop_id": staff.shop_id}, FIELDS)
    if document is None:
        raise HTTPException(404, "no such order")
    return as_out(document)


@router.post("/search")
def search_orders(
    orders: Orders,
    staff: CurrentStaff,
    filters: OrderFilter,
    limit: Annotated[int, Query(ge=1, le=100)] = 25,
) -> list[OrderOut]:
    query = {"shop_id": staff.shop_id, **filters.model_dump(exclude_none=True)}
    cursor = orders.find(query, FIELDS).sort("placed_at", -1).limit(limit)
    return [as_out(document) for document in cursor]
