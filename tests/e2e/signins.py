"""Signs in at a running Keycloak by every grant and writes down what was done.

signins.py BASE-URL FOLDER: uses the realm of realm.json; leaves in FOLDER
  truth.json    client id -> {success, failure, blocked, users} of the password grant, counted by what was done here
  events-N.json pages of the stored events, as the server's REST interface gives them, overlapping by one
"""
import base64
import html
import http.cookiejar
import json
import pathlib
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

PASSWORD = {"anna": "anna-password", "ben": "ben-password"}
SECRET = {"report-desk": "report-desk-secret", "web-shop": "web-shop-secret", "nightly": "nightly-secret",
          "auditor": "auditor-secret"}
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
REDIRECT = "http://127.0.0.1/callback"


class StopAtRedirect(urllib.request.HTTPRedirectHandler):
    """A browser up to the address of the application, which does not exist."""

    def redirect_request(self, request, file, code, message, headers, url):
        if url.startswith(REDIRECT):
            return None
        return super().redirect_request(request, file, code, message, headers, url)


class Server:
    def __init__(self, base):
        self.realm = f"{base}/realms/shop/protocol/openid-connect"
        self.admin = f"{base}/admin/realms/shop"
        self.done = {}

    def post(self, path, **fields):
        """Status and JSON answer of a form that is posted; the secret goes into the header where the client has one."""
        client = fields.get("client_id", "")
        headers = {}
        if client in SECRET:
            headers["Authorization"] = "Basic " + base64.b64encode(f"{client}:{SECRET[client]}".encode()).decode()
        data = urllib.parse.urlencode(fields).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(f"{self.realm}/{path}", data, headers)) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def password(self, client, user, password, outcome):
        """One sign-in by the password grant, which must end as `outcome` says; returns the answer."""
        status, answer = self.post("token", grant_type="password", client_id=client, username=user, password=password,
                                   scope="openid")
        expect((status == 200) == (outcome == "success"), f"password grant of {client}: {status} {answer}")
        row = self.done.setdefault(client, {"success": 0, "failure": 0, "blocked": 0, "users": set()})
        row[outcome] += 1
        if outcome == "success":
            row["users"].add(user)
        return answer

    def code(self, client, user):
        """Authorization code flow with the login page."""
        browser = new_browser()
        query = urllib.parse.urlencode({"client_id": client, "response_type": "code", "scope": "openid",
                                        "redirect_uri": REDIRECT, "state": "s"})
        page = browser.open(f"{self.realm}/auth?{query}").read().decode()
        target = submit(browser, page, username=user, password=PASSWORD[user])
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(target).query)["code"][0]
        status, answer = self.post("token", grant_type="authorization_code", client_id=client, code=code, redirect_uri=REDIRECT)
        expect(status == 200, f"code flow of {client}: {status} {answer}")

    def device(self, client, user):
        """Device flow: the code is asked for, confirmed in a browser, and redeemed."""
        status, asked = self.post("auth/device", client_id=client)
        expect(status == 200, f"device flow of {client}: {status} {asked}")
        browser = new_browser()
        page = browser.open(asked["verification_uri_complete"]).read().decode()
        page = submit(browser, page, username=user, password=PASSWORD[user])
        submit(browser, page, accept="Yes")
        status, answer = self.post("token", grant_type=DEVICE_GRANT, client_id=client, device_code=asked["device_code"])
        expect(status == 200, f"device flow of {client}: {status} {answer}")

    def events(self):
        """All stored events in pages that overlap by one, newest first."""
        _, answer = self.post("token", grant_type="client_credentials", client_id="auditor")
        pages, first, size = [], 0, 10
        while True:
            request = urllib.request.Request(f"{self.admin}/events?first={first}&max={size}",
                                             headers={"Authorization": "Bearer " + answer["access_token"]})
            page = urllib.request.urlopen(request).read()
            pages.append(page)
            if len(json.loads(page)) < size:
                return pages
            first += size - 1


def expect(condition, what):
    if not condition:
        sys.exit(f"signins.py: not as expected: {what}")


def new_browser():
    # A browser takes an address of its own machine for secure and sends secure cookies there.
    policy = http.cookiejar.DefaultCookiePolicy(secure_protocols=("http", "https"))
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar(policy))
    return urllib.request.build_opener(StopAtRedirect, cookies)


def submit(browser, page, **fields):
    """Posts the first form of a page with these fields; the next page, or the address of the application."""
    form = re.search(r'<form[^>]*\baction="([^"]+)"', page)
    expect(form, "a page without a form: " + re.sub(r"\s+", " ", page)[:300])
    for name, value in re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page):
        fields.setdefault(name, html.unescape(value))
    action = urllib.parse.urljoin(submit.base, html.unescape(form[1]))
    try:
        return browser.open(action, urllib.parse.urlencode(fields).encode()).read().decode()
    except urllib.error.HTTPError as error:
        expect(error.code in (302, 303) and "Location" in error.headers, f"{action}: {error.code}")
        return error.headers["Location"]


def everything(server):
    for user in ["anna"] * 4 + ["ben"] * 3:
        answer = server.password("legacy-cli", user, PASSWORD[user], "success")
    for _ in range(4):  # use of a token, not of a password
        status, answer = server.post("token", grant_type="refresh_token", client_id="legacy-cli",
                                     refresh_token=answer["refresh_token"])
        expect(status == 200, f"refresh: {status}")
    for user in ["anna", "ben", 'x", type="LOGIN", clientId="forged", grant_type="password']:
        server.password("legacy-cli", user, "wrong", "failure")
    server.password("report-desk", "anna@example.com", PASSWORD["anna"], "success")
    server.password("report-desk", "anna", PASSWORD["anna"], "success")
    server.done["report-desk"]["users"] = {"anna"}  # one person, two names
    server.password("web-shop", "ben", PASSWORD["ben"], "blocked")
    server.password("web-shop", "ben", PASSWORD["ben"], "blocked")
    for client, user in [("report-desk", "anna"), ("report-desk", "ben"), ("web-shop", "ben"), ("forgotten", "anna")]:
        server.code(client, user)
    server.device("tv", "anna")
    for _ in range(5):
        expect(server.post("token", grant_type="client_credentials", client_id="nightly")[0] == 200, "client credentials")
    time.sleep(1)  # events are stored after the answer


def main():
    base, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    submit.base = base
    server = Server(base)
    everything(server)
    for number, page in enumerate(server.events(), 1):
        (folder / f"events-{number}.json").write_bytes(page)
    truth = {client: {**row, "users": len(row["users"])} for client, row in server.done.items()}
    (folder / "truth.json").write_text(json.dumps(truth, indent=1))
    print(f"signed in by five grants, {sum(r['success'] for r in truth.values())} times with a password")


main()
