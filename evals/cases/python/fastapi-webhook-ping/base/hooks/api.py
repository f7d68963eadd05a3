from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel, Field, HttpUrl

from hooks.auth import Tenant, current_tenant
from hooks.store import WebhookStore, get_store

router = APIRouter(prefix="/webhooks", tags=["webhooks"])

EVENTS = {"order.created", "order.paid", "order.shipped", "refund.created"}


class WebhookIn(BaseModel):
    url: HttpUrl
    events: set[str] = Field(min_length=1, max_length=20)
    description: str = Field("", max_length=200)


class WebhookOut(BaseModel):
    id: str
    url: HttpUrl
    events: set[str]


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_webhook(
    payload: WebhookIn,
    tenant: Annotated[Tenant, Depends(current_tenant)],
    store: Annotated[WebhookStore, Depends(get_store)],
) -> WebhookOut:
    unknown = payload.events - EVENTS
    if unknown:
        raise HTTPException(422, f"unknown events: {', '.join(sorted(unknown))}")
    if await store.count(tenant.id) >= 10:
        raise HTTPException(409, "no more than ten webhooks")
    hook = await store.add(tenant.id, str(payload.url), payload.events, payload.description)
    return WebhookOut(id=hook.id, url=payload.url, events=payload.events)
