#!/bin/sh
# e2e.sh: make e2e. Starts a real Keycloak (a release archive, no container), signs in by every grant, reads its logs,
# stored events and export with ropc-audit and compares with what was done. Everything stays below build/e2e.
set -eu
. "$(dirname "$0")/lib.sh"
here=$root/tests/e2e
version=$(sed -n "/keycloak-quarkus-dist/,/artifactItem>/s/.*<version>\(.*\)<.version>.*/\1/p" "$here/pom.xml")
work=$root/build/e2e
home=$work/keycloak-$version
base=http://127.0.0.1:18080

"$root/packaging/install-packages.sh" build test e2e
build_preset dev ropc-audit
mkdir -p "$work"
if [ ! -x "$home/bin/kc.sh" ]; then
  rm -rf "$home" "$work/target"
  say "fetching Keycloak $version"
  mvn --batch-mode --quiet --file "$here/pom.xml" -Dfolder="$work" generate-resources >&2 ||
    die "Keycloak $version could not be fetched; the reason stands above"
  [ -x "$home/bin/kc.sh" ] || die "the archive of Keycloak $version holds no bin/kc.sh; compare it with tests/e2e/pom.xml"
fi

rm -rf "$home/data" "$work/run"
mkdir -p "$home/data/import" "$work/run"
cp "$here/realm.json" "$home/data/import/"
cd "$home"
say "starting Keycloak $version"
# Each handler in a form of its own: JSON on the console, text in the file.
JAVA_OPTS_APPEND="-Xmx768m" bin/kc.sh start-dev --import-realm --http-host=127.0.0.1 --http-port=18080 --http-management-port=19000 \
  --log=console,file --log-console-output=json --log-level=INFO,org.keycloak.events:debug >"$work/run/console.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
waited=0
until python3 -c "import urllib.request; urllib.request.urlopen('$base/realms/shop')" 2>/dev/null; do
  kill -0 $server 2>/dev/null || { tail -n 30 "$work/run/console.log" >&2; die "Keycloak ended; its last lines stand above"; }
  waited=$((waited + 1))
  [ $waited -lt 600 ] || { tail -n 30 "$work/run/console.log" >&2; die "Keycloak did not start within ten minutes"; }
  sleep 1
done
say "signing in"
python3 "$here/signins.py" "$base" "$work/run"
kill $server
wait $server || true
trap - EXIT
say "exporting the realm"
bin/kc.sh export --realm shop --file "$work/run/realm-export.json" >"$work/run/export.log" 2>&1 ||
  { tail -n 30 "$work/run/export.log" >&2; die "the export failed; its last lines stand above"; }
cp "$home/data/log/keycloak.log" "$work/run/"
cd "$root"
python3 "$here/compare.py" "$root/build/dev/cli/ropc-audit" "$work/run"
