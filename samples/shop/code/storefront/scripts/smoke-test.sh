#!/bin/sh
# Signs in as the smoke-test user after a roll-out and reads one order. The client authenticates with its header.
set -eu
credentials=$(printf 'ci-deploy:%s' "$DEPLOY_CLIENT_SECRET" | base64 -w0)
reply=$(curl --fail --silent \
  -H "Authorization: Basic $credentials" \
  -d "grant_type=password&username=smoke-test&password=$SMOKE_PASSWORD&scope=orders" \
  https://id.shop.example.com/realms/shop/protocol/openid-connect/token)
token=$(printf '%s' "$reply" | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
curl --fail --silent -H "Authorization: Bearer $token" https://api.shop.example.com/v1/orders/1 >/dev/null
