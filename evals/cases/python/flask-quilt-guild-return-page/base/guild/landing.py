from flask import url_for

PLACES = {"shop": "shop.index", "patterns": "patterns.index"}


def landing(place):
    """The page to show after sign in, by its short name."""
    return url_for(PLACES.get(place, "home.index"))
