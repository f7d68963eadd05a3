import os

from peewee import (
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    TextField,
)

db = PostgresqlDatabase(None)


def connect():
    db.init(os.environ["STALLBOT_DB"], user=os.environ["STALLBOT_DB_USER"])
    db.connect(reuse_if_open=True)


class Stall(Model):
    name = CharField(max_length=80)
    hall = CharField(max_length=8)

    class Meta:
        database = db


class Offer(Model):
    stall = ForeignKeyField(Stall, backref="offers")
    title = CharField(max_length=120)
    body = TextField(default="")
    cents = IntegerField()
    sold = BooleanField(default=False)

    class Meta:
        database = db
