#!/usr/bin/env python3
"""Counts every decision in which the language layer and spaCy differ on the same texts, with the same package.

usage: language.py [--venv FOLDER] [--build FOLDER] [--package FOLDER] [--words-max N] [--log NAME] INPUT…

INPUT: texts as language_texts.py reads them (folders, *.txt, *.jsonl, Reuters-21578, GUM, MEANTIME). spaCy 3.8.18 is
installed into --venv (build/peer) when it is not there; Verbale is taken from --build (build/dev). Prints the counts of
bench_language, each difference with its margin; --log adds the sums to bench/log/language.tsv under that name.

With --strings N, the tokenizers alone are compared on N generated strings (tools/oracle/strings.py) instead.
"""
import argparse
import datetime
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "bench" / "quality")]
from language_texts import texts  # noqa: E402
from peer import peer_python  # noqa: E402


def write_texts(inputs, out, words_max):
    words = 0
    with out.open("w", encoding="utf-8") as file:
        for path in inputs:
            for name, text in texts(Path(path)):
                file.write(json.dumps({"id": name, "text": text}) + "\n")
                words += len(text.split())
                if words_max and words >= words_max:
                    return


def run(command, stdin, stdout):
    with open(stdin, "rb") as source, open(stdout, "wb") as out:
        subprocess.run(command, stdin=source, stdout=out, check=True)


def log(name, report):
    rows = dict(re.findall(r"^(\w+)\t(\d+)\t\d+\t", report, re.M))
    tokens = re.search(r"^tokens\t\d+\t(\d+)", report, re.M)[1]
    with (ROOT / "bench" / "log" / "language.tsv").open("a", encoding="utf-8") as file:
        file.write(f"{datetime.date.today()}\ten_core_web_sm 3.8.0\t{name}\t{tokens}\t{sum(map(int, rows.values()))}\t-\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", metavar="INPUT")
    parser.add_argument("--venv", default=ROOT / "build" / "peer")
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "dev")
    parser.add_argument("--package", default=ROOT / "assets" / "en_core_web_sm-3.8.0")
    parser.add_argument("--words-max", type=int, default=0, help="stop after so many words")
    parser.add_argument("--strings", type=int, default=0, help="compare tokenizers on so many generated strings")
    parser.add_argument("--log", metavar="NAME", help="add a row to bench/log/language.tsv")
    args = parser.parse_args()
    if not args.inputs and not args.strings:
        parser.error("name texts to compare, or --strings N")

    python, oracle = peer_python(args.venv), ROOT / "tools" / "oracle"
    work = args.build / "language_quality"
    work.mkdir(parents=True, exist_ok=True)
    if args.strings:
        with open(work / "strings.jsonl", "wb") as out:
            subprocess.run([python, oracle / "strings.py", args.package, str(args.strings)], stdout=out, check=True)
        run([python, oracle / "tokens.py", args.package], work / "strings.jsonl", work / "tokens.jsonl")
        sys.exit(subprocess.run([args.build / "bench" / "bench_tokenizer", args.package, work / "tokens.jsonl"]).returncode)

    write_texts(args.inputs, work / "texts.jsonl", args.words_max)
    run([python, oracle / "parse.py", args.package], work / "texts.jsonl", work / "oracle.jsonl")
    bench = subprocess.run([args.build / "bench" / "bench_language", args.package, work / "oracle.jsonl"],
                           capture_output=True, text=True)
    print(bench.stdout, bench.stderr, sep="", end="")
    if args.log and bench.stdout:
        log(args.log, bench.stdout)
    sys.exit(bench.returncode)


if __name__ == "__main__":
    main()
