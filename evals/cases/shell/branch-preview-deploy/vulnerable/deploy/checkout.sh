#!/usr/bin/env bash
# On the staging host: check out one commit of a branch and restart its preview.
set -euo pipefail

branch=$1
commit=$2
name=$(printf '%s' "$branch" | tr -c 'a-z0-9' '-' | cut -c1-40)
dir=/srv/previews/sites/$name

if [[ ! -d $dir ]]; then
  git clone --quiet --no-checkout /srv/previews/repo.git "$dir"
fi
git -C "$dir" fetch --quiet origin
git -C "$dir" checkout --quiet --detach "$commit"
systemctl --user restart "preview@$name.service"
