#!/usr/bin/env python3
"""Sets the speed of the language layer beside spaCy's: same run, same texts, one core each, answers checked first.

usage: language.py --peer spacy [--venv FOLDER] [--build FOLDER] [--package FOLDER] [--words-max N] [--log NAME] INPUT…

INPUT: texts as bench/quality/language_texts.py reads them. spaCy 3.8.18 parses the texts once: those are the answers,
and the layer gets no rate when it gives others. Then both take turns, five rounds each, with warm caches, and the median
of each counts. Every process is kept on one core and on one thread, and timed by its own processor time; spaCy runs
nlp.pipe in the batch size that is best for it. Start-up, latency and memory are told beside.
"""
import datetime
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "bench" / "quality")]
from peer import Rounds, peer_python, speed_arguments  # noqa: E402

ROUNDS = 5


def make_answers(python, args, work):
    from language import write_texts  # bench/quality/language.py
    write_texts(args.inputs, work / "texts.jsonl", args.words_max)
    with open(work / "texts.jsonl", "rb") as source, open(work / "oracle.jsonl", "wb") as out:
        subprocess.run([python, ROOT / "tools" / "oracle" / "parse.py", args.package], stdin=source, stdout=out, check=True)


def main():
    args = speed_arguments(__doc__)
    python, bench = peer_python(args.venv), args.build / "bench" / "bench_language_speed"
    work = args.build / "language_speed"
    work.mkdir(parents=True, exist_ok=True)
    make_answers(python, args, work)

    ours = Rounds([bench, args.package, work / "oracle.jsonl", "--wait", "--rounds", ROUNDS + 1])
    if not ours.greeting:
        sys.exit("the answers differ: no rate")
    theirs = Rounds([python, Path(__file__).with_name("spacy_rounds.py"), args.package, work / "texts.jsonl"])
    print("\t".join(ours.greeting), "\tspaCy's", *theirs.greeting)
    cold = ours.round()
    rounds = [(ours.round(), theirs.round()) for _ in range(ROUNDS)]
    for our, their in rounds:
        print(f"round\t{our}\t{their}\t{our / their:.2f}")
    our, their = (statistics.median(column) for column in zip(*rounds))
    ratio = statistics.median(our / their for our, their in rounds)
    print(f"tokens a second: {our:.0f} (cold {cold}), spaCy {their:.0f}; ratio, median of {ROUNDS}: {ratio:.2f}")
    alone = subprocess.run([bench, args.package, "--alone"], capture_output=True, text=True, check=True).stdout
    print(alone, end="")
    if args.log:
        figures = [line.split("\t")[1] for line in alone.splitlines()]
        with (ROOT / "bench" / "log" / "language_speed.tsv").open("a", encoding="utf-8") as file:
            file.write("\t".join([str(datetime.date.today()), args.log, ours.greeting[1], ours.greeting[3], f"{our:.0f}",
                                  f"{their:.0f}", f"{ratio:.2f}", *figures]) + "\n")


if __name__ == "__main__":
    main()
