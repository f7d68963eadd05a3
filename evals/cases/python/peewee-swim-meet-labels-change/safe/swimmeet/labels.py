"""Labels for the lanes, six to a page."""
import string

PER_PAGE = 6
FIELDS = ("lane", "swimmer", "club", "seed")


def label(entry, layout):
    """E.g. 'Lane $lane: $swimmer'."""
    return string.Template(layout).safe_substitute({f: str(getattr(entry, f)) for f in FIELDS})


def pages(entries, layout):
    labels = [label(e, layout) for e in entries]
    return [labels[i : i + PER_PAGE] for i in range(0, len(labels), PER_PAGE)]
