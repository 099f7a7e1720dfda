#!/bin/sh
# Gives the confidential clients of the realm new secrets. Run by hand, once a quarter.
set -eu
kcadm=/opt/keycloak/bin/kcadm.sh
"$kcadm" config credentials --server https://id.shop.example.com --realm master --user "$KC_ADMIN" --password "$KC_ADMIN_PASSWORD"
for client in nightly-settlement ci-deploy stock-sensord; do
  id=$("$kcadm" get clients -r shop -q clientId="$client" --fields id --format csv --noquotes)
  "$kcadm" create "clients/$id/client-secret" -r shop
done
