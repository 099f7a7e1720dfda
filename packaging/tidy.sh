#!/bin/sh
# tidy.sh [FILE…]: clang-tidy over what ships (or the given files) with the commands of build/dev; every finding is an
# error. Tests are left out: what the macros of the test framework expand to is not ours; so are the grammars' C sources.
set -eu
. "$(dirname "$0")/lib.sh"

"$root/packaging/install-packages.sh" build test ci
tidy=$(command -v clang-tidy-19 || command -v clang-tidy) || die "clang-tidy is missing"
build_preset dev
cd "$root"
database=build/dev/compile_commands.json
[ $# -gt 0 ] || set -- $(sed -n "s|^ *\"file\": \"$root/\(.*\)\",\{0,1\}\$|\1|p" "$database" | grep '\.cpp$' | grep -vE '^(build|tests)/' | sort -u)
say "clang-tidy on $# files"
log=build/dev/clang-tidy.log
printf '%s\n' "$@" | xargs -n 1 -P "$(nproc)" "$tidy" -p build/dev --quiet >"$log" 2>/dev/null || {
  # The same header is reported from every source that includes it; once is enough.
  awk '!seen[$0]++' "$log" | head -n 200
  die "clang-tidy found something: see above, and all of it in $log"
}
say "clang-tidy is clean"
