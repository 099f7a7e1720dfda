"""Puts the night's invoices into the finance team's mailbox, as the mailbox user."""
import os

import msal
import requests

TENANT = "2d6c1f0e-8a3b-4c5d-9e7f-1a2b3c4d5e6f"
CLIENT_ID = "8f14e45f-ceea-4b7a-9c3d-5d2a1e0b9f01"
SCOPES = ["https://graph.microsoft.com/Mail.Send"]

app = msal.PublicClientApplication(CLIENT_ID, authority=f"https://login.microsoftonline.com/{TENANT}")


def token():
    accounts = app.get_accounts(username="svc-invoices@shop.example.com")
    result = app.acquire_token_silent(SCOPES, account=accounts[0]) if accounts else None
    if not result:
        result = app.acquire_token_by_username_password(
            "svc-invoices@shop.example.com", os.environ["INVOICES_PASSWORD"], scopes=SCOPES)
    if "access_token" not in result:
        raise SystemExit(result.get("error_description"))
    return result["access_token"]


def send(message):
    reply = requests.post("https://graph.microsoft.com/v1.0/me/sendMail", json=message,
                          headers={"Authorization": f"Bearer {token()}"}, timeout=30)
    reply.raise_for_status()
