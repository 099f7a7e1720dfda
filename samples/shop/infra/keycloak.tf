# Clients of the customer realm that are kept as code.

resource "keycloak_openid_client" "storefront" {
  realm_id              = keycloak_realm.shop.id
  client_id             = "shop-web"
  access_type           = "PUBLIC"
  standard_flow_enabled = true
  valid_redirect_uris   = ["https://www.shop.example.com/signed-in"]

  pkce_code_challenge_method   = "S256"
  direct_access_grants_enabled = false
}

resource "keycloak_openid_client" "ci_deploy" {
  realm_id                     = keycloak_realm.shop.id
  client_id                    = "ci-deploy"
  access_type                  = "CONFIDENTIAL"
  client_secret                = var.ci_deploy_secret
  standard_flow_enabled        = false
  direct_access_grants_enabled = true
}

# The kiosks were taken down in autumn; the client was forgotten.
resource "keycloak_openid_client" "loyalty_kiosk" {
  realm_id                     = keycloak_realm.shop.id
  client_id                    = "loyalty-kiosk"
  access_type                  = "PUBLIC"
  direct_access_grants_enabled = true
}

resource "keycloak_openid_client" "delivery_tracker" {
  realm_id                     = keycloak_realm.shop.id
  client_id                    = "delivery-tracker"
  access_type                  = "CONFIDENTIAL"
  service_accounts_enabled     = true
  standard_flow_enabled        = false
  direct_access_grants_enabled = false
}
