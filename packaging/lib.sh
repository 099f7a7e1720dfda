# Sourced by the other scripts of this folder: messages and the build of a preset. POSIX sh.

root=$(cd "$(dirname "$0")/.." && pwd)

# say "…": progress, on standard error so that standard output stays the program's.
say() { printf '== %s\n' "$*" >&2; }

# die "…": one sentence on what is missing and what to do.
die() {
  printf 'ropc-audit: %s\n' "$*" >&2
  exit 1
}

# build_preset NAME [TARGET…]: configures once, then builds.
build_preset() {
  preset=$1
  shift
  cd "$root" || exit 1
  "$root/packaging/npm/install.sh" >&2 || die "the grammars' sources could not be installed; the reason stands above"
  # A tree that was copied or moved, or whose configuration was cut short, is configured anew.
  if [ ! -f "build/$preset/build.ninja" ] || [ "$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "build/$preset/CMakeCache.txt")" != "$root" ]; then
    say "configuring build/$preset"
    rm -rf "build/$preset/CMakeCache.txt" "build/$preset/CMakeFiles"
    cmake --preset "$preset" >&2 || die "the configuration of build/$preset failed; the reason stands above"
  fi
  say "building build/$preset"
  if [ $# -gt 0 ]; then
    cmake --build --preset "$preset" --target "$@" >&2
  else
    cmake --build --preset "$preset" >&2
  fi || die "the build of build/$preset failed; the reason stands above"
}
