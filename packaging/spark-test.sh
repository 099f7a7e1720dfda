#!/bin/sh
# spark-test.sh: make spark-test. Runs packaging/spark/ingest_job.py on a local Spark and compares with a single run. Spark and
# what it runs on are installed below build/spark.
set -eu
. "$(dirname "$0")/lib.sh"
here=$root/tests/spark
work=$root/build/spark

"$root/packaging/install-packages.sh" build test e2e
build_preset dev ropc-audit
mkdir -p "$work"
if ! cmp -s "$here/requirements.txt" "$work/installed.txt"; then
  say "installing Spark"
  rm -rf "$work/venv"
  python3 -m venv "$work/venv" || die "a Python environment cannot be made; is python3-venv installed?"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt" >&2 ||
    die "Spark could not be installed; the reason stands above"
  cp "$here/requirements.txt" "$work/installed.txt"
fi
rm -rf "$work/run"
"$work/venv/bin/python" "$here/compare.py" "$root/build/dev/cli/ropc-audit" "$root/tests/real" "$work/run"
say "queries on Spark"
"$work/venv/bin/python" "$here/queries.py" "$root/build/dev/cli/ropc-audit" "$root" "$work/run/queries" 2>"$work/run/queries.log" ||
  { tail -n 30 "$work/run/queries.log" >&2; die "the queries on Spark do not give the reader's numbers; see above"; }
