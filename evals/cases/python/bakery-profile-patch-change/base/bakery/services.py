from bakery.extensions import db
from bakery.models import Shop


def shop_of(owner):
    return db.session.scalar(db.select(Shop).filter_by(owner_id=owner.id))


def rename(shop, name):
    shop.name = name.strip()[:80] or shop.name
    db.session.commit()
    return shop
