from bakery.extensions import db
from bakery.models import Shop

EDITABLE = ("name", "phone", "about", "opens_at")


def shop_of(owner):
    return db.session.scalar(db.select(Shop).filter_by(owner_id=owner.id))


def update(shop, changes):
    for name, value in changes.items():
        if name in EDITABLE:
            setattr(shop, name, value)
    db.session.commit()
    return shop
