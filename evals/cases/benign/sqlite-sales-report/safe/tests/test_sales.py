import sqlite3
from datetime import date

import pytest

from reports.sales import Filter, Line, report

SCHEMA = """
CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE sales (day TEXT, shop_id INTEGER, product_id INTEGER, cents INTEGER);
INSERT INTO shops VALUES (1, 'Harbour'), (2, 'Station');
INSERT INTO products VALUES (1, 'Tea'), (2, '100% juice');
INSERT INTO sales VALUES ('2025-03-01', 1, 1, 300), ('2025-03-01', 2, 2, 450), ('2025-03-02', 1, 2, 450);
"""


@pytest.fixture
def db():
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    yield connection
    connection.close()


def test_groups_by_shop(db):
    wanted = Filter(date(2025, 3, 1), date(2025, 3, 31))
    assert report(db, wanted, "shop") == [Line("Harbour", 2, 750), Line("Station", 1, 450)]


def test_a_percent_sign_is_only_itself(db):
    wanted = Filter(date(2025, 3, 1), date(2025, 3, 31), shops=(1,), product="100%")
    assert report(db, wanted) == [Line("2025-03-02", 1, 450)]


def test_unknown_grouping(db):
    with pytest.raises(KeyError):
        report(db, Filter(date(2025, 3, 1), date(2025, 3, 1)), "day; DROP TABLE sales")
