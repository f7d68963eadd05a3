#!/usr/bin/env bash
# Prepares a fresh build machine (Debian 12).
set -euo pipefail

PACKAGES=(build-essential ca-certificates curl git jq python3-venv)
RUNWELL_VERSION=3.8.1
RUNWELL_SHA256=5f1d7b0c3e9a64d28f0b7c1a92e45d63b8a07f34c6d1e29b50a8f7c3d46e1b92

say() {
  printf '==> %s\n' "$*"
}

install_packages() {
  say "Installing packages"
  sudo apt-get update -qq
  sudo apt-get install -y -qq --no-install-recommends "${PACKAGES[@]}"
}

install_runwell() {
  if command -v runwell >/dev/null; then
    return
  fi
  say "Installing runwell $RUNWELL_VERSION"
  local work
  work=$(mktemp -d)
  curl -fsSL -o "$work/runwell" \
    "https://get.runwell.example/releases/$RUNWELL_VERSION/runwell-linux-amd64"
  echo "$RUNWELL_SHA256  $work/runwell" | sha256sum --check --quiet
  sudo install -m 0755 "$work/runwell" /usr/local/bin/runwell
  rm -r "$work"
}

create_user() {
  if ! id build >/dev/null 2>&1; then
    say "Creating user build"
    sudo useradd --system --create-home --shell /bin/bash build
  fi
}

install_packages
install_runwell
create_user
say "Done"
