"""Customer endpoints of the CRM."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
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


class CustomerQuery:
    """Collects the conditions of a customer search."""

    def __init__(self, tenant_id: int) -> None:
        self._conditions = ["tenant_id = :tenant_id"]
        self._values: dict[str, object] = {"tenant_id": tenant_id}

    def equal(self, column: str, value: str | None) -> CustomerQuery:
        if value is not None:
            self._conditions.append(f"{column} = :{column}")
            self._values[column] = value
        return self

    def at_least(self, column: str, value: Decimal | None) -> CustomerQuery:
        if value is not None:
            self._conditions.append(f"{column} >= :min_{column}")
            self._values[f"min_{column}"] = value
        return self

    def statement(self):
        where = " AND ".join(self._conditions)
        query = text(f"SELECT {COLUMNS} FROM customers WHERE {where} ORDER BY name LIMIT 100")
        return query.bindparams(**self._values)


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
    city: Annotated[str | None, Query(max_length=80)] = None,
    segment: Annotated[str | None, Query(max_length=20)] = None,
    min_turnover: Annotated[Decimal | None, Query(ge=0)] = None,
) -> list[Customer]:
    query = CustomerQuery(employee.tenant_id).equal("city", city).equal("segment", segment)
    query.at_least("turnover", min_turnover)
    result = await session.execute(query.statement())
    return [Customer(**row) for row in result.mappings()]
