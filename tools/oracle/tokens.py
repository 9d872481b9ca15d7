"""Writes how spaCy's tokenizer cuts texts, and what its lexemes say: the oracle of the tokenizer alone.

usage: tokens.py PACKAGE < texts.jsonl > tokens.jsonl

Each input line is a JSON object with "text". Each output line adds "tokens", one list a token:
[begin, end, space_after, norm, lower, shape], offsets in UTF-8 bytes, string ids as decimal strings since they are
64-bit.
"""
import json
import sys

import spacy

from parse import byte_offsets


def rows(doc):
    at = byte_offsets(doc.text)
    return [[at[t.idx], at[t.idx + len(t.text)], bool(t.whitespace_), str(t.norm), str(t.lower), str(t.shape)] for t in doc]


def main():
    tokenizer = spacy.load(sys.argv[1]).tokenizer
    for line in sys.stdin:
        text = json.loads(line)["text"]
        print(json.dumps({"text": text, "tokens": rows(tokenizer(text))}))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
