#!/bin/sh
# run.sh PROGRAM SOURCE_DIR BUILD_DIR: runs compare.mjs. Without node or DuckDB the test is skipped (77), but fails where
# CI or ROPC_REQUIRE_TOOLS is set: a check that nobody installed must not look like one that passed.
set -eu
if command -v node >/dev/null && [ -d "$2/tests/tools/node_modules/@duckdb" ]; then
  exec node "$2/tests/queries/compare.mjs" "$@"
fi
echo "DuckDB is not installed: run 'npm ci' in tests/tools (node and npm are needed)"
if [ -n "${CI:-}${ROPC_REQUIRE_TOOLS:-}" ]; then exit 1; fi
exit 77
