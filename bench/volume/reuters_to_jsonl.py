#!/usr/bin/env python3
"""Turns the SGML files of Reuters-21578 into JSON Lines that `verbale read` takes, for the throughput run.

usage: reuters_to_jsonl.py FOLDER_OR_TAR_XZ > stories.jsonl

One line a story that has a body: text, title, date (ISO 8601), url (urn:reuters:NEWID), dateline kept as the first words of
the text, as the paper printed it. Stories without a body are counted on standard error and left out.
"""
import html
import json
import re
import sys
import tarfile
from pathlib import Path

STORY = re.compile(rb'<REUTERS[^>]*NEWID="(\d+)"[^>]*>(.*?)</REUTERS>', re.S)
MONTHS = {name: number for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}


def files(path):
    """The contents of every *.sgm, in the order of their names."""
    if path.is_dir():
        for file in sorted(path.rglob("*.sgm")):
            yield file.read_bytes()
        return
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            if member.name.endswith(".sgm"):
                yield archive.extractfile(member).read()


def field(story, name):
    found = re.search(rb"<%s>(.*?)</%s>" % (name, name), story, re.S)
    return found and clean(found.group(1))


def clean(raw):
    text = html.unescape(raw.decode("latin-1"))
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text).strip()


def iso_date(words):
    found = re.search(r"(\d{1,2})-([A-Z]{3})-(\d{4}) (\d\d:\d\d:\d\d)", words or "")
    if not found:
        return None
    day, month, year, time = found.groups()
    return f"{year}-{MONTHS[month]:02}-{int(day):02}T{time}"


def body_of(story):
    body = field(story, b"BODY")
    if not body:
        return None
    body = re.sub(r"\s*(Reuter|REUTER)\s*$", "", body)
    dateline = field(story, b"DATELINE")
    return f"{' '.join(dateline.split())} {body}" if dateline else body


def record(number, story):
    text = body_of(story)
    if not text:
        return None
    found = {"text": text, "title": field(story, b"TITLE"), "date": iso_date(field(story, b"DATE")),
             "url": f"urn:reuters:{number.decode()}"}
    return {key: value for key, value in found.items() if value}


def main():
    written = skipped = 0
    for content in files(Path(sys.argv[1])):
        for number, story in STORY.findall(content):
            found = record(number, story)
            if found is None:
                skipped += 1
                continue
            print(json.dumps(found, ensure_ascii=False))
            written += 1
    print(f"{written} stories, {skipped} without a body", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
