#!/bin/sh
# Installs the pinned C sources of the tree-sitter core and grammars into packaging/npm/node_modules. Runs no script of
# any package; does nothing when the lock file has not changed since the last time. Needs npm and a package registry.
set -eu
cd "$(dirname "$0")"

want=$(sha256sum package-lock.json | cut -d' ' -f1)
stamp=node_modules/.lock-digest
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ]; then
  exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
  echo "packaging/npm/install.sh: npm is missing; install it first (Debian: apt-get install npm)" >&2
  exit 1
fi
echo "Installing the grammars' sources with npm ..."
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
# Ready-made binaries for node are of no use here, and large.
find node_modules -type d -name prebuilds -prune -exec rm -rf {} +
echo "$want" > "$stamp"
