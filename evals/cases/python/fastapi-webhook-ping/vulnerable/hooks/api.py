import json
import time
from typing import Annotated
from uuid import uuid4

import httpx
from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel, Field, HttpUrl

from hooks.auth import Tenant, current_tenant
from hooks.signing import sign
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
    reachable: bool


async def ping(hook_id: str, url: HttpUrl, secret: bytes) -> bool:
    """Whether the receiver answers a signed test event with a 2xx."""
    body = json.dumps({"id": str(uuid4()), "event": "ping", "hook": hook_id, "sent_at": int(time.time())}).encode()
    headers = {"Content-Type": "application/json", "X-Signature": sign(secret, body)}
    try:
        async with httpx.AsyncClient(timeout=5, follow_redirects=True) as client:
            response = await client.post(str(url), content=body, headers=headers)
    except httpx.HTTPError:
        return False
    return response.is_success


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
    reachable = await ping(hook.id, payload.url, hook.secret)
    return WebhookOut(id=hook.id, url=payload.url, events=payload.events, reachable=reachable)
