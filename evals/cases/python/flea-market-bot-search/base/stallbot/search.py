from .models import Offer, Stall

PAGE = 8


def find_offers(words: str, page: int = 0):
    words = " ".join(words.split())[:100]
    query = (
        Offer.select(Offer, Stall)
        .join(Stall)
        .where(Offer.sold == False, Offer.title.contains(words))  # noqa: E712
    )
    query = query.order_by(Offer.id.desc())
    return list(query.paginate(page + 1, PAGE))
