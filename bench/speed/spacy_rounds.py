"""spaCy's half of bench/speed/language.py: parses all texts once for each line that comes in.

usage: spacy_rounds.py PACKAGE TEXTS.jsonl

Prints the best batch size first, then tokens a second of each round, by the process's own processor time.
"""
import json
import sys
import time

import spacy

BATCHES = [32, 128, 512]


def rate(nlp, texts, batch):
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch))
    return tokens / (time.process_time() - start)


def main():
    nlp = spacy.load(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    best = max(BATCHES, key=lambda batch: rate(nlp, texts[:len(texts) // 3], batch))
    print(f"batch\t{best}", flush=True)
    for _ in sys.stdin:
        print(f"{rate(nlp, texts, best):.0f}", flush=True)


if __name__ == "__main__":
    main()
