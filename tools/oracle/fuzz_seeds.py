"""Makes the seeds of the package fuzzer: each file of tests/fuzz/package behind the byte that names it.

usage: fuzz_seeds.py tests/fuzz/package tests/fuzz/corpus/package
"""
import sys
from pathlib import Path

# In the order of tests/fuzz/package_fuzz.cc.
FILES = ["config.cfg", "meta.json", "tokenizer", "vocab/lookups.bin", "tok2vec/model", "tagger/cfg", "tagger/model",
         "parser/moves", "parser/model", "ner/moves", "ner/model", "attribute_ruler/patterns",
         "lemmatizer/lookups/lookups.bin"]


def main():
    package, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    for number, name in enumerate(FILES):
        (corpus / name.replace("/", "-")).write_bytes(bytes([number]) + (package / name).read_bytes())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
