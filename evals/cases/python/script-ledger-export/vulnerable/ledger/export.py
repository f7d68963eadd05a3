"""Monthly export of the general ledger for the tax office, signed by the smartcard program."""
import argparse
import csv
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

SIGNER = "/usr/local/bin/taxsign"
COLUMNS = ("booked_on", "account", "contra_account", "amount_cents", "text")
QUERY = f"SELECT {', '.join(COLUMNS)} FROM posting WHERE booked_on BETWEEN ? AND ? ORDER BY booked_on, id"


def postings(database, first, last):
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as conn:
        yield from conn.execute(QUERY, (first, last))


def write_csv(rows, out):
    writer = csv.writer(out, delimiter=";")
    writer.writerow(COLUMNS)
    count = 0
    for row in rows:
        writer.writerow(row)
        count += 1
    return count


def export(database, first, last, target):
    """Writes the unsigned file, has it signed into the target, and removes it."""
    path = tempfile.mktemp(prefix="ledger-", suffix=".csv")
    try:
        with open(path, "w", newline="", encoding="utf-8") as out:
            count = write_csv(postings(database, first, last), out)
        subprocess.run([SIGNER, "--in", path, "--out", str(target)], check=True, timeout=120)
    finally:
        os.unlink(path)
    return count


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("first")
    parser.add_argument("last")
    parser.add_argument("--target", type=Path, required=True)
    args = parser.parse_args(argv)
    try:
        count = export(args.database, args.first, args.last, args.target)
    except subprocess.SubprocessError:
        print("the file could not be signed; is the smartcard in the reader?", file=sys.stderr)
        return 1
    print(f"{count} postings written to {args.target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
