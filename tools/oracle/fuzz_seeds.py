"""Makes the seeds of the package fuzzer: files of three small packages, each behind the byte that names it.

usage: fuzz_seeds.py tests/fuzz/package BUILD/test-packages tests/fuzz/corpus/package
"""
import sys
from pathlib import Path

# In the order of tests/fuzz/package_fuzz.cc.
ENGLISH = ["config.cfg", "meta.json", "tokenizer", "vocab/lookups.bin", "tok2vec/model", "tagger/cfg", "tagger/model",
           "parser/moves", "parser/model", "ner/moves", "ner/model", "attribute_ruler/patterns",
           "lemmatizer/lookups/lookups.bin"]
GERMAN = ["config.cfg", "morphologizer/cfg", "morphologizer/model", "lemmatizer/cfg", "lemmatizer/model",
          "lemmatizer/trees", "vocab/strings.json"]
WITH_VECTORS = ["config.cfg", "vocab/vectors", "vocab/vectors.cfg", "vocab/key2row", "senter/model", "ner/model",
                "lemmatizer/lookups/lookups.bin"]


def main():
    english, others, corpus = (Path(argument) for argument in sys.argv[1:])
    files = [("", english / name, name) for name in ENGLISH]
    files += [("de_small-", others / "de_small" / name, name) for name in GERMAN]
    files += [("en_vectors-", others / "en_vectors" / name, name) for name in WITH_VECTORS]
    for number, (prefix, path, name) in enumerate(files):
        (corpus / (prefix + name.replace("/", "-"))).write_bytes(bytes([number]) + path.read_bytes())


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main()
