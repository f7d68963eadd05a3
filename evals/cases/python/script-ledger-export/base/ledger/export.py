"""Monthly export of the general ledger for the tax office, signed by the smartcard program."""
import argparse
import csv
import sqlite3
import subprocess
import sys
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
    with target.open("w", newline="", encoding="utf-8") as out:
        return write_csv(postings(database, first, last), out)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("first")
    parser.add_argument("last")
    parser.add_argument("--target", type=Path, required=True)
    args = parser.parse_args(argv)
    count = export(args.database, args.first, args.last, args.target)
    print(f"{count} postings written to {args.target}")
    subprocess.run([SIGNER, "--in-place", str(args.target)], check=True, timeout=120)
    return 0


if __name__ == "__main__":
    sys.exit(main())
