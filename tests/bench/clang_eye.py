#!/usr/bin/env python3
"""The Clang eye beside the compiler, in one run.

    clang_eye.py PATH-TO-ropc-audit [--clang clang++-19] [--runs N] [--units N] [--tree N]

1. A header-heavy unit: trees of `--units` and of one copy of it, with a compile database, are scanned with one thread and,
   in turns, `clang++ -fsyntax-only` goes over the same units with the same flags, one process a unit. Prints the medians
   of the time per unit, with all that the scan does, and their ratio; then the same of what each further unit costs.
2. A tree of `--tree` such units of which five pass the gate: its scan beside that of the five alone and that of the whole
   tree with --no-clang, which is the gate. Prints the median of (whole / (five + gate)).
Ends with 1 when a ratio is over its bar (1.15)."""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

FLAGS = ["-std=c++20", "-DWITH_LOGIN=1"]
HEADERS = ["algorithm", "chrono", "filesystem", "functional", "future", "iostream", "map", "memory", "random", "ranges", "regex",
           "sstream", "string", "unordered_map", "variant", "vector"]
BAR = 1.15


def unit(number, asks):
    body = '  form["grant_type"] = "password";\n' if asks else '  form["colour"] = "green";\n'
    return ("".join(f"#include <{name}>\n" for name in HEADERS) +
            f"std::map<std::string, std::string> form{number}(const std::string& user) {{\n"
            "  std::map<std::string, std::string> form;\n" + body +
            '  form["user"] = std::regex_replace(user, std::regex("[^a-z]"), "_");\n  return form;\n}\n')


def make_tree(folder, count, asking):
    os.makedirs(folder)
    database = []
    for i in range(count):
        name = f"unit{i}.cpp"
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.write(unit(i, i < asking))
        database.append({"directory": folder, "file": name, "arguments": ["c++", *FLAGS, "-c", name]})
    with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as out:
        json.dump(database, out)
    return folder


def timed(command, cwd=None):
    begun = time.monotonic()
    subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.monotonic() - begun


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--clang", default="clang++-19")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--units", type=int, default=4)
    parser.add_argument("--tree", type=int, default=2000)
    given = parser.parse_args()

    def scan(tree, *more):
        return timed([given.program, "scan", tree, "--quiet", "--fail-on", "never", "--jobs", "1", *more])

    def compile_all(tree, count):
        return sum(timed([given.clang, *FLAGS, "-fsyntax-only", f"unit{i}.cpp"], tree) for i in range(count))

    with tempfile.TemporaryDirectory() as folder:
        units = make_tree(os.path.join(folder, "units"), given.units, given.units)
        one = make_tree(os.path.join(folder, "one"), 1, 1)
        five = make_tree(os.path.join(folder, "five"), 5, 5)
        whole = make_tree(os.path.join(folder, "whole"), given.tree, 5)
        scan(units), compile_all(units, 1), scan(whole, "--no-clang")  # warm
        ours, clangs, further = [], [], []
        for _ in range(given.runs):
            clangs.append(compile_all(units, given.units) / given.units)
            many = scan(units)
            ours.append(many / given.units)
            further.append((many - scan(one)) / (given.units - 1))
        all_ratio = statistics.median(a / b for a, b in zip(ours, clangs))
        further_ratio = statistics.median(a / b for a, b in zip(further, clangs))
        print(f"a header-heavy unit: scan {statistics.median(ours):.3f} s, each further {statistics.median(further):.3f} s, "
              f"clang -fsyntax-only {statistics.median(clangs):.3f} s; ratio {all_ratio:.2f}, each further {further_ratio:.2f}")
        rows = [(scan(whole), scan(five), scan(whole, "--no-clang")) for _ in range(given.runs)]
        tree_ratio = statistics.median(a / (b + c) for a, b, c in rows)
        a, b, c = (statistics.median(column) for column in zip(*rows))
        print(f"{given.tree} units, 5 pass the gate: scan {a:.3f} s, the five alone {b:.3f} s, the gate {c:.3f} s; "
              f"ratio to their sum {tree_ratio:.2f}")
    return 0 if max(all_ratio, tree_ratio) <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
