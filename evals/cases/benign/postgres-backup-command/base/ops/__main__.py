import argparse
import sys

from ops import status


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="ops")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("status", help="show which services run")
    parser.parse_args(argv)
    return status.show()


if __name__ == "__main__":
    sys.exit(main())
