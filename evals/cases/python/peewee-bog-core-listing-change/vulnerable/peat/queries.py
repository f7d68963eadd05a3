"""Queries over the cores that the field teams have drilled."""
from peewee import JOIN, SQL, fn

from peat.models import Bog, Core, Layer

PAGE = 50


def cores_of(bog_slug, page=1, sort="code", direction="asc"):
    query = (
        Core.select(Core, Bog, fn.COUNT(Layer.id).alias("layers"))
        .join(Bog)
        .switch(Core)
        .join(Layer, JOIN.LEFT_OUTER)
        .where(Bog.slug == bog_slug)
        .group_by(Core, Bog)
    )
    query = query.order_by(SQL(f"{sort} {direction}"), Core.code)
    return query.paginate(page, PAGE)


def deepest(bog_slug):
    return (
        Core.select()
        .join(Bog)
        .where(Bog.slug == bog_slug)
        .order_by(Core.depth_cm.desc())
        .first()
    )
