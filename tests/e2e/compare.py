"""Compares what ropc-audit counts with what was done.

compare.py PROGRAM FOLDER: FOLDER holds what signins.py left, keycloak.log (text, successes at DEBUG), console.log (the
same as JSON lines) and realm-export.json. Exit code 1 and a line per difference when something differs.
"""
import json
import pathlib
import subprocess
import sys

STATUS = {"legacy-cli": "in-use", "report-desk": "in-use", "web-shop": "blocked", "forgotten": "enabled-unused"}


def clients(program, folder, files):
    """The table of clients after these files were ingested: client id -> row."""
    database = folder / "inventory.db"
    database.unlink(missing_ok=True)
    subprocess.run([program, "ingest", *(folder / name for name in files), "--db", database, "--quiet"], check=True)
    table = subprocess.run([program, "clients", "--db", database, "--format", "json"], stdout=subprocess.PIPE, check=True)
    return {row["clientId"]: row for row in json.loads(table.stdout)["clients"]}


def differences(truth, rows, exported):
    for client, done in truth.items():
        usage = (rows.get(client) or {}).get("usage") or {}
        for what, count in done.items():
            if usage.get(what, 0) != count:
                yield f"{client}: {what} is {usage.get(what, 0)}, was {count}"
    for client, row in rows.items():
        usage = row["usage"] or {}
        if client not in truth and usage.get("success", 0) + usage.get("failure", 0) + usage.get("blocked", 0) > 0:
            yield f"{client}: counted and never signed in with a password: {usage}"
        if exported and client in STATUS and row["status"] != STATUS[client]:
            yield f"{client}: status is {row['status']}, not {STATUS[client]}"


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    truth = json.loads((folder / "truth.json").read_text())
    pages = sorted(path.name for path in folder.glob("events-*.json"))
    cases = {
        "text log": ["keycloak.log"],
        "JSON log": ["console.log"],
        "stored events, overlapping pages": pages,
        "all of them, with the export": ["keycloak.log", "console.log", *pages, "realm-export.json"],
    }
    failed = 0
    for name, files in cases.items():
        found = list(differences(truth, clients(program, folder, files), "realm-export.json" in files))
        print(f"{'differs' if found else 'exact':8}{name}")
        print("".join(f"        {line}\n" for line in found), end="")
        failed += bool(found)
    print(f"{len(cases) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
