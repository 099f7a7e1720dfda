#!/usr/bin/env python3
"""Time, peak memory and counts of one run over a made-up log.

    make_log entra 500 /tmp/entra.jsonl
    measure.py PATH-TO-ropc-audit /tmp/entra.jsonl [runs]

Prints wall time (median of the runs), processor time, peak resident memory and whether the counts per client equal those that make_log
wrote beside the log; ends with 1 when they do not."""
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

FIELDS = ("success", "failure", "blocked", "users")


def wrong_counts(table, expected):
    got = {c["clientId"]: {f: c["usage"][f] for f in FIELDS}
           for c in table["clients"] if c["usage"] and c["status"] != "noise" and c["tenant"] == expected["tenant"]}
    return sorted(k for k in got.keys() | expected["clients"].keys() if got.get(k) != expected["clients"].get(k))


def main():
    program, log = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    size = os.path.getsize(log)
    expected = json.load(open(log + ".counts.json", encoding="utf-8"))
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for n in range(runs):
            db = os.path.join(folder, f"{n}.db")
            begun = time.monotonic()
            code = subprocess.run([program, "ingest", "--quiet", "--db", db, log], stdout=subprocess.DEVNULL).returncode
            times.append(time.monotonic() - begun)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        table = json.loads(subprocess.run([program, "clients", "--db", db, "--format", "json"],
                                          stdout=subprocess.PIPE, check=False).stdout)
        stored = os.path.getsize(db)
    wrong = wrong_counts(table, expected)
    median = statistics.median(times)
    print(f"{os.path.basename(log)}: {size / 1e6:.0f} MB in {median:.2f} s ({size / 1e6 / median:.0f} MB/s), "
          f"{(used.ru_utime + used.ru_stime) / runs:.2f} s of CPU, peak {used.ru_maxrss / 1024:.0f} MiB, inventory {stored / 1e6:.0f} MB, exit {code}, "
          + (f"{len(wrong)} clients differ, e.g. {wrong[:3]}" if wrong else f"all {len(expected['clients'])} clients exact"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
