"""Settings of shopctl; each can be overridden in the environment."""
import os

ISSUER = os.environ.get("SHOPCTL_ISSUER", "https://id.shop.example.com/realms/shop")
API = os.environ.get("SHOPCTL_API", "https://api.shop.example.com/v1")
