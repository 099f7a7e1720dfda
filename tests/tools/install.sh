#!/bin/sh
# Installs the validators that package-lock.json names into node_modules; does nothing when they are there. The lock file
# has integrity hashes and no addresses: npm takes the packages from the registry that it is configured for.
set -eu
cd "$(dirname "$0")"
stamp=node_modules/.installed-lock
if [ -f "$stamp" ] && cmp -s package-lock.json "$stamp"; then exit 0; fi
rm -rf node_modules
npm ci --ignore-scripts --no-audit --no-fund
cp package-lock.json "$stamp"
