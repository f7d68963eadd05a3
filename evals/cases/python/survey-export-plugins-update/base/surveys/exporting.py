"""Writers of finished surveys."""
import csv
import io


def as_csv(survey, answers):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(survey.columns)
    writer.writerows([answer.cells.get(column, 0) for column in survey.columns] for answer in answers)
    return out.getvalue().encode(), "text/csv"
