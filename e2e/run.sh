#!/usr/bin/env bash
# The demo's pages in a real browser: starts the demo with a new town on a free port, and runs the journeys.
#   e2e/run.sh                      all of them
#   e2e/run.sh 2-pages.test.mjs     some of them
# SOMOIM_IMAGES=docs/img writes pictures of the main pages there. SOMOIM_DEMO=http://... uses a demo that runs already.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(dirname "$here")"

need() { echo "e2e: $1" >&2; exit 69; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

CHROMIUM="${CHROMIUM:-/usr/bin/chromium}"
missing=()
[ -x "$CHROMIUM" ] || missing+=(chromium)
command -v node > /dev/null || missing+=(nodejs)
command -v npm > /dev/null || missing+=(npm)
fc-list 2> /dev/null | grep -q CJK || missing+=(fonts-noto-cjk)
if [ ${#missing[@]} -gt 0 ]; then
  command -v apt-get > /dev/null || need "please install ${missing[*]}"
  (as_root apt-get update -q && as_root apt-get install -y -q --no-install-recommends "${missing[@]}") > /dev/null \
    || need "could not install ${missing[*]}"
fi
export CHROMIUM

cd "$here"
if [ ! -d node_modules/playwright-core ] || [ ! -d node_modules/axe-core ]; then
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --ignore-scripts || need "npm could not install the packages"
fi

if [ -z "${SOMOIM_DEMO:-}" ]; then
  work="$(mktemp -d)"
  demo=
  stop() {
    if [ -n "$demo" ]; then kill -TERM "$demo" 2> /dev/null || true; wait "$demo" 2> /dev/null || true; fi
    rm -rf "$work"
  }
  trap stop EXIT
  # Without the survey's file, the town is the same everywhere.
  (cd "$root" && exec mvn -q -B -ntp ${MAVEN_ARGUMENTS:-} -Pdemo -Dsomoim.demo.port=0 -Dsomoim.demo.metrics-port=0 \
    -Dsomoim.demo.bot=false -Dsomoim.demo.folder="$work/data" -Dsomoim.data="$work/none") > "$work/log" 2>&1 &
  demo=$!
  for _ in $(seq 300); do
    SOMOIM_DEMO="$(sed -n 's/^Somoim is running at \(http:.*\)$/\1/p' "$work/log")"
    [ -z "$SOMOIM_DEMO" ] || break
    kill -0 "$demo" 2> /dev/null || { cat "$work/log"; exit 1; }
    sleep 1
  done
  [ -n "$SOMOIM_DEMO" ] || { cat "$work/log"; exit 1; }
fi
export SOMOIM_DEMO
if [ -n "${SOMOIM_IMAGES:-}" ]; then
  case "$SOMOIM_IMAGES" in /*) ;; *) SOMOIM_IMAGES="$root/$SOMOIM_IMAGES" ;; esac
  export SOMOIM_IMAGES
fi

if [ $# -eq 0 ]; then set -- $(ls journeys); fi
status=0
# One file after another: they share the town, and the last one moves its clock.
for file in "$@"; do
  node --test-reporter=spec --test "journeys/$(basename "$file")" || status=1
done
exit $status
