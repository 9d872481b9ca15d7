"""Parses texts with spaCy and writes what it decided: the oracle that golden files of the language layer come from.

usage: parse.py PACKAGE < articles.jsonl > parsed.jsonl

Each input line is a JSON object with "text"; further keys are kept. Each output line adds "tokens", one list a token:
[begin, end, tag, pos, dep, head, lemma, iob, name_type, morph, space_after, sentence_start], offsets in UTF-8 bytes,
head an absolute token index. spaCy is used by this script alone; the project never depends on it.
"""
import json
import sys

import spacy


def byte_offsets(text):
    offsets, at = [], 0
    for char in text:
        offsets.append(at)
        at += len(char.encode())
    return offsets + [at]


def rows(doc):
    at = byte_offsets(doc.text)
    return [[at[t.idx], at[t.idx + len(t.text)], t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, t.ent_iob_, t.ent_type_,
             str(t.morph), bool(t.whitespace_), bool(t.is_sent_start)] for t in doc]


def main():
    nlp = spacy.load(sys.argv[1])
    for line in sys.stdin:
        article = json.loads(line)
        article["tokens"] = rows(nlp(article["text"]))
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
