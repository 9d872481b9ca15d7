"""The training data of the relation model: what it is read from, and how it falls into folds.

Gold: PLV_train.tsv (sentences with marked parties). Examples: the rows of data/codebook, whose example sentences mark
actor and recipient, and the sentences of relation_phrases.tsv, both the project's own. The fold of a sentence is the place of its id among all ids, modulo five,
as in bench/quality/events_gold.cc.
"""

import csv
import json
import pathlib
import re
import sys

ROOTS = ["AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
         "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
QUADS = [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4]
FOLDS = 5


def read_gold(folder):
    """[(marked sentence, index of the root, fold)] in the order of the file."""
    with open(pathlib.Path(folder) / "PLV_train.tsv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    place = {id_: i for i, id_ in enumerate(sorted({int(row["sentence_id"]) for row in rows}))}
    return [(row["marked_sentence"], ROOTS.index(row["gold_root"]), place[int(row["sentence_id"])] % FOLDS)
            for row in rows]


def read_examples(data):
    """[(marked sentence, index of the root)] from the codebook's own examples."""
    found = []
    for table in sorted(pathlib.Path(data).glob("codebook/*.tsv")):
        columns = None
        for line in table.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if columns is None:
                columns = cells
                continue
            row = dict(zip(columns, cells))
            example = row.get("example", "")
            root = "YIELD" if row["type"] in ("CONCEDE", "RETREAT") else row["type"]
            if "[A " not in example or "[R " not in example:
                continue
            marked = re.sub(r"\[A ([^\]]*)\]", r"<s>\1</s>", example)
            marked = re.sub(r"\[R ([^\]]*)\]", r"<t>\1</t>", marked)
            marked = re.sub(r"\[[A-Z] ([^\]]*)\]", r"\1", marked)
            found.append((marked, ROOTS.index(root)))
    return found


FRIENDLY = {"AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID"}
# Who acts upon whom in the phrases. Quarrels are between nobody who exists.
ACTORS = ["Norway", "the Kenyan government", "Chile's foreign minister", "Canada", "the European Union", "Portugal",
          "the Japanese prime minister", "New Zealand", "the World Health Organization", "the Finnish parliament",
          "Senegal", "the Dutch defence ministry", "Uruguay"]
PARTNERS = ["Ghana", "Vietnam", "the Peruvian authorities", "Jordan", "Iceland's president", "the refugees", "Nepal",
            "the Estonian government", "Mongolia", "local farmers", "the Irish foreign minister", "Costa Rica",
            "the opposition", "the former minister", "Morocco", "the United Nations", "the displaced families"]
ATTACKERS = ["the government", "the army", "President Halvard Osei", "the rebels", "the foreign ministry", "police",
             "the regional court", "Interior Minister Irene Castell", "opposition leaders", "the junta",
             "the security forces", "residents", "the northern republic", "parliament", "armed men", "the militia"]
OPPONENTS = ["the southern republic", "the protesters", "Senator Marcus Lindqvist", "the rebels", "the prime minister",
             "the ruling party", "the neighbouring kingdom", "two journalists", "the opposition leader", "the village",
             "the central government", "a former general", "the port city", "the islanders", "human rights activists",
             "the ministry", "the separatists"]


def read_phrases(path):
    """[(marked sentence, index of the root)]: every phrase with the next parties of the lists."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")][1:]
    found = []
    for i, line in enumerate(lines):
        root, sentence = line.split("\t")
        sources, targets = (ACTORS, PARTNERS) if root in FRIENDLY else (ATTACKERS, OPPONENTS)
        marked = sentence.replace("{A}", f"<s>{sources[i % len(sources)]}</s>")
        marked = marked.replace("{R}", f"<t>{targets[i % len(targets)]}</t>")
        # A sentence begins with a capital, inside a mark as well.
        marked = re.sub(r"^(<[st]>)?(.)", lambda m: (m[1] or "") + m[2].upper(), marked)
        found.append((marked, ROOTS.index(root)))
    return found


def known_words(data):
    """The head words of the tables whose words are predicates: they get vectors, seen in the texts or not."""
    found = set()
    for pattern in ("codebook/*.tsv", "statements/verbs.tsv", "status/embeddings.tsv"):
        for table in pathlib.Path(data).glob(pattern):
            lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
            found.update(re.split(r"[\t/]", line)[0] for line in lines[1:])
    return sorted(word for word in found if word.isalpha())


def macro_f1(gold, found, labels):
    total = 0.0
    for label in labels:
        right = sum(1 for g, f in zip(gold, found) if g == f == label)
        both = sum(1 for g in gold if g == label) + sum(1 for f in found if f == label)
        total += 2 * right / both if both else 0.0
    return total / len(labels)


def scores(gold, found):
    """Macro-F1 over the roots and over the quads."""
    quads = [QUADS[g] for g in gold], [QUADS[f] for f in found]
    return macro_f1(gold, found, range(len(ROOTS))), macro_f1(*quads, [1, 2, 3, 4])


def main():
    """relation_data.py GOLD DATA WORK: writes gold.txt, examples.txt, examples.roots and known.jsonl into WORK."""
    gold, data, work = sys.argv[1:]
    work = pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)
    examples = read_examples(data) + read_phrases(pathlib.Path(__file__).with_name("relation_phrases.tsv"))
    (work / "gold.txt").write_text("".join(row[0] + "\n" for row in read_gold(gold)), encoding="utf-8")
    (work / "examples.txt").write_text("".join(row[0] + "\n" for row in examples), encoding="utf-8")
    (work / "known.jsonl").write_text(json.dumps({"sparse": [], "slots": [known_words(data) * 2]}) + "\n")
    (work / "examples.roots").write_text("".join(f"{row[1]}\n" for row in examples))


if __name__ == "__main__":
    main()
