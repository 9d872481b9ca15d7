"""Writes what spaCy's embeddings look at and what its components decided, token by token: the oracle of the network.

usage: features.py PACKAGE < articles.jsonl > network.jsonl

Each input line is a JSON object with "text". Each output line is {"tokens": […]}, one list a token:
[norm, prefix, suffix, shape, space_after, is_space, tag, head, dep, sentence_start, iob, name_type]; string ids as
decimal strings, since they are 64-bit, and head an absolute token index.
"""
import json
import sys

import spacy


def rows(doc):
    return [[str(t.norm), str(t.lex.prefix), str(t.lex.suffix), str(t.lex.shape), int(bool(t.whitespace_)),
             int(t.is_space), t.tag_, t.head.i, t.dep_, int(bool(t.is_sent_start)), t.ent_iob_, t.ent_type_] for t in doc]


def main():
    nlp = spacy.load(sys.argv[1], exclude=["attribute_ruler", "lemmatizer"])
    for line in sys.stdin:
        print(json.dumps({"tokens": rows(nlp(json.loads(line)["text"]))}, ensure_ascii=False))


if __name__ == "__main__":
    main()
