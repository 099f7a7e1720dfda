#!/bin/sh
# test.sh [PRESET]: make test. Installs what is missing, builds the preset (dev), runs all its tests. The last line of
# the output is "N passed, N failed", counted by ctest; the exit code is 0 only when none failed and some passed.
set -eu
. "$(dirname "$0")/lib.sh"

preset=${1:-dev}
"$root/packaging/install-packages.sh" build test
build_preset "$preset"

cd "$root"
say "testing build/$preset"
results="$root/build/$preset/test-results.xml"
rm -f "$results"
code=0
ctest --preset "$preset" --parallel "$(nproc)" --output-junit "$results" || code=$?
[ -f "$results" ] || die "ctest of build/$preset wrote no results"
# The first element of the JUnit file carries the totals; what was neither run nor passed counts as failed.
total=$(sed -n 's/^[[:space:]]*tests="\([0-9]*\)".*/\1/p' "$results" | head -n 1)
passed=$(grep -c '<testcase .*status="run"' "$results" || true)
failed=$((total - passed))
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$code" = 0 ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
