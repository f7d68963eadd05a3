"""Bundles are tar.gz files that partner institutes upload through the exchange."""
import csv
import tarfile
from pathlib import Path

SHEET = "specimens.csv"
MAX_MEMBERS = 5_000
MAX_BYTES = 2 * 1024**3


class BadBundle(ValueError):
    pass


def _check_size(members):
    if len(members) > MAX_MEMBERS:
        raise BadBundle("too many files")
    if sum(m.size for m in members) > MAX_BYTES:
        raise BadBundle("bundle is too large when unpacked")


def unpack(bundle: Path, workdir: Path) -> Path:
    try:
        with tarfile.open(bundle, "r:gz") as archive:
            members = archive.getmembers()
            _check_size(members)
            archive.extractall(workdir, members=members, filter="data")
    except tarfile.TarError as exc:
        raise BadBundle("not a readable bundle") from exc
    sheet = workdir / SHEET
    if not sheet.is_file():
        raise BadBundle(f"{SHEET} is missing")
    return sheet


def read_specimens(sheet: Path):
    with sheet.open(newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            yield row["barcode"].strip(), row["taxon"].strip(), row.get("image") or None
