# ruff: noqa: E501 - the files say in their lines what is wrong there
"""Whole files as they are really written: every finding that is shown, and nothing else."""

import pytest

from reviewbot.chunks.languages import language_of
from reviewbot.findings import Confidence
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.ruling import Rules
from reviewers.static.reading import change, claims

RULES = StaticReviewer(Rules())

BAD = {
    ".github/workflows/preview.yml": """\
name: Preview
on:
  pull_request_target:
    types: [opened, synchronize]
permissions: write-all  # ! The workflow's token may do everything
jobs:
  preview:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}  # ! A privileged workflow checks out the code of a pull request
      - uses: someone/deploy-preview@main  # ! Somebody else's action is taken from a branch
        with:
          token: ${{ secrets.GITHUB_TOKEN }}
      - name: Say so
        run: |
          npm ci && npm run build
          echo "Built ${{ github.event.pull_request.title }}"  # ! Text that anyone can write becomes part of a script
""",
    "deploy/Dockerfile": """\
FROM python:3.12 AS build
USER root
ENV SECRET_KEY=9d7f3b5e2a1c  # ! A password or key is written into the image
RUN apt-get update \\
 && apt-get install -y --no-install-recommends git \\
 && curl -sSL https://example.com/install.sh | bash  # ! A download is executed unseen
FROM python:3.12-slim  # ! Nothing says that the container should not run as root
COPY --from=build /app /app
CMD ["python", "-m", "app"]
""",
    "main.tf": """\
resource "aws_security_group" "bastion" {
  name = "bastion"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]  # ! The internet reaches a port for administration or a database
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "main" {
  engine              = "postgres"
  publicly_accessible = true  # ! A database has a public address
  storage_encrypted   = false  # ! What is stored or sent is not encrypted
  password            = var.password
}
""",
    "chart/deployment.yaml": """\
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      hostNetwork: true  # ! A pod shares a namespace with its node
      containers:
        - name: app
          image: {{ .Values.image }}
          securityContext:
            privileged: true  # ! A container has all rights of the node
            capabilities:
              drop: [ALL]
      volumes:
        - name: docker
          hostPath:
            path: /var/run/docker.sock  # ! A pod gets at the files of its node's system
""",
    "templates/profile.html": """\
{% extends "base.html" %}
{% block content %}
<h1>{{ user.name }}</h1>
<div class="bio">{{ user.bio|safe }}</div>  <!-- ! A value goes into the page without escaping -->
<form method="post" action="{% url 'follow' %}">  <!-- ! A form that changes things has no token against forged requests -->
  <button>Follow</button>
</form>
<form method="post">
  {% csrf_token %}
  <button onclick="greet('{{ user.name }}')">Hi</button>  <!-- ! A value becomes part of a script in an attribute -->
</form>
<script>
  const theme = {{ theme }};  // ! A value becomes part of a script
  const data = {{ data|tojson }};
</script>
{% endblock %}
""",
    "src/session.c": """\
#include <stdio.h>

/* Reads a line: strcpy(buf, line) would be wrong here. */
static int greet(const char *name)
{
    char line[64];
    sprintf(line, "Hello %s", name);  // ! Text is formatted without looking at the size of its target
    printf(line);  // ! The format is a variable
    return 0;
}

void drop(struct session *s)
{
    free(s->user);
    free(s);
    s->user = NULL;  // ! Memory is used after it was given back
}

static ssize_t fill(int fd)
{
    char block[512];
    ssize_t got = read(fd, block, sizeof(block));
    if (got < 0)
        return got;
    block[got] = 0;  // ! The terminator can land behind the buffer
    return got;
}
""",
}

GOOD = {
    ".github/workflows/test.yml": """\
name: Test
on: [push, pull_request]
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        python: ["3.11", "3.14"]
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
      - env:
          TITLE: ${{ github.event.pull_request.title }}
        run: |
          echo "Testing $TITLE on ${{ matrix.python }}"
          python -m pip install -r requirements.txt
          pytest
""",
    "Dockerfile": """\
# syntax=docker/dockerfile:1
FROM node:22.11.0-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npm_token npm ci
COPY . .
RUN npm run build

FROM node:22.11.0-slim
ENV NODE_ENV=production PORT=8080 TOKEN_LIFETIME=3600
COPY --from=build --chown=node:node /app/dist /app
USER node
EXPOSE 8080
HEALTHCHECK CMD curl -fsk https://localhost:8080/health
CMD ["node", "/app/server.js"]
""",
    "deploy.sh": """\
#!/bin/bash
# Never write: curl https://example.com | sh
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
eval "$(ssh-agent -s)"
curl -fsSL https://example.com/tool.tar.gz -o "$work/tool.tar.gz"
echo "$SUM  $work/tool.tar.gz" | sha256sum -c -
for file in "$@"; do
  install -m 644 -- "$file" /srv/app/
done
psql -v name="$1" -f find.sql
""",
    "schema.sql": """\
-- GRANT ALL ON users TO PUBLIC;
CREATE TABLE users (
  id bigint PRIMARY KEY,
  password_hash text NOT NULL
);
CREATE FUNCTION find(wanted text) RETURNS SETOF users
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp
AS $$ BEGIN
  RETURN QUERY EXECUTE format('SELECT * FROM %I WHERE name = $1', 'users') USING wanted;
END $$;
REVOKE ALL ON users FROM PUBLIC;
GRANT SELECT ON users TO app;
""",
    "list.c": """\
#include <stdlib.h>

void list_free(struct list *list)
{
    struct node *node = list->first;

    while (node != NULL) {
        struct node *next = node->next;
        free(node->name);
        free(node);
        node = next;
    }
    free(list);
}

static int copy(char *out, size_t size, const char *name)
{
    int n = snprintf(out, size, "%s", name);
    if (n < 0 || (size_t)n >= size)
        return -1;
    for (size_t i = 0; i < size; i++)
        out[i] ^= 1;
    fprintf(stderr, "%s\\n", out);
    return system("sync");
}
""",
    "nginx.conf": """\
server {
  listen 443 ssl;
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_ciphers HIGH:!aNULL:!MD5;
  location /files/ {
    alias /srv/files/;
  }
  location / {
    proxy_pass http://127.0.0.1:8080;
    return 301 https://$host$request_uri;
  }
}
""",
}


def shown(path: str, text: str) -> set[tuple[int, str]]:
    """Line and title of what a report would show."""
    language = language_of(path, text.split("\n", 1)[0]).label
    found = claims(RULES, change(text, path, language))
    return {(claim.line or 0, claim.title) for claim in found if claim.confidence is not Confidence.LOW}


def told(text: str) -> set[tuple[int, str]]:
    """Line and title of what the file itself says is wrong with it."""
    return {
        (number, line.partition(" ! ")[2].removesuffix(" -->"))
        for number, line in enumerate(text.split("\n"), 1)
        if " ! " in line
    }


@pytest.mark.parametrize("path", BAD)
def test_finds_each_defect_of_a_file_and_nothing_else(path: str) -> None:
    assert shown(path, BAD[path]) == told(BAD[path])


@pytest.mark.parametrize("path", GOOD)
def test_says_nothing_of_a_sound_file(path: str) -> None:
    assert shown(path, GOOD[path]) == set()


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("views/home.blade.php", "blade"),
        ("Views/Home.cshtml", "razor"),
        ("web/home.jsp", "jsp"),
        ("mail.ftl", "freemarker"),
        ("page.twig", "twig"),
        ("page.njk", "jinja"),
        ("etc/ssh/sshd_config", "ini"),
        (".envrc", "bash"),
    ],
)
def test_kinds_of_files_that_have_rules(path: str, label: str) -> None:
    assert language_of(path).label == label
    assert RULES.detector.speaks(label)
