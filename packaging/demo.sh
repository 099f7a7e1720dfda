#!/bin/sh
# make demo: installs what is missing, builds the release preset, audits samples/shop, shows the table.
set -eu
. "$(dirname "$0")/lib.sh"

"$root/packaging/install-packages.sh" build
build_preset release ropc-audit

cd "$root"
out=build/demo
rm -rf "$out"
mkdir -p "$out"
say "auditing samples/shop"
code=0
build/release/cli/ropc-audit audit --code samples/shop --logs samples/shop/logs --idp samples/shop/idp \
  --db "$out/ropc-audit.db" -o "$out/report" || code=$?
# 1 says that clients were found that use the password grant: what the sample is made for.
[ "$code" = 1 ] || die "the audit of samples/shop ended with exit code $code instead of 1"
say "the reports are in $out/report: open report.html in a browser, or take report.md as the checklist"
