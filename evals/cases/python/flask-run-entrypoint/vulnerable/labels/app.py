from flask import Flask, jsonify, request

from labels.printing import LabelError, render_label


def create_app():
    app = Flask("labels")
    app.config.from_prefixed_env("LABELS")
    app.config["MAX_CONTENT_LENGTH"] = 64 * 1024

    @app.get("/healthz")
    def health():
        return jsonify(status="ok")

    @app.post("/labels")
    def create_label():
        try:
            return jsonify(zpl=render_label(request.get_json()))
        except LabelError as problem:
            return jsonify(error=problem.code), 422

    return app
