#!/usr/bin/env python3
"""Scan of large trees beside a plain search for the gate's literals.

    scan_against_rg.py PATH-TO-ropc-audit TREE... [--runs N] [--clang]

For each tree, warm and in turns: `rg -F -f ATOMS TREE` with the literals of `rules list --atoms`, and `ropc-audit scan
TREE`. Prints the medians of the wall times and their ratio, processor times, the scan's peak memory (its own process;
workers of the Clang eye apart), how many files passed the gate and how many each eye saw; then whether SARIF and JSON
are the same bytes for one thread and for eight. Ends with 1 when they are not."""
import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


def run(command, out=subprocess.DEVNULL):
    """Wall seconds, processor seconds and peak KiB of the process itself (children that it waited for add their time)."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss


def medians(samples):
    return [statistics.median(column) for column in zip(*samples)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("trees", nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--clang", action="store_true", help="with the Clang eye")
    given = parser.parse_args()
    same = True
    with tempfile.TemporaryDirectory() as folder:
        atoms = os.path.join(folder, "atoms")
        with open(atoms, "wb") as out:
            subprocess.run([given.program, "rules", "list", "--atoms"], stdout=out, check=True)
        for tree in given.trees:
            scan = [given.program, "scan", tree, "--quiet", "--fail-on", "never"] + ([] if given.clang else ["--no-clang"])
            search = ["rg", "-F", "-f", atoms, tree]
            result = os.path.join(folder, "scan.json")
            run(search), run(scan + ["--format", "json", "-o", result])  # warm
            seen = json.load(open(result, encoding="utf-8"))["scan"]
            pairs = [(run(search), run(scan)) for _ in range(given.runs)]
            rg, ours = medians([a for a, _ in pairs]), medians([b for _, b in pairs])
            print(f"{tree}: {seen['files']} files, {seen['bytes'] / 1e6:.0f} MB read, {seen['gated']} passed the gate, "
                  + ", ".join(f"{eye} saw {count}" for eye, count in sorted(seen["byEye"].items())))
            print(f"  rg {rg[0]:.3f} s ({rg[1]:.2f} s CPU), scan {ours[0]:.3f} s ({ours[1]:.2f} s CPU), "
                  f"ratio {ours[0] / rg[0]:.2f} wall, {ours[1] / rg[1]:.2f} CPU; peak {ours[2] / 1024:.0f} MiB")
            for kind in ("sarif", "json"):
                digests = set()
                for jobs in ("1", "8"):
                    path = os.path.join(folder, kind + jobs)
                    run(scan + ["--jobs", jobs, "--format", kind, "-o", path])
                    digests.add(hashlib.sha256(open(path, "rb").read()).hexdigest())
                same &= len(digests) == 1
                print(f"  {kind} with 1 and 8 threads: {'same bytes' if len(digests) == 1 else 'DIFFERENT'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
