#!/bin/sh
# rollout.sh FOLDER TOKEN: uploads a build and switches the storefront to it.
set -eu
release=$(date -u +%Y%m%d%H%M%S)
tar -C "$1" -cz . | curl --fail --silent --header "Authorization: Bearer $2" \
  --upload-file - "https://deploy.shop.example.com/releases/$release.tar.gz"
curl --fail --silent --request POST --header "Authorization: Bearer $2" \
  "https://deploy.shop.example.com/releases/$release/activate"
