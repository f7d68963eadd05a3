from peewee import CharField, DateTimeField, DecimalField, ForeignKeyField, Model
from playhouse.db_url import connect

from orchard import config

db = connect(config.DATABASE_URL)


class Base(Model):
    class Meta:
        database = db


class Grower(Base):
    name = CharField()


class Crate(Base):
    grower = ForeignKeyField(Grower, backref="crates")
    variety = CharField(index=True)
    weight_kg = DecimalField(max_digits=6, decimal_places=2)
    packed_at = DateTimeField(index=True)
