#!/bin/sh
# install-packages.sh build|test|ci …
# Installs what debian-packages.txt lists for these purposes and the machine lacks. Needs root or sudo, and the network,
# only when something is missing. ROPC_SKIP_PACKAGES=1: the caller has seen to it.
set -eu
. "$(dirname "$0")/lib.sh"

[ "${ROPC_SKIP_PACKAGES:-}" = 1 ] && exit 0

missing=
for purpose in "$@"; do
  # shellcheck disable=SC2013 # names hold no blanks
  for entry in $(awk -v purpose="$purpose" '!/^#/ && $2 == purpose { print $1 }' "$root/packaging/debian-packages.txt"); do
    package=${entry%%|*}
    command=${entry#"$package"}
    command=${command#|}
    [ -n "$command" ] && command -v "$command" >/dev/null 2>&1 && continue
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
  done
done
[ -z "$missing" ] && exit 0

distribution=unknown
[ -r /etc/os-release ] && distribution=$(. /etc/os-release && printf '%s %s' "${ID:-unknown}" "${VERSION_ID:-}")
case $distribution in
  "debian 12") ;;
  debian\ *) say "made for Debian 12, this is $distribution: trying all the same" ;;
  *) die "packages can be installed on Debian 12 only, and this is '$distribution'; install the equivalents of$missing yourself, then set ROPC_SKIP_PACKAGES=1" ;;
esac

if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null 2>&1; then
  as_root=sudo
else
  die "these packages are missing and installing them needs root or sudo: apt-get install --no-install-recommends$missing"
fi

apt() {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >&2
}

say "installing$missing"
apt -o APT::Update::Error-Mode=any update ||
  die "the package lists cannot be fetched; is the network there? Missing:$missing"
# shellcheck disable=SC2086 # a list of words
apt install --no-install-recommends $missing ||
  die "the packages cannot be installed; the reason stands above. Missing:$missing"
