#!/bin/sh
# test.sh [PRESET [CTEST-ARGUMENT…]]: make test. Installs what is missing, builds the preset (dev), runs its tests. The
# last line is "N passed, N failed"; the exit code is 0 only when none failed and some passed.
set -eu
. "$(dirname "$0")/lib.sh"

preset=${1:-dev}
[ $# -gt 0 ] && shift
"$root/packaging/install-packages.sh" build test
"$root/tests/tools/install.sh" >&2
build_preset "$preset"

cd "$root"
say "testing build/$preset"
results="$root/build/$preset/test-results.xml"
rm -f "$results"
code=0
# Output is kept whole: its end holds the number of test cases.
ctest --preset "$preset" --parallel "$(nproc)" --output-junit "$results" --test-output-size-passed 1000000 \
  --test-output-size-failed 1000000 --test-output-truncation head "$@" || code=$?
[ -f "$results" ] || die "ctest wrote no results for build/$preset"
awk -f packaging/count-results.awk "$results" || code=1
exit "$code"
