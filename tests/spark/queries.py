"""Runs the queries of `ropc-audit query --engine spark` on a local Spark and compares with the native reader.

queries.py PROGRAM SOURCE-DIR FOLDER: SOURCE-DIR holds tests/queries and tests/real; FOLDER takes the results.
"""
import csv
import json
import pathlib
import subprocess
import sys

RECORDS = {"okta": "okta_system_log", "auth0": "auth0_logs", "cloudtrail": "cloudtrail"}
EVENTS = "tests/real/keycloak/26.7.3/postgres/table-event_entity.csv.gz"


def usage(program, database, log):
    subprocess.run([program, "ingest", "--quiet", "--db", database, log], check=True)
    table = subprocess.run([program, "clients", "--db", database, "--format", "json"], stdout=subprocess.PIPE, check=True)
    # A query's result has no profiles.
    return {(c["tenant"], c["clientId"], c["status"] == "noise"): c["usage"] and {**c["usage"], "profile": None}
            for c in json.loads(table.stdout)["clients"]}


def main():
    program, source, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True)
    from pyspark.sql import SparkSession
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    logs = {name: source / f"tests/queries/{name}.jsonl" for name in RECORDS} | {"keycloak": source / EVENTS}
    for name, table in RECORDS.items():
        spark.read.text(str(logs[name])).withColumnRenamed("value", "record").createOrReplaceTempView(table)
    spark.read.csv(str(logs["keycloak"]), header=True, escape='"', multiLine=True).createOrReplaceTempView("event_entity")
    failed = 0
    for name, log in logs.items():
        query = subprocess.run([program, "query", "--engine", "spark", "--source", name], stdout=subprocess.PIPE, text=True, check=True)
        result = spark.sql(query.stdout)
        with open(folder / f"{name}.csv", "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(result.columns)
            writer.writerows(result.collect())
        native = usage(program, folder / f"{name}-native.db", log)
        queried = usage(program, folder / f"{name}-queried.db", folder / f"{name}.csv")
        passed = bool(native) and native == queried
        print(f"{'passed' if passed else 'FAILED'}  query of {name}: {len(native)} clients")
        for key in sorted(native.keys() | queried.keys(), key=str):
            if native.get(key) != queried.get(key):
                print(f"  {key}\n    reader {native.get(key)}\n    query  {queried.get(key)}")
        failed += not passed
    spark.stop()
    sys.exit(1 if failed else 0)


main()
