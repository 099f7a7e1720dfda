#!/usr/bin/env python3
"""Writes the logs and identity-provider exports of samples/shop, always the same ones.

    make_shop.py samples/shop

All names, addresses and ids are made up; the shapes are those of Keycloak 26 and of Entra's diagnostic, Event Hub and
portal exports. samples/shop/expected/truth.json gets the counts that a correct reader must find.
"""
import collections
import csv
import datetime as dt
import gzip
import hashlib
import io
import json
import os
import random
import sys

FIRST = dt.datetime(2026, 1, 5)
LAST = dt.datetime(2026, 2, 4)
DAYS = [FIRST + dt.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
TENANT = "2d6c1f0e-8a3b-4c5d-9e7f-1a2b3c4d5e6f"

# --- made-up names -----------------------------------------------------------------------------------------------

def uid(text):
    h = hashlib.sha256(text.encode()).hexdigest()
    return f"{h[:8]}-{h[8:12]}-4{h[13:16]}-8{h[17:20]}-{h[20:32]}"


def sid(text):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return "".join(alphabet[b % 64] for b in hashlib.sha256(text.encode()).digest()[:24])


REALMS = {name: uid("realm " + name) for name in ("master", "shop", "partners")}
STAFF = ["anna.keller", "ben.osei", "carla.mora", "dmitri.voss", "eva.lund"]
CUSTOMERS = [f"{name}@example.org" for name in
             ("ines.roy", "jonas.ek", "kira.abt", "luca.neri", "maya.sen", "nils.berg", "olga.petri", "paul.ito",
              "rosa.diaz", "sami.aho", "tara.bell", "uwe.fink")]


class Log:
    """Sign-in events of the Keycloak servers, and how often each client did what."""

    def __init__(self):
        self.events = []
        self.truth = collections.defaultdict(lambda: {"success": 0, "failure": 0, "blocked": 0, "users": set()})
        self.random = random.Random(4711)

    def at(self, day, hour, minute, second=None):
        second = self.random.randrange(60) if second is None else second
        return day + dt.timedelta(hours=hour, minutes=minute, seconds=second, milliseconds=self.random.randrange(1000))

    def add(self, time, realm, kind, client, user, ip, fields, error=None, session=True):
        key = f"{realm} {kind} {client} {user} {time.isoformat()}"
        self.events.append({"time": time, "realm": realm, "type": kind, "client": client, "user": user, "ip": ip,
                            "session": sid("session " + key) if session and not error else None, "error": error,
                            "fields": fields(key), "key": key})

    def tally(self, realm, client, outcome, user=None):
        row = self.truth["keycloak", realm, client]
        row[outcome] += 1
        if outcome == "success":
            row["users"].add(user)

    def password(self, time, realm, client, user, ip, scope="openid profile email", letters="onrtro"):
        offline = "offline_access" in scope

        def fields(key):
            prefix = "ofrtro" if offline else letters
            return {"auth_method": "openid-connect", "token_id": f"{prefix}:{uid('token ' + key)}",
                    "grant_type": "password", "refresh_token_type": "Offline" if offline else "Refresh", "scope": scope,
                    "refresh_token_id": uid("refresh " + key), "client_auth_method": "client-secret",
                    "username": user, "authSessionParentId": sid("session " + key),
                    "authSessionTabId": sid("tab " + key)[:11]}
        self.add(time, realm, "LOGIN", client, user, ip, fields)
        self.tally(realm, client, "success", user)

    def wrong_password(self, time, realm, client, user, ip, known=True):
        self.add(time, realm, "LOGIN_ERROR", client, user if known else None, ip,
                 lambda key: {"auth_method": "openid-connect", "grant_type": "password",
                              "client_auth_method": "client-secret", "username": user},
                 error="invalid_user_credentials" if known else "user_not_found")
        self.tally(realm, client, "failure")

    def not_allowed(self, time, realm, client, ip):
        self.add(time, realm, "LOGIN_ERROR", client, None, ip,
                 lambda key: {"reason": "Client not allowed for direct access grants",
                              "auth_method": "oauth_credentials", "grant_type": "password",
                              "client_auth_method": "client-secret"}, error="not_allowed")
        self.tally(realm, client, "blocked")

    def unknown_client(self, time, realm, client, ip):
        self.add(time, realm, "LOGIN_ERROR", client, None, ip, lambda key: {"grant_type": "password"},
                 error="client_not_found")
        self.tally(realm, client, "failure")

    def refresh(self, time, realm, client, user, ip, scope="openid profile email"):
        offline = "offline_access" in scope

        def fields(key):
            return {"token_id": f"{'of' if offline else 'on'}rtrt:{uid('token ' + key)}", "grant_type": "refresh_token",
                    "refresh_token_type": "Offline" if offline else "Refresh", "access_token_expiration_time": "300",
                    "updated_refresh_token_id": uid("next " + key), "scope": scope, "age_of_refresh_token": "280",
                    "refresh_token_id": uid("refresh " + key), "refresh_token_sub": uid("user " + user),
                    "client_auth_method": "client-secret"}
        self.add(time, realm, "REFRESH_TOKEN", client, user, ip, fields)

    def browser(self, time, realm, client, user, ip):
        def login(key):
            return {"auth_method": "openid-connect", "auth_type": "code", "response_type": "code",
                    "redirect_uri": "https://www.shop.example.com/signed-in", "consent": "no_consent_required",
                    "code_id": sid("code " + key), "username": user, "response_mode": "query",
                    "authSessionParentId": sid("session " + key), "authSessionTabId": sid("tab " + key)[:11]}

        def code(key):
            return {"token_id": f"onrtac:{uid('token ' + key)}", "grant_type": "authorization_code",
                    "refresh_token_type": "Refresh", "scope": "openid profile orders",
                    "refresh_token_id": uid("refresh " + key), "code_id": sid("code " + key),
                    "client_auth_method": "client-secret"}
        self.add(time, realm, "LOGIN", client, user, ip, login)
        self.add(time + dt.timedelta(milliseconds=190), realm, "CODE_TO_TOKEN", client, user, ip, code)

    def service(self, time, realm, client, ip):
        user = "service-account-" + client
        self.add(time, realm, "CLIENT_LOGIN", client, user, ip,
                 lambda key: {"token_id": f"trrtcc:{uid('token ' + key)}", "grant_type": "client_credentials",
                              "scope": "profile email", "client_auth_method": "client-secret", "username": user,
                              "authSessionParentId": sid("session " + key), "authSessionTabId": sid("tab " + key)[:11]},
                 session=False)


def weekday(day):
    return day.weekday() < 5


def shop_month(log):
    """A month of the shop: who signs in when, and how."""
    pick = log.random
    address = {user: f"198.51.100.{20 + n}" for n, user in enumerate(STAFF)}
    home = {user: f"203.0.113.{40 + 7 * n}" for n, user in enumerate(CUSTOMERS)}
    for n, day in enumerate(DAYS):
        # The settlement run: every night at two, from one address.
        if n == 11:
            log.wrong_password(log.at(day, 2, 0, 3), "shop", "nightly-settlement", "svc-settlement", "192.0.2.20")
        log.password(log.at(day, 2, 0 if n != 11 else 15, 3), "shop", "nightly-settlement", "svc-settlement", "192.0.2.20",
                     scope="ledger profile email")
        # Shelf sensors: twice a day, each.
        for sensor in (1, 2, 3):
            for hour in (3, 15):
                log.password(log.at(day, hour, sensor * 7, 11), "shop", "stock-sensord", f"svc-sensor-0{sensor}",
                             f"192.0.2.{60 + sensor}")
        # Customers with the app, at all hours, week-ends too.
        for user in pick.sample(CUSTOMERS, 3):
            time = log.at(day, pick.randrange(7, 23), pick.randrange(60))
            if pick.random() < 0.08:
                log.wrong_password(time, "shop", "shop-mobile", user, home[user])
                time += dt.timedelta(seconds=25)
            log.password(time, "shop", "shop-mobile", user, home[user], scope="openid offline_access profile email")
            if pick.random() < 0.6:
                log.refresh(time + dt.timedelta(minutes=4, seconds=40), "shop", "shop-mobile", user, home[user],
                            scope="openid offline_access profile email")
        for user in pick.sample(CUSTOMERS, 2):
            log.browser(log.at(day, pick.randrange(8, 23), pick.randrange(60)), "shop", "shop-web", user, home[user])
        log.service(log.at(day, 5, 30), "shop", "delivery-tracker", "192.0.2.33")
        # Prices from the wholesaler: the client was locked in the export, yet it got tokens.
        if n % 7 == 3:
            log.password(log.at(day, 4, 10), "shop", "price-import", "svc-prices", "192.0.2.90")
        if weekday(day):
            for user in pick.sample(STAFF, 2):
                time = log.at(day, pick.randrange(8, 17), pick.randrange(60))
                if pick.random() < 0.12:
                    log.wrong_password(time, "shop", "shop-cli", user, address[user])
                    time += dt.timedelta(seconds=14)
                log.password(time, "shop", "shop-cli", user, address[user], scope="openid profile stock email")
                if pick.random() < 0.5:
                    log.refresh(time + dt.timedelta(minutes=4, seconds=50), "shop", "shop-cli", user, address[user])
            if n % 2 == 0:
                time = log.at(day, 10, pick.randrange(60))
                log.password(time, "shop", "ci-deploy", "svc-deploy", "192.0.2.71", scope="deploy profile email")
                log.password(time + dt.timedelta(minutes=3), "shop", "ci-deploy", "smoke-test", "192.0.2.72",
                             scope="orders profile email")
            # A report tool on somebody's desk; nobody knows where its code is.
            for user in pick.sample(STAFF, 1 + n % 2):
                log.password(log.at(day, pick.randrange(8, 18), pick.randrange(60)), "shop", "report-desk", user, address[user])
            # Scanners that were never updated: refused since the grant was switched off for them.
            log.not_allowed(log.at(day, 6, 50), "shop", "warehouse-scanner", f"192.0.2.{110 + n % 4}")
        if n % 10 == 2:
            log.password(log.at(day, 13, 5), "master", "admin-cli", "ops-admin", "198.51.100.9", scope="email profile",
                         letters="onltro")
    # One night, somebody guesses client ids.
    for n, guess in enumerate(("app", "mobile", "ios-app", "android", "web", "test", "admin", "api", "portal", "backend")):
        log.unknown_client(DAYS[20] + dt.timedelta(hours=1, minutes=12, seconds=2 * n, milliseconds=37 * n), "shop",
                           guess, "203.0.113.250")


def partners_month(log):
    """The partners' server, whose log is as delivered: only what failed is written."""
    for n, day in enumerate(DAYS):
        if n in (3, 4, 17, 24):
            log.wrong_password(log.at(day, 7, 45), "partners", "partner-feed", "feed@wholesale.example.net", "192.0.2.140")


# --- Keycloak's forms --------------------------------------------------------------------------------------------

def text_line(event):
    user = uid("user " + event["user"]) if event["user"] else "null"
    parts = [("type", event["type"]), ("realmId", REALMS[event["realm"]]), ("realmName", event["realm"]),
             ("clientId", event["client"]), ("userId", user)]
    if event["session"]:
        parts.append(("sessionId", event["session"]))
    parts.append(("ipAddress", event["ip"]))
    if event["error"]:
        parts.append(("error", event["error"]))
    parts += event["fields"].items()
    stamp = event["time"].strftime("%Y-%m-%d %H:%M:%S,") + f"{event['time'].microsecond // 1000:03d}"
    level = "WARN " if event["error"] else "DEBUG"
    thread = 1 + int(hashlib.sha256(event["key"].encode()).hexdigest(), 16) % 40
    return f"{stamp} {level} [org.keycloak.events] (executor-thread-{thread}) " + ", ".join(f'{k}="{v}"' for k, v in parts)


def stored_event(event):
    """The same event as GET /admin/realms/{realm}/events gives it: some milliseconds earlier, without realm name."""
    out = {"id": uid("event " + event["key"]),
           "time": int((event["time"].replace(tzinfo=dt.timezone.utc).timestamp()) * 1000) - 4,
           "type": event["type"], "realmId": REALMS[event["realm"]], "clientId": event["client"]}
    if event["user"]:
        out["userId"] = uid("user " + event["user"])
    if event["session"]:
        out["sessionId"] = event["session"]
    out["ipAddress"] = event["ip"]
    if event["error"]:
        out["error"] = event["error"]
    out["details"] = {k: v for k, v in event["fields"].items() if not k.startswith("authSession")}
    return out


STARTUP = """{day} 00:00:0{n},118 INFO  [org.keycloak.quarkus.runtime.storage.database.jpa.DatabaseIndexChecker] (db-index-checker) Running database index checker
{day} 00:00:0{n},771 INFO  [io.quarkus] (main) Keycloak 26.7.3 on JVM (powered by Quarkus 3.33.3.1) started in 14.201s. Listening on: http://0.0.0.0:8080
{day} 00:00:0{n},772 INFO  [io.quarkus] (main) Profile prod activated. 
"""


def write_keycloak(folder, log, partners):
    rotation = dt.datetime(2026, 1, 19)
    events = sorted(log.events, key=lambda e: e["time"])
    old = STARTUP.format(day="2026-01-05", n=1) + "".join(text_line(e) + "\n" for e in events if e["time"] < rotation)
    new = "".join(text_line(e) + "\n" for e in events if e["time"] >= rotation)
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as out:
        out.write(old.encode())
    write(folder, "logs/keycloak/keycloak.log.2026-01-18.gz", packed.getvalue())
    write(folder, "logs/keycloak/keycloak.log", new)
    stored = [stored_event(e) for e in events if e["realm"] == "shop" and e["time"] >= LAST - dt.timedelta(days=2)
              and e["type"] != "REFRESH_TOKEN"]
    write(folder, "logs/keycloak/events-shop.json", "[" + ",".join(json.dumps(e, separators=(",", ":")) for e in reversed(stored)) + "]")
    lines = "".join(text_line(e) + "\n" for e in partners.events)
    write(folder, "logs/keycloak/partners-console.log", STARTUP.format(day="2026-01-05", n=3) + lines)


# --- Entra -------------------------------------------------------------------------------------------------------

APPS = {"invoices": ("Invoice exporter", "8f14e45f-ceea-4b7a-9c3d-5d2a1e0b9f01"),
        "payroll": ("Payroll sync", "c9f0f895-fb98-4b91-8f2d-3c4e5f6a7b02"),
        "timesheet": ("Timesheet classic", "45c48cce-2e2d-4fbd-8a1b-6d7e8f9a0b03"),
        "room": ("Meeting room display", "d3d94468-02a4-4259-9b7c-8e9fa0b1c204"),
        "mail": ("Office 365 Exchange Online", "00000002-0000-0ff1-ce00-000000000000")}
CODES = {0: "", 50053: "The account is locked.", 53003: "Access has been blocked by Conditional Access policies.",
         50076: "Due to a configuration change made by your administrator, you must use multi-factor authentication.",
         700016: "Application with the given identifier was not found in the directory."}


def entra_sign_in(time, app, app_id, user, ip, code=0, protocol="ropc", agent="python-requests/2.31.0",
                  client_app="Mobile Apps and Desktop clients", resource="Microsoft Graph", interactive=True):
    key = f"entra {app_id} {user} {time.isoformat()}"
    status = {"errorCode": code}
    if code:
        status["failureReason"] = CODES[code]
    return {"id": uid(key), "createdDateTime": time.strftime("%Y-%m-%dT%H:%M:%S.") + f"{time.microsecond:06d}0+00:00",
            "userDisplayName": user, "userPrincipalName": f"{user}@shop.example.com", "userId": uid("entra user " + user),
            "appId": app_id, "appDisplayName": app, "ipAddress": ip, "status": status, "clientAppUsed": client_app,
            "userAgent": agent, "correlationId": uid("correlation " + key), "conditionalAccessStatus":
            "failure" if code == 53003 else "notApplied", "isInteractive": interactive,
            "authenticationRequirement": "multiFactorAuthentication" if code == 50076 else "singleFactorAuthentication",
            "authenticationProtocol": protocol, "incomingTokenType": "none", "originalTransferMethod": "none",
            "clientCredentialType": "none", "resourceDisplayName": resource,
            "resourceId": "00000003-0000-0000-c000-000000000000" if resource == "Microsoft Graph" else app_id,
            "homeTenantId": TENANT, "resourceTenantId": TENANT, "uniqueTokenIdentifier": sid(key)[:22], "userType": "Member"}


def diagnostic(sign_in, category):
    """The Azure Monitor envelope: written some minutes after the sign-in."""
    created = dt.datetime.fromisoformat(sign_in["createdDateTime"][:26])
    code = sign_in["status"]["errorCode"]
    return {"time": (created + dt.timedelta(minutes=6, seconds=3)).strftime("%Y-%m-%dT%H:%M:%S.%f") + "4Z",
            "resourceId": f"/tenants/{TENANT}/providers/Microsoft.aadiam", "operationName": "Sign-in activity",
            "operationVersion": "1.0", "category": category, "tenantId": TENANT, "resultType": str(code),
            "resultSignature": "FAILURE" if code else "SUCCESS", "durationMs": 0, "callerIpAddress": sign_in["ipAddress"],
            "correlationId": sign_in["correlationId"], "identity": sign_in["userDisplayName"], "Level": 4,
            "location": "DE", "properties": sign_in}


def entra_month(truth):
    pick = random.Random(815)

    def tally(app_id, outcome, user):
        row = truth["entra", TENANT, app_id]
        row[outcome] += 1
        if outcome == "success":
            row["users"].add(user)

    interactive, background = [], []
    for n, day in enumerate(DAYS):
        time = day + dt.timedelta(hours=6, minutes=0, seconds=20, milliseconds=pick.randrange(1000))
        # MFA was demanded of everybody for two days.
        code = 50076 if n in (15, 16) else 0
        interactive.append(entra_sign_in(time, *APPS["invoices"], "svc-invoices", "192.0.2.44", code))
        tally(APPS["invoices"][1], "blocked" if code else "success", "svc-invoices")
        if weekday(day):
            background.append(entra_sign_in(day + dt.timedelta(hours=22, minutes=30, seconds=pick.randrange(4)),
                                            *APPS["payroll"], "svc-payroll", "192.0.2.45", agent="PayrollSync/4.2",
                                            interactive=False))
            tally(APPS["payroll"][1], "success", "svc-payroll")
            interactive.append(entra_sign_in(day + dt.timedelta(hours=7, minutes=pick.randrange(50)), *APPS["room"],
                                             "room-display", "198.51.100.60", protocol="deviceCode"))
            interactive.append(entra_sign_in(day + dt.timedelta(hours=8, minutes=pick.randrange(50)), *APPS["mail"],
                                             "scanner-2nd-floor", "198.51.100.61", agent="BAV2ROPC",
                                             client_app="Authenticated SMTP", resource="Office 365 Exchange Online"))
        if n % 6 == 1:
            interactive.append(entra_sign_in(day + dt.timedelta(hours=16, minutes=2), *APPS["timesheet"], "eva.lund",
                                             "198.51.100.24", 53003, agent="Java/1.8.0_202"))
            tally(APPS["timesheet"][1], "blocked", "eva.lund")
    for n in range(24):  # somebody tries passwords with invented client ids
        interactive.append(entra_sign_in(DAYS[9] + dt.timedelta(hours=3, seconds=5 * n), "", uid(f"invented {n % 6}"),
                                         ["info", "sales", "office", "hr"][n % 4], "203.0.113.99", 700016,
                                         agent="Mozilla/5.0 (compatible)"))
    return sorted(interactive, key=lambda s: s["createdDateTime"]), background


CSV_COLUMNS = ["Date (UTC)", "Request ID", "User agent", "Correlation ID", "User ID", "User", "Username", "User type",
               "Cross tenant access type", "Incoming token type", "Authentication Protocol", "Unique token identifier",
               "Original transfer method", "Client credential type", "Token Protection - Sign In Session",
               "Application", "Application ID ", "Resource", "Resource ID ", "Resource tenant ID", "Home tenant ID",
               "Home tenant name", "IP address", "Location", "Status", "Sign-in error code", "Failure reason",
               "Client app", "Conditional Access", "Authentication requirement"]


def csv_row(s):
    code = s["status"]["errorCode"]
    return [s["createdDateTime"][:19] + "Z", s["id"], s["userAgent"], s["correlationId"], s["userId"],
            s["userDisplayName"], s["userPrincipalName"], s["userType"], "none", "none", s["authenticationProtocol"],
            s["uniqueTokenIdentifier"], "none", "none", "none", s["appDisplayName"], s["appId"],
            s["resourceDisplayName"], s["resourceId"], TENANT, TENANT, "Shop", s["ipAddress"], "Berlin, Berlin, DE",
            "Failure" if code else "Success", str(code), s["status"].get("failureReason", "Other."), s["clientAppUsed"],
            "Failure" if code == 53003 else "Not Applied",
            "Multifactor authentication" if code == 50076 else "Single-factor authentication"]


def write_entra(folder, interactive, background):
    lines = [json.dumps(diagnostic(s, "SignInLogs"), separators=(",", ":")) for s in interactive]
    write(folder, "logs/entra/signinlogs.jsonl", "\n".join(lines) + "\n")
    records = {"records": [diagnostic(s, "NonInteractiveUserSignInLogs") for s in background]}
    write(folder, "logs/entra/noninteractive.json", json.dumps(records, separators=(",", ":")))
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    recent = (LAST - dt.timedelta(days=6)).isoformat()
    for s in reversed([s for s in interactive if s["createdDateTime"] >= recent]):
        writer.writerow(csv_row(s))
    write(folder, "logs/entra/InteractiveSignIns_2026-01-29_2026-02-04.csv", "\ufeff" + out.getvalue())


# --- realm exports -----------------------------------------------------------------------------------------------

def client(realm, name, title="", allowed=False, public=False, standard=False, service=False, enabled=True, uris=(),
           attributes=None):
    out = {"id": uid(f"client {realm} {name}"), "clientId": name, "name": title, "surrogateAuthRequired": False,
           "enabled": enabled, "alwaysDisplayInConsole": False, "clientAuthenticatorType": "client-secret"}
    if not public:
        out["secret"] = "**********"
    out.update({"redirectUris": list(uris), "webOrigins": [], "notBefore": 0, "bearerOnly": False,
                "consentRequired": False, "standardFlowEnabled": standard, "implicitFlowEnabled": False,
                "directAccessGrantsEnabled": allowed, "serviceAccountsEnabled": service, "publicClient": public,
                "frontchannelLogout": False, "protocol": "openid-connect", "attributes": attributes or {},
                "authenticationFlowBindingOverrides": {}, "fullScopeAllowed": True, "nodeReRegistrationTimeout": -1,
                "defaultClientScopes": ["web-origins", "acr", "profile", "roles", "basic", "email"],
                "optionalClientScopes": ["address", "phone", "offline_access", "organization", "microprofile-jwt"]})
    return out


def built_in(realm):
    return [client(realm, "account", "${client_account}", public=True, standard=True,
                   uris=[f"/realms/{realm}/account/*"], attributes={"post.logout.redirect.uris": "+"}),
            client(realm, "account-console", "${client_account-console}", public=True, standard=True,
                   uris=[f"/realms/{realm}/account/*"], attributes={"pkce.code.challenge.method": "S256"}),
            client(realm, "admin-cli", "${client_admin-cli}", allowed=True, public=True),
            client(realm, "broker", "${client_broker}", standard=True),
            client(realm, "realm-management", "${client_realm-management}", standard=True),
            client(realm, "security-admin-console", "${client_security-admin-console}", public=True, standard=True,
                   uris=[f"/admin/{realm}/console/*"], attributes={"pkce.code.challenge.method": "S256"})]


def realm_export(realm, clients):
    return {"id": REALMS[realm], "realm": realm, "notBefore": 0, "defaultSignatureAlgorithm": "RS256",
            "revokeRefreshToken": False, "accessTokenLifespan": 300, "ssoSessionIdleTimeout": 1800,
            "offlineSessionIdleTimeout": 2592000, "oauth2DeviceCodeLifespan": 600, "oauth2DevicePollingInterval": 5,
            "enabled": True, "sslRequired": "external", "registrationAllowed": False, "loginWithEmailAllowed": True,
            "bruteForceProtected": True, "failureFactor": 30,
            "clients": sorted(built_in(realm) + clients, key=lambda c: c["clientId"]),
            "eventsEnabled": realm == "shop", "eventsExpiration": 259200, "eventsListeners": ["jboss-logging"],
            "enabledEventTypes": [], "adminEventsEnabled": False, "identityProviders": [],
            "directGrantFlow": "direct grant", "keycloakVersion": "26.7.3",
            "clientProfiles": {"profiles": []}, "clientPolicies": {"policies": []}}


def write_exports(folder):
    shop = [client("shop", "shop-cli", "Stock and prices on the command line", allowed=True, public=True),
            client("shop", "nightly-settlement", "Nightly settlement", allowed=True, service=False),
            client("shop", "shop-mobile", "Shop app", allowed=True, public=True, standard=False),
            client("shop", "ci-deploy", "Roll-out of the storefront", allowed=True),
            client("shop", "stock-sensord", "Shelf sensors", allowed=True),
            client("shop", "report-desk", "Reports (old)", allowed=True),
            client("shop", "loyalty-kiosk", "Loyalty kiosk", allowed=True, public=True),
            client("shop", "till-classic", "Till, before 2023", allowed=True, enabled=False),
            client("shop", "warehouse-scanner", "Hand-held scanners", public=True),
            client("shop", "price-import", "Prices of the wholesaler"),
            client("shop", "delivery-tracker", "Parcel positions", service=True),
            client("shop", "shop-web", "Storefront", public=True, standard=True,
                   uris=["https://www.shop.example.com/signed-in"], attributes={"pkce.code.challenge.method": "S256"})]
    partners = [client("partners", "partner-feed", "Stock feed for partners", allowed=True),
                client("partners", "partner-portal", "Portal for partners", allowed=True, public=True, standard=True,
                       uris=["https://partners.shop.example.com/*"])]
    for realm, clients in (("shop", shop), ("partners", partners)):
        write(folder, f"idp/{realm}-realm.json", json.dumps(realm_export(realm, clients), indent=2) + "\n")


# --- all of it ---------------------------------------------------------------------------------------------------

def write(folder, name, content):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(content if isinstance(content, bytes) else content.encode())


def main(folder):
    log, partners = Log(), Log()
    shop_month(log)
    partners_month(partners)
    write_keycloak(folder, log, partners)
    write_exports(folder)
    truth = collections.defaultdict(lambda: {"success": 0, "failure": 0, "blocked": 0, "users": set()})
    for source in (log.truth, partners.truth):
        truth.update(source)
    write_entra(folder, *entra_month(truth))
    rows = [{"idp": idp, "tenant": tenant, "clientId": name, "success": row["success"], "failure": row["failure"],
             "blocked": row["blocked"], "users": len(row["users"])} for (idp, tenant, name), row in sorted(truth.items())]
    write(folder, "expected/truth.json", "[\n" + ",\n".join(" " + json.dumps(r) for r in rows) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "samples/shop")
