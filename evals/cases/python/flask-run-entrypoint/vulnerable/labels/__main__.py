"""Run the label service: python -m labels [--port 8070]."""
import argparse
import logging
import os

from labels.app import create_app


def parse_args():
    parser = argparse.ArgumentParser(prog="labels", description=__doc__)
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8070")))
    parser.add_argument("--log-level", default="INFO", choices=["DEBUG", "INFO", "WARNING"])
    return parser.parse_args()


def configure_logging(level):
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for noisy in ("PIL", "urllib3"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def main():
    args = parse_args()
    configure_logging(args.log_level)
    app = create_app()
    logging.getLogger("labels").info("%d routes, port %d", len(list(app.url_map.iter_rules())), args.port)
    app.run(port=args.port, debug=True, threaded=True)


if __name__ == "__main__":
    main()
