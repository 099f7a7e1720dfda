"""Runs the Spark job on a local Spark and compares it with a single run.

compare.py PROGRAM RECORDED FOLDER: RECORDED is tests/real; FOLDER takes the logs, partials and inventories. The logs are
of several servers: a large one that is read in ranges of unequal lines, small ones, compressed ones. The program of one
task is killed in the middle of its output; Spark runs the task again.
"""
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPLIT = 20_000
KILLED_ONCE = """#!/bin/sh
# Ends like a program that is killed, once, in the middle of what it prints.
if mkdir "{marker}" 2>/dev/null; then "{program}" "$@" | head -c 300; kill -9 $$; fi
exec "{program}" "$@"
"""


def make_logs(recorded, logs):
    """Plain and compressed copies of recorded logs; overlapping copies of one, as rotation leaves them."""
    plain = [recorded / "keycloak/26.7.3/success-text/console.log.gz", recorded / "openam/attempts-on/console.log.gz"]
    for source in plain:
        (logs / f"{source.parent.name}.log").write_bytes(gzip.decompress(source.read_bytes()))
    for source in [recorded / "keycloak/26.7.3/json/keycloak.log.gz", recorded / "oidc-provider/events.jsonl.gz"]:
        shutil.copy(source, logs / f"{source.parent.name}-{source.name}")
    lines = (logs / "success-text.log").read_bytes().splitlines(keepends=True)
    (logs / "success-text.log.1").write_bytes(b"".join(lines[len(lines) // 2:]))


def table(program, database):
    run = subprocess.run([program, "clients", "--db", database, "--format", "json"], stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def single_run(program, logs, folder):
    database = folder / "single.db"
    subprocess.run([program, "ingest", logs, "--db", database, "--quiet"], check=True)
    return table(program, database)


def spark_run(program, logs, folder, name, *options):
    """The table after the job and the merge, and whether a task was killed on the way."""
    marker, out, database = folder / f"{name}.killed", folder / f"{name}.partials", folder / f"{name}.db"
    wrapper = folder / f"{name}.sh"
    wrapper.write_text(KILLED_ONCE.format(marker=marker, program=program))
    wrapper.chmod(0o755)
    command = [pathlib.Path(sys.executable).parent / "spark-submit", "--master", "local[2,3]", "--conf", "spark.ui.enabled=false",
               ROOT / "packaging/spark/ingest_job.py", "--program", wrapper, "--out", out, *options, logs]
    with open(folder / f"{name}.log", "w") as log:
        code = subprocess.run(command, stdout=log, stderr=log, env={**os.environ, "PYSPARK_PYTHON": sys.executable}).returncode
    if code != 0:
        sys.exit((folder / f"{name}.log").read_text()[-3000:] + f"\ncompare.py: the job {name} ended with {code}")
    subprocess.run([program, "merge", *sorted(out.glob("part-*")), "--db", database, "--quiet"], check=True)
    return table(program, database), marker.is_dir(), len(list(out.glob("part-*")))


def main():
    program, recorded, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    logs = folder / "logs"
    logs.mkdir(parents=True)
    make_logs(recorded, logs)
    single = single_run(program, logs, folder)
    if not single["clients"]:
        sys.exit("compare.py: the single run found no client; nothing can be compared")
    failed = 0
    for name, options, pieces in [("whole", [], 5), ("ranges", ["--split", str(SPLIT)], 12)]:
        spark, killed, parts = spark_run(program, logs, folder, name, *options)
        equal = spark == single
        passed = equal and killed and parts >= pieces
        print(f"{'passed' if passed else 'FAILED'}  {name}: {parts} tasks, "
              f"{'one killed and run again' if killed else 'none was killed'}, "
              f"{len(spark['clients'])} clients, {'equal to' if equal else 'differs from'} the single run")
        failed += not passed
    print(f"{2 - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
