"""Makes articles out of the project's own sentences, so that a large comparison needs nobody else's texts.

usage: own_corpus.py ROOT TOKENS [SEED] > corpus.jsonl

Sentences come from the example columns of data/*/*.tsv, the texts of tests/golden and the samples of ROOT. They are
strung together in an order that the seed decides, and dressed as news dresses them: datelines, headlines in capitals and
in title case, quotations, brackets, lists, wrapped lines, odd blanks, paragraphs. About TOKENS tokens in all.
"""
import json
import random
import re
import sys
import textwrap
from pathlib import Path

CITIES = ["GENEVA", "LAGOS", "Kyiv", "New Delhi", "BOGOTA", "Manila", "WASHINGTON", "Nairobi", "BRUSSELS", "Amman"]
AGENCIES = ["(Reuters)", "(AP)", "", "", "(AFP)"]
DAYS = ["March 3", "Oct. 12", "Monday", "Nov 24, 2026", "June 1"]
SPEAKERS = ["officials said", "the ministry said on Friday", "she told reporters", "according to Mr. Okafor",
            "the spokesman, Ivan Petrenko, said", "residents say"]
BULLETS = ["- ", "* ", "• ", "1. ", "(a) ", "– "]


MARKUP = re.compile(r"\[(?:[A-Z]\w* )?|\]")  # an example points at its parts: [A The union] alleged …


def example_sentences(root):
    for path in sorted((root / "data").glob("*/*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        for column, name in enumerate(rows[0] if rows else []):
            if name.startswith("example"):
                yield from (MARKUP.sub("", row[column]) for row in rows[1:] if len(row) > column)


def golden_texts(root):
    for path in sorted((root / "tests" / "golden").rglob("*.case")):
        yield from (line[2:] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("| "))
    for path in sorted((root / "tests" / "golden" / "language").glob("*.jsonl")):
        yield from (text for line in path.open(encoding="utf-8") if (text := json.loads(line).get("text")))
    for path in sorted(root.glob("samples/**/*.txt")):
        yield from path.read_text(encoding="utf-8").split("\n\n")


def dressed(sentence, chance):
    kind = chance.random()
    if kind < 0.72:
        return sentence
    if kind < 0.80:
        return f"“{sentence.rstrip('.')},” {chance.choice(SPEAKERS)}."
    if kind < 0.86:
        return f"\"{sentence}\" {chance.choice(SPEAKERS)}."
    if kind < 0.90:
        return f"{chance.choice(SPEAKERS).capitalize()}: '{sentence}'"
    if kind < 0.93:
        return f"({sentence})"
    if kind < 0.96:
        return sentence.replace(" ", "  ", 1)
    return f"{sentence.rstrip('.')} — {chance.choice(SPEAKERS)} …"


def paragraph(sentences, chance):
    words = " ".join(dressed(sentence, chance) for sentence in sentences)
    kind = chance.random()
    if kind < 0.08:
        return "\n".join(chance.choice(BULLETS) + sentence for sentence in sentences)
    if kind < 0.18:
        return textwrap.fill(words, chance.choice([50, 66, 72]))
    return words


def article(sentences, chance):
    take = lambda count: [sentences[chance.randrange(len(sentences))] for _ in range(count)]
    headline = take(1)[0].rstrip(".")
    parts = [chance.choice([headline.upper(), headline.title(), headline, ""])]
    lead = paragraph(take(chance.randint(1, 3)), chance)
    if chance.random() < 0.6:
        lead = f"{chance.choice(CITIES)}, {chance.choice(DAYS)} {chance.choice(AGENCIES)} - {lead}"
    parts.append(lead)
    parts += [paragraph(take(chance.randint(1, 4)), chance) for _ in range(chance.randint(1, 5))]
    return chance.choice(["\n\n", "\n\n", "\n", "\n \n"]).join(part for part in parts if part)


def main():
    root, wanted = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    sentences = list(dict.fromkeys([*example_sentences(root), *golden_texts(root)]))
    print(f"{len(sentences)} sentences", file=sys.stderr)
    written = 0
    while written < wanted:
        text = article(sentences, chance)
        print(json.dumps({"text": text}, ensure_ascii=False))
        written += len(text.split()) * 6 // 5


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
