"""Public column names and what they are called in the database."""

COLUMNS = {
    "number": "p.number",
    "label": "p.label",
    "stock": "s.stock DESC",
}

HEADINGS = {
    "number": "Part no.",
    "label": "Description",
    "stock": "In stock",
}
