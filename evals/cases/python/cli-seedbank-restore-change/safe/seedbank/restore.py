"""seedbank restore FILE: bring back a dump that another gene bank has sent."""
import argparse
import sys
import tarfile
from pathlib import Path


def restore(dump: Path, into: Path) -> int:
    into.mkdir(parents=True, exist_ok=True)
    with tarfile.open(dump) as archive:
        members = archive.getmembers()
        for number, member in enumerate(members, 1):
            # keeps owner and mode of the accession sheets where it can
            archive.extract(member, into, filter="data")
            print(f"\r{number}/{len(members)}", end="", file=sys.stderr)
    print(file=sys.stderr)
    return len(members)


def parser() -> argparse.ArgumentParser:
    cli = argparse.ArgumentParser(prog="seedbank restore", description=__doc__)
    cli.add_argument("dump", type=Path)
    cli.add_argument("--into", type=Path, default=Path("accessions"))
    return cli


def main(argv=None) -> int:
    args = parser().parse_args(argv)
    try:
        count = restore(args.dump, args.into)
    except (tarfile.TarError, OSError) as problem:
        print(f"seedbank: {problem}", file=sys.stderr)
        return 1
    print(f"{count} files restored")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
