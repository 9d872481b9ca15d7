"""Trains tiny packages for the tests of the package reader: kinds of packages that no permissive licence offers ready.

usage: train_small.py FOLDER

Writes FOLDER/de_small (tagger, morphologizer, parser, edit-tree lemmatizer and ner over one encoder), FOLDER/en_vectors
(word vectors in the shared encoder and in that of ner, a sentence recogniser with two maxout pieces instead of a parser,
a lookup lemmatizer), each with parsed.jsonl, what spaCy decides with it on a few texts, and FOLDER/en_floret (word vectors
of the kind that the reader refuses).

The sentences are combinations of words invented here. Seeds are fixed; a minute is enough for all three packages. They
decide nothing well, and need not: what counts is that Verbale decides the same.
"""
import json
import random
import sys
from pathlib import Path

import numpy
import spacy
from spacy.lookups import Lookups
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

from parse import rows

WIDTH, HIDDEN, EPOCHS, SENTENCES = 16, 16, 25, 120

# ---- German ----------------------------------------------------------------------------------------------------

# form, lemma, tag, feats
DETERMINERS = {"Masc": ("der", "der"), "Fem": ("die", "der"), "Neut": ("das", "der")}
NOUNS = [("Minister", "Minister", "Masc"), ("Bürgermeister", "Bürgermeister", "Masc"), ("Brücke", "Brücke", "Fem"),
         ("Regierung", "Regierung", "Fem"), ("Abkommen", "Abkommen", "Neut"), ("Dörfer", "Dorf", "Neut"),
         ("Verträge", "Vertrag", "Masc"), ("Straßen", "Straße", "Fem"), ("Häfen", "Hafen", "Masc")]
VERBS = [("besuchte", "besuchen"), ("forderte", "fordern"), ("gebaut", "bauen"), ("schloss", "schließen"),
         ("eröffnet", "eröffnen"), ("abgelehnt", "ablehnen"), ("unterzeichnete", "unterzeichnen"), ("fuhr", "fahren")]
NAMES = [("Karsk", "LOC"), ("Mirowa", "LOC"), ("Ilse Brandt", "PER"), ("Jan Petrow", "PER"), ("Nordbund", "ORG")]
ADVERBS = ["gestern", "erneut", "nicht", "öffentlich"]


def german_sentence(draw):
    """One sentence as rows of form, lemma, tag, pos, feats, head, label, name."""
    words = []

    def add(form, lemma, tag, pos, feats, head, label, name="O"):
        words.append([form, lemma, tag, pos, feats, head, label, name])
        return len(words) - 1

    def phrase(label, verb):
        if draw.random() < 0.4:
            name, kind = draw.choice(NAMES)
            parts = name.split()
            for at, part in enumerate(parts):
                prefix = "U" if len(parts) == 1 else "B" if at == 0 else "L"
                add(part, part, "NE", "PROPN", "Case=Nom|Number=Sing", verb if at == 0 else len(words) - 1,
                    label if at == 0 else "pnc", f"{prefix}-{kind}")
            return
        form, lemma, gender = draw.choice(NOUNS)
        article = DETERMINERS[gender]
        case = "Nom" if label == "sb" else "Acc"
        article_at = len(words)
        add(article[0] if article_at else article[0].capitalize(), article[1], "ART", "DET",
            f"Case={case}|Definite=Def|Gender={gender}|PronType=Art", article_at + 1, "nk")
        add(form, lemma, "NN", "NOUN", f"Case={case}|Gender={gender}", verb, label)

    verb_at = [None]
    phrase("sb", verb_at)
    form, lemma = draw.choice(VERBS)
    verb_at[0] = add(form, lemma, "VVFIN", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", None, "ROOT")
    if draw.random() < 0.5:
        adverb = draw.choice(ADVERBS)
        add(adverb, adverb, "ADV", "ADV", "", verb_at, "mo")
    phrase("oa", verb_at)
    add(".", "--", "$.", "PUNCT", "", verb_at, "punct")
    for word in words:
        word[5] = verb_at[0] if word[5] is verb_at or word[5] is None else word[5]
    return words


def encoder(attributes, vectors=False, pieces=3, depth=2):
    return {"@architectures": "spacy.Tok2Vec.v2",
            "embed": {"@architectures": "spacy.MultiHashEmbed.v2", "width": WIDTH, "attrs": attributes,
                      "rows": [60] * len(attributes), "include_static_vectors": vectors},
            "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": WIDTH, "depth": depth,
                       "window_size": 1, "maxout_pieces": pieces}}


LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}
TAGGER = {"@architectures": "spacy.Tagger.v2", "normalize": False, "tok2vec": LISTENER}


def transitions(state_type, tok2vec, pieces=2):
    return {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": state_type, "extra_state_tokens": False,
            "hidden_width": HIDDEN, "maxout_pieces": pieces, "use_upper": True, "nO": None, "tok2vec": tok2vec}


def train(nlp, examples):
    fix_random_seed(7)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(EPOCHS):
        for begin in range(0, len(examples), 20):
            nlp.update(examples[begin:begin + 20], sgd=optimizer)
    return nlp


def example(nlp, sentences):
    words = [word for sentence in sentences for word in sentence]
    heads = []
    for sentence in sentences:
        begin = len(heads)
        heads += [begin + word[5] for word in sentence]
    spaces = [follows[0] != "." for follows in words[1:]] + [False]
    reference = Doc(nlp.vocab, words=[w[0] for w in words], spaces=spaces, lemmas=[w[1] for w in words],
                    tags=[w[2] for w in words], pos=[w[3] for w in words], morphs=[w[4] for w in words], heads=heads,
                    deps=[w[6] for w in words], ents=[w[7].replace("U-", "B-").replace("L-", "I-") for w in words])
    return Example(Doc(nlp.vocab, words=[w[0] for w in words], spaces=spaces), reference)


def small_german():
    draw = random.Random(11)
    nlp = spacy.blank("de")
    nlp.add_pipe("tok2vec", config={"model": encoder(["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"])})
    nlp.add_pipe("tagger", config={"model": TAGGER})
    nlp.add_pipe("morphologizer", config={"model": TAGGER})
    nlp.add_pipe("parser", config={"min_action_freq": 1, "model": transitions("parser", LISTENER, pieces=3)})
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": TAGGER, "min_tree_freq": 1, "top_k": 3})
    ruler = nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("ner", config={"model": transitions("ner", LISTENER)})
    examples = [example(nlp, [german_sentence(draw) for _ in range(2)]) for _ in range(SENTENCES)]
    train(nlp, examples)
    ruler.add(patterns=[[{"IS_SPACE": True}]], attrs={"TAG": "_SP", "POS": "SPACE"})
    ruler.add(patterns=[[{"POS": "ADV", "LOWER": "nicht"}]], attrs={"POS": "PART", "LEMMA": "Nicht"})
    nlp.meta.update(name="small", version="3.8.0")
    return nlp


GERMAN_TEXTS = [
    "Der Minister besuchte gestern die Brücke. Ilse Brandt forderte das Abkommen.",
    "Die Regierung schloss erneut die Häfen.\n\nJan Petrow fuhr nicht.  Das Abkommen eröffnet Karsk!",
    "„Die Straßen“, sagte Ilse Brandt, „unterzeichnete der Nordbund öffentlich nicht“ – z.B. am 3. Mai.",
    "der bürgermeister BESUCHTE die Dörfer; die Verträge abgelehnt, gestern gebaut",
    "Wohin fuhr Mirowa? Nach Ögelsdorf-Überlingen, um 10.30 Uhr, mit 1.200 Euro (ca. 12 %).",
    "Ab- und Zufahrten\tändert’s nicht. 東京 ﬁel İstanbul ẞtraße ΟΔΟΣ 😀 gelegt gelacht abgebaut.",
    "Petrow Petrow Petrow der die das Der Die Das besuchen bauen bauten gebaute Brücken Brückchen.",
]

# ---- English with word vectors ---------------------------------------------------------------------------------

ENGLISH = {"DT": ["The", "A"], "NN": ["minister", "council", "bridge", "treaty", "harbour", "strike"],
           "VBD": ["visited", "rejected", "opened", "signed", "left"], "NNP": ["Karsk", "Mirowa", "Petrov"],
           "IN": ["in", "near", "with"], ".": ["."]}
SHAPES = ["DT NN VBD DT NN .", "NNP VBD DT NN IN NNP .", "DT NN IN NNP VBD ."]


def english_sentence(draw):
    return [[draw.choice(ENGLISH[tag]), "", tag, "X", "", 0, "", "U-GPE" if tag == "NNP" else "O"]
            for tag in draw.choice(SHAPES).split()]


def english_example(nlp, sentences):
    words = [word for sentence in sentences for word in sentence]
    starts = [at == 0 for sentence in sentences for at in range(len(sentence))]
    spaces = [follows[0] != "." for follows in words[1:]] + [False]
    reference = Doc(nlp.vocab, words=[w[0] for w in words], spaces=spaces, tags=[w[2] for w in words],
                    sent_starts=starts, ents=[w[7].replace("U-", "B-") for w in words])
    return Example(Doc(nlp.vocab, words=[w[0] for w in words], spaces=spaces), reference)


def blank_with_vectors(floret):
    nlp = spacy.blank("en")
    values = numpy.random.RandomState(3)
    if floret:
        nlp.vocab.vectors = spacy.vectors.Vectors(
            strings=nlp.vocab.strings, mode="floret", data=values.normal(size=(20, 12)).astype("f"), minn=3, maxn=4,
            hash_count=2, hash_seed=5)
        return nlp
    forms = [form for forms in ENGLISH.values() for form in forms if form not in ("near", "left")]
    data = values.normal(size=(len(forms) - 3, 12)).astype("f")
    nlp.vocab.vectors = spacy.vectors.Vectors(strings=nlp.vocab.strings, shape=data.shape)
    nlp.vocab.vectors.data[:] = data
    for at, form in enumerate(forms):
        nlp.vocab.vectors.add(form, row=at % len(data))
    return nlp


def small_english(floret):
    draw = random.Random(13)
    nlp = blank_with_vectors(floret)
    nlp.add_pipe("tok2vec", config={"model": encoder(["NORM", "SUFFIX", "SHAPE"], vectors=True, depth=1)})
    nlp.add_pipe("tagger", config={"model": TAGGER})
    if not floret:
        nlp.add_pipe("senter", config={"model": {
            "@architectures": "spacy.Tagger.v2", "normalize": False,
            "tok2vec": encoder(["NORM", "PREFIX", "SHAPE", "SPACY"], pieces=2, depth=1)}})
        nlp.add_pipe("ner", config={"model": transitions("ner", encoder(["NORM", "SHAPE"], vectors=True, depth=1))})
    train(nlp, [english_example(nlp, [english_sentence(draw) for _ in range(2)]) for _ in range(SENTENCES)])
    tables = Lookups()
    tables.add_table("lemma_lookup", {"visited": "visit", "left": "leave", "The": "the"})
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"}).initialize(lookups=tables)
    nlp.meta.update(name="floret" if floret else "vectors", version="3.8.0")
    return nlp


ENGLISH_TEXTS = [
    "The minister visited a bridge. Petrov left the harbour near Karsk.",
    "A council in Mirowa signed the treaty with THE MINISTER, near Petrov.\n\nThe strike left. minister Minister",
    "  Nobody expected 3 ministers in New-Karsk; the treaty wasn't signed until 6 p.m. on May 4…",
    "the The THE bridge Bridges bridge's 東京 İstanbul 😀 Karsk Mirowa Petrov opened opened.",
]

# ---- writing ---------------------------------------------------------------------------------------------------


def save(nlp, folder, texts):
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    if not texts:
        return
    nlp = spacy.load(folder)
    with open(folder / "parsed.jsonl", "w", encoding="utf-8") as lines:
        for text in texts:
            print(json.dumps({"text": text, "tokens": rows(nlp(text))}, ensure_ascii=False), file=lines)


def main():
    folder = Path(sys.argv[1])
    save(small_german(), folder / "de_small", GERMAN_TEXTS)
    save(small_english(floret=False), folder / "en_vectors", ENGLISH_TEXTS)
    save(small_english(floret=True), folder / "en_floret", [])


if __name__ == "__main__":
    main()
