"""Labels for the lanes, six to a page."""
PER_PAGE = 6


def label(entry):
    return f"Lane {entry.lane}: {entry.swimmer} ({entry.club}) {entry.seed:.2f}"


def pages(entries):
    labels = [label(e) for e in entries]
    return [labels[i : i + PER_PAGE] for i in range(0, len(labels), PER_PAGE)]
