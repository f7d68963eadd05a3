"""Writers of finished surveys."""
import csv
import io

from surveys.contrib import ods, spss


def as_csv(survey, answers):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(survey.columns)
    writer.writerows([answer.cells.get(column, 0) for column in survey.columns] for answer in answers)
    return out.getvalue().encode(), "text/csv"


WRITERS = {"csv": as_csv, "ods": ods.write, "spss": spss.write}


def writer_for(dotted=None):
    """csv, or a writer of the contrib package: spss"""
    return WRITERS[dotted or "csv"]
