import argparse
import logging
import sys

from ops import backup, status


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="ops")
    parser.add_argument("--verbose", action="store_true")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("status", help="show which services run")
    dump = commands.add_parser("backup", help="dump databases and prune old dumps")
    dump.add_argument("--database", action="append", choices=backup.DATABASES, help="all of them by default")
    dump.add_argument("--keep", type=int, default=14, help="how many dumps of each to keep")
    arguments = parser.parse_args(argv)
    logging.basicConfig(level=logging.DEBUG if arguments.verbose else logging.INFO)
    if arguments.command == "backup":
        return backup.run(arguments.database or list(backup.DATABASES), arguments.keep)
    return status.show()


if __name__ == "__main__":
    sys.exit(main())
