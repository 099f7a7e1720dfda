#!/bin/sh
# run.sh SOURCE_DIR: runs validate.mjs. Without node or its modules the test is skipped (77), but fails where CI or
# ROPC_REQUIRE_TOOLS is set: a check that nobody installed must not look like one that passed.
set -eu
tools=$1/tests/tools
if command -v node >/dev/null && [ -d "$tools/node_modules/ajv" ]; then
  exec node "$tools/validate.mjs" "$1"
fi
echo "the validators are not installed: run 'npm ci' in tests/tools (node and npm are needed)"
if [ -n "${CI:-}${ROPC_REQUIRE_TOOLS:-}" ]; then exit 1; fi
exit 77
