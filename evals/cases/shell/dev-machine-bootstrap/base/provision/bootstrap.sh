#!/usr/bin/env bash
# Prepares a fresh build machine (Debian 12).
set -euo pipefail

PACKAGES=(build-essential ca-certificates curl git jq python3-venv)

say() {
  printf '==> %s\n' "$*"
}

install_packages() {
  say "Installing packages"
  sudo apt-get update -qq
  sudo apt-get install -y -qq --no-install-recommends "${PACKAGES[@]}"
}

create_user() {
  if ! id build >/dev/null 2>&1; then
    say "Creating user build"
    sudo useradd --system --create-home --shell /bin/bash build
  fi
}

install_packages
create_user
say "Done"
