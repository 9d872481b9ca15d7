#!/usr/bin/env python3
"""Sets the speed of the whole program, text in and JSON Lines out, beside spaCy's parse alone: same run, one core each.

usage: read.py --peer spacy [--venv FOLDER] [--build FOLDER] [--package FOLDER] [--words-max N] [--log NAME] INPUT…

INPUT: texts as bench/quality/language_texts.py reads them. Both take turns, five rounds each, with warm caches; the median
of each counts. Every process is kept on one core and on one thread, and timed by its own processor time; spaCy runs
nlp.pipe in the batch size that is best for it. What resolution and coding cost is told as a share of the language layer.
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
STAGES = ["language", "resolution", "coding", "writing"]


def one_round(ours, theirs, words, tokens_a_word):
    fields = ours.line()
    seconds = {name: float(value) for name, value in zip(fields[::2], fields[1::2])}
    whole = words / sum(seconds[stage] for stage in STAGES)
    peer = theirs.round() / tokens_a_word
    shares = [seconds[stage] / seconds["language"] for stage in STAGES[1:]]
    return [whole, peer, whole / peer, *shares]


def tokens_in(python, package, texts):
    count = "import sys, json, spacy; nlp = spacy.load(sys.argv[1]).tokenizer; " \
            "print(sum(len(nlp(json.loads(line)['text'])) for line in open(sys.argv[2], encoding='utf-8')))"
    return int(subprocess.run([python, "-c", count, package, texts], check=True, capture_output=True, text=True).stdout)


def main():
    args = speed_arguments(__doc__)
    python = peer_python(args.venv)
    work = args.build / "read_speed"
    work.mkdir(parents=True, exist_ok=True)
    from language import write_texts  # bench/quality/language.py
    write_texts(args.inputs, work / "texts.jsonl", args.words_max)

    ours = Rounds([args.build / "bench" / "bench_read_speed", args.build / "packs", work / "texts.jsonl", "--wait"])
    if not ours.greeting:
        sys.exit("the answers do not hold: no rate")
    theirs = Rounds([python, Path(__file__).with_name("spacy_rounds.py"), args.package, work / "texts.jsonl"])
    words = int(ours.greeting[3])
    tokens_a_word = tokens_in(python, args.package, work / "texts.jsonl") / words
    rounds = [one_round(ours, theirs, words, tokens_a_word) for _ in range(ROUNDS)]
    whole, peer, ratio, resolution, coding, writing = (statistics.median(column) for column in zip(*rounds))
    print(f"words a second: {whole:.0f}, spaCy's parse alone {peer:.0f}; ratio, median of {ROUNDS}: {ratio:.2f}")
    print(f"share of the language layer's time: resolution {resolution:.1%}, coding {coding:.1%}, writing {writing:.1%}")
    if args.log:
        with (ROOT / "bench" / "log" / "read_speed.tsv").open("a", encoding="utf-8") as file:
            file.write("\t".join([str(datetime.date.today()), args.log, f"{whole:.0f}", f"{peer:.0f}", f"{ratio:.2f}",
                                  f"{resolution:.3f}", f"{coding:.3f}", f"{writing:.3f}"]) + "\n")


if __name__ == "__main__":
    main()
