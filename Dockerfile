# For sweeps and the command line; on GitHub the Action is the shorter way.
#
#   docker build -t reviewbot .
#   docker run --rm -v "$PWD:/src:ro" -v reviewbot:/var/cache/reviewbot -e DEEPSEEK_API_KEY reviewbot sweep
#
# A Dask worker runs from the same image: docker build --build-arg REQUIREMENTS=cluster.txt, see docs/scale.md.
ARG PYTHON=python:3.13-slim

FROM ${PYTHON} AS build
ARG REQUIREMENTS=run.txt
WORKDIR /build
COPY requirements/ requirements/
# uv by its hash, everything else by uv, by hash too.
RUN python -m venv /uv \
    && /uv/bin/pip install --no-cache-dir --require-hashes -r requirements/uv.txt \
    && python -m venv --without-pip /opt/reviewbot \
    && /uv/bin/uv pip install --no-cache --compile-bytecode --python /opt/reviewbot/bin/python \
        --require-hashes -r "requirements/${REQUIREMENTS}"
COPY . .
RUN /uv/bin/uv build --no-cache --wheel --require-hashes --build-constraints requirements/dev.txt --out-dir /dist \
    && /uv/bin/uv pip install --no-cache --compile-bytecode --python /opt/reviewbot/bin/python --no-deps /dist/*.whl

FROM ${PYTHON}
LABEL org.opencontainers.image.title="reviewbot" \
      org.opencontainers.image.description="Reviews code for security defects, and never says all clear about code it did not read." \
      org.opencontainers.image.licenses="MIT"

# No version of git: Debian keeps only its latest one, and that is the one with the latest security fixes.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates git \
    && rm -rf /var/lib/apt/lists/*

# A repository that is mounted belongs to somebody else, and git refuses those. What it protects from, programs that
# such a repository's configuration names, reviewbot switches off itself; nothing else runs git in here.
RUN git config --system safe.directory '*' \
    && useradd --uid 10001 --user-group --create-home --shell /usr/sbin/nologin reviewbot \
    && install --directory --owner reviewbot --group reviewbot --mode 700 /var/cache/reviewbot

COPY --from=build /opt/reviewbot /opt/reviewbot
# The cache is the same folder whatever HOME is. Python's output comes at once, also without a terminal.
ENV PATH=/opt/reviewbot/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    XDG_CACHE_HOME=/var/cache

USER 10001:10001
# The rules for secrets are compiled once, here, by the user who uses them: it takes seconds. The scanner uses no folder
# that belongs to another user.
RUN mkdir /tmp/one && echo "one = 1" > /tmp/one/one.py \
    && reviewbot sweep --engine static --cache off /tmp/one \
    && rm -r /tmp/one

WORKDIR /src
ENTRYPOINT ["reviewbot"]
CMD ["--help"]
