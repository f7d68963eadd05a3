"""Turns the request of a data grid (filters, order, page) into a SELECT."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, ColumnElement, Select, Table, select

MAX_PAGE = 500

OPERATORS = {
    "eq": lambda column, value: column == value,
    "ne": lambda column, value: column != value,
    "lt": lambda column, value: column < value,
    "gt": lambda column, value: column > value,
    "contains": lambda column, value: column.contains(str(value), autoescape=True),
}


class BadRequest(ValueError):
    """The grid asked for something that the table does not have."""


@dataclass(frozen=True)
class GridRequest:
    filters: Sequence[Mapping[str, Any]] = ()
    order: Sequence[str] = ()
    page: int = 0
    size: int = 50

    @classmethod
    def parse(cls, body: Mapping[str, Any]) -> GridRequest:
        return cls(
            filters=body.get("filters", ()),
            order=[str(key) for key in body.get("order", ())][:4],
            page=max(int(body.get("page", 0)), 0),
            size=min(max(int(body.get("size", 50)), 1), MAX_PAGE),
        )


class GridQuery:
    def __init__(self, table: Table) -> None:
        self._table = table

    def select(self, request: GridRequest) -> Select[Any]:
        statement = select(self._table)
        for item in request.filters:
            statement = statement.where(self._condition(item))
        for key in request.order:
            statement = statement.order_by(self._ordering(key))
        return statement.limit(request.size).offset(request.page * request.size)

    def _condition(self, item: Mapping[str, Any]) -> ColumnElement[bool]:
        operator = OPERATORS.get(str(item.get("op")))
        if operator is None:
            raise BadRequest("unknown operator")
        return operator(self._column(str(item.get("field"))), item.get("value"))

    def _ordering(self, key: str) -> ColumnElement[Any]:
        column = self._sortable(key.lstrip("-"))
        return column.desc() if key.startswith("-") else column.asc()

    def _sortable(self, key: str) -> ColumnElement[Any]:
        """A column, or with dots a value inside a JSON column: 'attributes.colour'."""
        name, _, path = key.partition(".")
        column = self._column(name)
        if not path:
            return column
        if not isinstance(column.type, JSON):
            raise BadRequest(f"{name} has no fields")
        return column[tuple(path.split("."))].as_string()

    def _column(self, name: str) -> ColumnElement[Any]:
        if name not in self._table.c:
            raise BadRequest(f"unknown field {name}")
        return self._table.c[name]
