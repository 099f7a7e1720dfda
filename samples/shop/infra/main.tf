terraform {
  required_providers {
    keycloak = {
      source  = "keycloak/keycloak"
      version = "~> 5.0"
    }
  }
}

provider "keycloak" {
  client_id = "terraform"
  url       = "https://id.shop.example.com"
  # The client secret comes from KEYCLOAK_CLIENT_SECRET.
}

resource "keycloak_realm" "shop" {
  realm = "shop"
}
