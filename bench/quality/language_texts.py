"""Texts of many kinds as JSON Lines, for comparing parses: one object a text, with "id" and "text".

usage: language_texts.py INPUT… > texts.jsonl

An input is a file or a folder, which is searched in the order of its names:
  *.txt            one text
  *.jsonl          one text a line, under "text"
  *.tar.xz, *.sgm  Reuters-21578, as bench/volume/reuters_to_jsonl.py reads it
  *.conllu         Universal Dependencies (GUM): the "# text" lines, paragraphs at "# newpar"
  *.xml            with <token> elements (MEANTIME): tokens joined by blanks, signs joined to the word before them

Of a folder, files of the kinds above are taken and others left alone.
"""
import json
import re
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "volume"))
import reuters_to_jsonl as reuters  # noqa: E402

JOINED_LEFT = re.compile(r"^(?:[.,;:!?%)\]}]|'s|n't|'re|'ve|'ll|'d|'m)$")


def from_text(path):
    yield path.name, path.read_text(encoding="utf-8", errors="replace")


def from_jsonl(path):
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            yield f"{path.name}:{number}", json.loads(line)["text"]


def from_reuters(path):
    contents = reuters.files(path) if path.name.endswith(".tar.xz") else [path.read_bytes()]
    for content in contents:
        for number, story in reuters.STORY.findall(content):
            if found := reuters.record(number, story):
                yield f"reuters:{number.decode()}", found["text"]


def from_conllu(path):
    paragraphs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraphs.append([])
        elif line.startswith("# text = "):
            (paragraphs or [paragraphs.append([]) or paragraphs[0]])[-1].append(line[len("# text = "):])
    yield path.name, "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)


def from_tokens(path):
    sentences = {}
    for token in tree.parse(path).iter("token"):
        words = sentences.setdefault(token.get("sentence"), [])
        word = token.text or ""
        if words and JOINED_LEFT.match(word):
            words[-1] += word
        elif word:
            words.append(word)
    if sentences:
        yield path.name, "\n".join(" ".join(words) for words in sentences.values())


READERS = {".txt": from_text, ".jsonl": from_jsonl, ".tar.xz": from_reuters, ".sgm": from_reuters,
           ".conllu": from_conllu, ".xml": from_tokens}


def reader_of(path):
    return next((read for ending, read in READERS.items() if path.name.endswith(ending)), None)


def texts(path):
    """(name, text) of everything in a file or folder."""
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file() and reader_of(inner):
                yield from texts(inner)
        return
    read = reader_of(path)
    if read is None:
        sys.exit(f"{path}: not a kind of text that this reads")
    yield from read(path)


def main():
    for argument in sys.argv[1:]:
        for name, text in texts(Path(argument)):
            print(json.dumps({"id": name, "text": text}, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main()
