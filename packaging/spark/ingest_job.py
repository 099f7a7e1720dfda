"""Reads sign-in logs on Apache Spark: the map step of a run that many machines share.

  spark-submit ingest_job.py --user-key users.key --out hdfs:///audit/partials s3://logs/2026/
  ropc-audit merge partials/part-* --db audit.db

Every task runs `ropc-audit ingest - --emit -` on one log, or with --split on one range of a log, and the lines that it
prints are saved as text. The result of the merge is that of a single run over the same logs. A task that is run again
prints the same lines; a piece that comes twice counts once.

Why no RDD.pipe: it hands over decoded lines, so that a gzip file or a byte that is no UTF-8 does not reach the program
as it is. Here a task opens its range itself, through Apache Arrow's file systems (local, HDFS, S3, Google Storage,
Azure), and keeps one block in memory.
"""
import argparse
import subprocess
import sys
import threading

BLOCK = 4 << 20
COMPRESSED = (".gz", ".tgz", ".zst", ".zip")
COMPLETE = (0, 3)  # 3: a part could not be read; the partial says which, and `merge` reports it


def opened(uri):
    """The Arrow file system of an address, and the path in it."""
    from pyarrow import fs
    return fs.FileSystem.from_uri(uri) if "://" in uri else (fs.LocalFileSystem(), uri)


def logs_in(uri):
    """(address, size) of each file at or below an address, in the order of their names."""
    from pyarrow import fs
    system, path = opened(uri)
    prefix = uri[:len(uri) - len(path.lstrip("/"))] if "://" in uri else ""
    info = system.get_file_info(path)
    files = [info] if info.type == fs.FileType.File else system.get_file_info(fs.FileSelector(path, recursive=True))
    named = [(prefix + file.path.lstrip("/") if prefix else file.path, file.size) for file in files if file.type == fs.FileType.File]
    return sorted(named)


def pieces_of(address, size, split):
    """Ranges of at most `split` bytes; without `split`, or when the log is compressed, all of it."""
    if not split or address.endswith(COMPRESSED):
        return [(address, 0, size)]
    return [(address, start, min(start + split, size)) for start in range(0, size, split)]


def line_start(file, offset, size):
    """Where the first line begins that begins at `offset` or behind it; `size` when none does."""
    if offset == 0:
        return 0
    at = offset - 1
    file.seek(at)
    while block := file.read(BLOCK):
        line_break = block.find(b"\n")
        if line_break >= 0:
            return at + line_break + 1
        at += len(block)
    return size


def blocks_of(address, start, end):
    """The bytes of the lines that begin in [start, end)."""
    system, path = opened(address)
    with system.open_input_file(path) as file:
        size = file.size()
        begin = line_start(file, start, size)
        left = (line_start(file, end, size) if end < size else size) - begin
        file.seek(begin)
        while left > 0:
            block = file.read(min(left, BLOCK))
            if not block:
                raise RuntimeError(f"{address} became shorter while it was read")
            left -= len(block)
            yield block


def run_piece(piece, command):
    """What the program prints for one piece, line by line. Raises when it fails, so that Spark tries again."""
    address, start, end = piece
    part = f"{start}-{end}"
    process = subprocess.Popen([*command, "--log", address, "--part", part], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        try:
            with process.stdin:
                for block in blocks_of(address, start, end):
                    process.stdin.write(block)
        except BrokenPipeError:
            pass  # the program ended; its exit code says why
        except Exception as error:  # what was read is not all there is: the task fails
            failures.append(error)

    failures = []
    feeder = threading.Thread(target=feed)
    feeder.start()
    lines = process.stdout.read().decode().split("\n")[:-1]
    feeder.join()
    if failures:
        raise failures[0]
    if process.wait() not in COMPLETE:
        raise RuntimeError(f"ropc-audit ended with {process.returncode} on {address}, bytes {part}")
    return lines


def main():
    parser = argparse.ArgumentParser(description="Reads sign-in logs on Apache Spark; `ropc-audit merge` adds up what it writes.")
    parser.add_argument("logs", nargs="+", help="files, folders or object-store prefixes")
    parser.add_argument("--out", required=True, help="folder for the partials; must not exist")
    parser.add_argument("--program", default="ropc-audit", help="path of ropc-audit on the workers")
    parser.add_argument("--as", dest="format", help="log format of all inputs, instead of recognition")
    parser.add_argument("--split", type=int, metavar="BYTES",
                        help="read larger logs in ranges; only where each line is a record; compressed logs are read whole")
    users = parser.add_mutually_exclusive_group()
    users.add_argument("--user-key", help="path on the workers of the key for user digests")
    users.add_argument("--no-users", action="store_true", help="keep no user digests")
    options = parser.parse_args()

    command = [options.program, "ingest", "-", "--emit", "-", "--quiet", "--jobs", "1"]
    command += ["--as", options.format] if options.format else []
    command += ["--user-key", options.user_key] if options.user_key else []
    command += ["--no-users"] if options.no_users else []
    pieces = [piece for uri in options.logs for log in logs_in(uri) for piece in pieces_of(*log, options.split)]
    if not pieces:
        sys.exit("ingest_job.py: there is no log at " + " ".join(options.logs))

    from pyspark.sql import SparkSession
    spark = SparkSession.builder.appName("ropc-audit ingest").getOrCreate()
    spark.sparkContext.parallelize(pieces, len(pieces)).flatMap(lambda piece: run_piece(piece, command)).saveAsTextFile(options.out)
    spark.stop()


if __name__ == "__main__":
    main()
