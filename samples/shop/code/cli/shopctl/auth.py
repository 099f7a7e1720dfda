"""Sign-in of shopctl: asks for the password once, keeps the session alive with the refresh token."""
import getpass
import json
import pathlib
import time

import requests

from . import config

SESSION_FILE = pathlib.Path.home() / ".config" / "shopctl" / "session.json"
CLIENT_ID = "shop-cli"
TOKEN_URL = config.ISSUER + "/protocol/openid-connect/token"


class SignInError(Exception):
    """The server refused; the message is what it said."""


def _request(form):
    response = requests.post(TOKEN_URL, data=form, timeout=10)
    body = response.json()
    if response.status_code != 200:
        raise SignInError(body.get("error_description", body.get("error", "unknown")))
    body["expires_at"] = time.time() + body.get("expires_in", 60)
    return body


def _save(session):
    SESSION_FILE.parent.mkdir(parents=True, exist_ok=True)
    SESSION_FILE.write_text(json.dumps(session))
    SESSION_FILE.chmod(0o600)
    return session


def sign_in():
    """Asks for name and password on the terminal and trades them for tokens."""
    username = input("User: ")
    password = getpass.getpass("Password: ")
    return _save(_request({
        "grant_type": "password",
        "client_id": CLIENT_ID,
        "username": username,
        "password": password,
        "scope": "openid profile stock",
    }))


def refresh(session):
    return _save(_request({
        "grant_type": "refresh_token",
        "client_id": CLIENT_ID,
        "refresh_token": session["refresh_token"],
    }))


def access_token():
    """A token that is still good: the stored one, a refreshed one, or that of a new sign-in."""
    try:
        session = json.loads(SESSION_FILE.read_text())
    except (OSError, ValueError):
        return sign_in()["access_token"]
    if session["expires_at"] > time.time() + 30:
        return session["access_token"]
    try:
        return refresh(session)["access_token"]
    except SignInError:
        return sign_in()["access_token"]
