"""Customer endpoints of the CRM."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from crm.auth import Employee, current_employee
from crm.database import get_session

router = APIRouter(prefix="/customers", tags=["customers"])

Session = Annotated[AsyncSession, Depends(get_session)]
CurrentEmployee = Annotated[Employee, Depends(current_employee)]

COLUMNS = "id, name, city, segment, turnover"


class Customer(BaseModel):
    id: int
    name: str
    city: str | None
    segment: str
    turnover: Decimal


@router.get("/{customer_id}")
async def read_customer(customer_id: int, session: Session, employee: CurrentEmployee) -> Customer:
    result = await session.execute(
        text(f"SELECT {COLUMNS} FROM customers WHERE id = :id AND tenant_id = :tenant"),
        {"id": customer_id, "tenant": employee.tenant_id},
    )
    row = result.mappings().one_or_none()
    if row is None:
        raise HTTPException(404, "no such customer")
    return Customer(**row)


@router.get("/")
async def list_customers(
    session: Session,
    employee: CurrentEmployee,
) -> list[Customer]:
    result = await session.execute(
        text(f"SELECT {COLUMNS} FROM customers WHERE tenant_id = :tenant ORDER BY name LIMIT 100"),
        {"tenant": employee.tenant_id},
    )
    return [Customer(**row) for row in result.mappings()]
