"""Writers of finished surveys."""
import csv
import io
from importlib import import_module


def as_csv(survey, answers):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(survey.columns)
    writer.writerows([answer.cells.get(column, 0) for column in survey.columns] for answer in answers)
    return out.getvalue().encode(), "text/csv"


def writer_for(dotted=None):
    """csv, or a writer of the contrib package: surveys.contrib.spss.write"""
    if dotted in (None, "csv"):
        return as_csv
    module, _, name = dotted.rpartition(".")
    return getattr(import_module(module), name)
