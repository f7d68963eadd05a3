#!/usr/bin/env bash
# Run by the webhook receiver for each push; the payload's JSON is on standard input.
set -euo pipefail

: "${STAGING_HOST:?}"
: "${LOG_DIR:=/var/log/previews}"

log() {
  printf '%s %s\n' "$(date -u +%FT%TZ)" "$*" >>"$LOG_DIR/deploy.log"
}

payload=$(cat)
ref=$(jq -r '.ref // empty' <<<"$payload")
commit=$(jq -r '.after // empty' <<<"$payload")
branch=${ref#refs/heads/}

if [[ ! $commit =~ ^[0-9a-f]{40}$ ]]; then
  log "no commit in payload"
  exit 1
fi
if [[ $branch == main ]]; then
  exit 0
fi
if [[ ! $branch =~ ^[A-Za-z0-9][A-Za-z0-9._/-]*$ ]]; then
  log "skipped a branch with an unusual name"
  exit 0
fi

log "deploying $commit"
ssh -o BatchMode=yes "$STAGING_HOST" "cd /srv/previews && ./checkout.sh $branch $commit"
log "deployed $commit"
