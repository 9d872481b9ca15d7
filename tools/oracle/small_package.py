"""Trains the smallest package that has every part the language layer reads: what the fuzzers start from.

usage: small_package.py FOLDER

A few sentences of our own teach an encoder of width 16, a tagger, a parser and a name recogniser; the rules of the
attribute ruler, the lemmatizer and the tokenizer are a handful of each kind. It decides nothing well, and need not.
"""
import re
import sys
from pathlib import Path

import spacy
from spacy.lookups import Lookups
from spacy.tokens import Doc
from spacy.training import Example

WIDTH, HIDDEN, ROWS = 16, 16, 20

ENCODER = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {"@architectures": "spacy.MultiHashEmbed.v2", "width": WIDTH,
              "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"], "rows": [ROWS] * 6,
              "include_static_vectors": False},
    "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": WIDTH, "depth": 1, "window_size": 1,
               "maxout_pieces": 3},
}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}

SENTENCES = [
    (["Ministers", "met", "in", "Paris", "."], ["NNS", "VBD", "IN", "NNP", "."], [1, 1, 1, 2, 1],
     ["nsubj", "ROOT", "prep", "pobj", "punct"], ["O", "O", "O", "U-GPE", "O"]),
    (["Ana", "Ruiz", "left", "and", "they", "waited"], ["NNP", "NNP", "VBD", "CC", "PRP", "VBD"], [1, 2, 2, 2, 5, 2],
     ["compound", "nsubj", "ROOT", "cc", "nsubj", "conj"], ["B-PERSON", "L-PERSON", "O", "O", "O", "O"]),
]


def transitions(state_type):
    return {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": state_type, "extra_state_tokens": False,
            "hidden_width": HIDDEN, "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": LISTENER}


def lookups():
    tables = Lookups()
    tables.add_table("lemma_rules", {"verb": [["ed", ""], ["s", ""]], "noun": [["s", ""]]})
    tables.add_table("lemma_exc", {"verb": {"met": ["meet"], "left": ["leave"]}})
    tables.add_table("lemma_index", {"verb": ["meet", "wait"], "noun": ["minister"]})
    return tables


def build():
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": ENCODER})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}})
    nlp.add_pipe("parser", config={"min_action_freq": 1, "model": transitions("parser")})
    ruler = nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize(lookups=lookups())
    nlp.add_pipe("ner", config={"model": transitions("ner")})
    ruler.add(patterns=[[{"TAG": {"IN": ["NNS", "NN"]}}]], attrs={"POS": "NOUN", "MORPH": "Number=Plur"})
    ruler.add(patterns=[[{"LOWER": {"REGEX": "^m"}}, {"TAG": "VBD", "OP": "?"}]], attrs={"POS": "VERB"}, index=-1)
    ruler.add(patterns=[[{"IS_SPACE": True}]], attrs={"TAG": "_SP", "POS": "SPACE"})

    def examples():
        for words, tags, heads, deps, names in SENTENCES:
            doc = Doc(nlp.vocab, words=words)
            yield Example.from_dict(doc, {"tags": tags, "heads": heads, "deps": deps, "entities": names})
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser", "ner"]):
        nlp.initialize(lambda: list(examples()))
        for _ in range(20):
            nlp.update(list(examples()))
    nlp.meta.update(name="small", version="3.8.0")
    nlp.vocab.lookups.add_table("lexeme_norm", {"thru": "through"})
    simplify(nlp.tokenizer)
    return nlp


def simplify(tokenizer):
    """Few rules, and short ones: what a fuzzer changes should matter, and opening should not take long."""
    kept = ["can't", "y'all", "i.e.", ":-)", "U.S.", " ", "\n"]
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if text in kept}
    tokenizer.prefix_search = re.compile(r"""^\(|^\[|^"|^“|^\$|^''|^…""").search
    tokenizer.suffix_search = re.compile(r"""\)$|,$|"$|”$|'s$|(?<=[0-9a-z\u00e0-\u00ff])\.$|(?<=[0-9])%$""").search
    tokenizer.infix_finditer = re.compile(r"""…|(?<=[a-z])-(?=[a-z])|(?<=[0-9])[+*^](?=[0-9-])""").finditer
    tokenizer.url_match = re.compile(r"(?u)^https?://\S+$").match


def main():
    spacy.util.fix_random_seed(1)
    folder = Path(sys.argv[1])
    build().to_disk(folder)
    (folder / "vocab" / "strings.json").write_text("[]")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
