#!/usr/bin/env python3
"""Trains the relation model of src/coding/relation_model.h: softmax regression over facts and word slots.

  relation_student.py GOLD WORK OUT [--folds 0,1,2,3,4,all]

WORK holds gold.jsonl, examples.jsonl, examples.roots and vectors.npz (see the script "relations"). Writes OUT/relations-FOLD.model for every fold and OUT/relations.model for "all". Minimised with L-BFGS from zero: no chance in
it. Prints macro-F1 on each fold's held sentences and over all of them.
"""

import argparse
import json
import pathlib
import struct

import numpy
import scipy.optimize
import scipy.sparse

import relation_data

CLASSES = 16  # 15 roots, padded to a register
SLOTS = 8
SPARSE_L2 = 0.001
DENSE_L2 = 0.02
EXAMPLE_WEIGHT = 0.15
ITERATIONS = 120


def fnv(text):
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


class Words:
    def __init__(self, path):
        stored = numpy.load(path)
        self.words = stored["words"].tolist()
        # Eight bits a number, as they are shipped.
        self.scale = float(numpy.abs(stored["vectors"]).max()) / 127
        self.codes = numpy.round(stored["vectors"] / self.scale).astype(numpy.int8)
        self.vectors = self.codes.astype(numpy.float32) * self.scale
        self.row = {word: i for i, word in enumerate(self.words)}

    def shares(self, slot):
        """{row of a word: its share in the slot's mean}"""
        rows = [self.row[word] for word in slot if word in self.row]
        return {row: rows.count(row) / len(rows) for row in rows}


class Features:
    """Of many sentences: facts [sentence, fact], words [slot][sentence, word], and the slots' mean vectors, dense."""

    def __init__(self, facts, words, dense):
        self.facts, self.words, self.dense = facts, words, dense

    def __getitem__(self, kept):
        return Features(self.facts[kept], [slot[kept] for slot in self.words], self.dense[kept])


def read_lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def features_of(lines, facts, words):
    """Facts are columns by their place in `facts`; those that are not there count as unknown, as they do in use."""
    place = {fact: i for i, fact in enumerate(facts)}
    rows = rows_of([{place[fact]: 1 for fact in line["sparse"] if fact in place} for line in lines], len(facts))
    # Long sentences have many facts; each sentence has the same say.
    lengths = numpy.sqrt(numpy.maximum(1, [len(line["sparse"]) for line in lines]))
    rows = (scipy.sparse.diags(1 / lengths) @ rows).tocsr()
    shares = [rows_of([words.shares(line["slots"][slot]) for line in lines], len(words.words)) for slot in range(SLOTS)]
    return Features(rows, shares, numpy.hstack([slot @ words.vectors for slot in shares]))


def rows_of(cells, width):
    """A sparse matrix from {column: value} for each row."""
    indices = [column for row in cells for column in sorted(row)]
    values = numpy.array([row[column] for row in cells for column in sorted(row)], numpy.float32)
    pointers = numpy.concatenate([[0], numpy.cumsum([len(row) for row in cells])])
    return scipy.sparse.csr_matrix((values, indices, pointers), shape=(len(cells), width))


def one_hot(labels):
    out = numpy.zeros((len(labels), len(relation_data.ROOTS)), numpy.float64)
    out[numpy.arange(len(labels)), labels] = 1
    return out


def fit(sparse, dense, targets, weights):
    """Softmax regression over the facts that occur. Gives (sparse weights, dense weights, bias)."""
    columns = numpy.flatnonzero(numpy.diff(sparse.tocsc().indptr))
    x = scipy.sparse.hstack([sparse[:, columns], scipy.sparse.csr_matrix(dense)], format="csr").astype(numpy.float64)
    transposed = x.T.tocsr()
    classes, width = targets.shape[1], x.shape[1]
    penalty = numpy.concatenate([numpy.full(len(columns), SPARSE_L2), numpy.full(dense.shape[1], DENSE_L2)])

    def loss(flat):
        w, bias = flat[:-classes].reshape(width, classes), flat[-classes:]
        logits = x @ w + bias
        logits -= logits.max(1, keepdims=True)
        logs = logits - numpy.log(numpy.exp(logits).sum(1, keepdims=True))
        value = -(weights[:, None] * targets * logs).sum() + 0.5 * (penalty[:, None] * w * w).sum()
        error = weights[:, None] * (numpy.exp(logs) * targets.sum(1, keepdims=True) - targets)
        return value, numpy.concatenate([(transposed @ error + penalty[:, None] * w).ravel(), error.sum(0)])

    start = numpy.zeros(width * classes + classes)
    flat = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x
    w = flat[:-classes].reshape(width, classes)
    full = numpy.zeros((sparse.shape[1], classes))
    full[columns] = w[:len(columns)]
    return full, w[len(columns):], flat[-classes:]


class Model:
    """Eight bits a weight, a scale for each class: what the program reads is what is measured here."""

    def __init__(self, fitted, words):
        facts, dense, self.bias = fitted
        self.facts, self.fact_scale = quantise(facts)
        # A mean of vectors times weights is the mean of vectors times weights: each word's row is worked out once.
        slots = [quantise(words.vectors @ part) for part in numpy.split(dense, SLOTS)]
        self.words = [codes for codes, _ in slots]
        self.slot_scales = numpy.array([scale for _, scale in slots])

    def logits(self, features):
        out = features.facts @ (self.facts * self.fact_scale) + self.bias
        for slot, codes, scale in zip(features.words, self.words, self.slot_scales):
            out += slot @ (codes * scale)
        return out


def quantise(weights):
    scale = numpy.maximum(numpy.abs(weights).max(0) / 127, 1e-9)
    return numpy.round(weights / scale).astype(numpy.int8), scale


def probabilities(logits):
    shares = numpy.exp(logits - logits.max(1, keepdims=True))
    return shares / shares.sum(1, keepdims=True)


def likeliest(shares):
    """The kind of relation first, then the likeliest of that kind: as RelationModel::classify does."""
    quads = numpy.array(relation_data.QUADS)
    best = numpy.stack([shares[:, quads == quad].sum(1) for quad in (1, 2, 3, 4)], 1).argmax(1) + 1
    return numpy.where(quads == best[:, None], shares, -1).argmax(1)


def temperature_for(logits, labels):
    """The divisor of the logits that makes the held sentences likeliest."""
    def loss(log_t):
        scaled = logits / numpy.exp(log_t)
        scaled = scaled - scaled.max(1, keepdims=True)
        return -(scaled[numpy.arange(len(labels)), labels] - numpy.log(numpy.exp(scaled).sum(1))).mean()
    return float(numpy.exp(scipy.optimize.minimize_scalar(loss, bounds=(-2.5, 1.5), method="bounded").x))


def calibration_for(logits, labels, temperature):
    """Slope and offset from the logit of the chosen relation's probability to that of its being right."""
    shares = probabilities(logits / temperature)
    chosen = likeliest(shares)
    raw = numpy.clip(shares[numpy.arange(len(labels)), chosen], 1e-6, 1 - 1e-6)
    odds, right = numpy.log(raw / (1 - raw)), chosen == labels

    def loss(line):
        signed = numpy.where(right, 1, -1) * (line[0] * odds + line[1])
        return numpy.log1p(numpy.exp(-signed)).mean()
    return scipy.optimize.minimize(loss, [1.0, 0.0]).x


def pad(rows):
    out = numpy.zeros(rows.shape[:-1] + (CLASSES,), rows.dtype)
    out[..., :rows.shape[-1]] = rows
    return out


def write_model(path, model, facts, words, temperature, calibration):
    order = sorted(range(len(words.words)), key=lambda i: fnv(words.words[i]))
    used = numpy.flatnonzero(model.facts.any(1))
    with open(path, "wb") as file:
        file.write(b"VRM3" + struct.pack("<4I3f", CLASSES, SLOTS, len(order), len(used), temperature, *calibration))
        for scales in (model.bias, model.fact_scale, model.slot_scales):
            file.write(pad(scales).astype("<f4").tobytes())
        file.write(numpy.array([fnv(words.words[i]) for i in order], "<u8").tobytes())
        file.write(pad(numpy.stack(model.words, 1)[order]).tobytes())
        file.write(numpy.array(facts, numpy.uint64)[used].astype("<u8").tobytes())
        file.write(pad(model.facts[used]).tobytes())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gold")
    parser.add_argument("work")
    parser.add_argument("out")
    parser.add_argument("--folds", default="0,1,2,3,4,all")
    arguments = parser.parse_args()
    work, out = pathlib.Path(arguments.work), pathlib.Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)

    words = Words(work / "vectors.npz")
    gold = relation_data.read_gold(arguments.gold)
    labels = numpy.array([g[1] for g in gold])
    folds = numpy.array([g[2] for g in gold])
    examples = [int(line) for line in (work / "examples.roots").read_text().split()]
    gold_lines, example_lines = read_lines(work / "gold.jsonl"), read_lines(work / "examples.jsonl")
    facts = sorted({fact for line in gold_lines + example_lines for fact in line["sparse"]})
    gold_x, example_x = features_of(gold_lines, facts, words), features_of(example_lines, facts, words)

    held_logits = numpy.zeros((len(gold), len(relation_data.ROOTS)))
    measured = numpy.zeros(len(gold), bool)
    fitted = {}
    for fold in arguments.folds.split(","):
        kept = numpy.array([str(f) != fold for f in folds])
        targets = numpy.concatenate([one_hot(labels[kept]), one_hot(examples)])
        weights = numpy.concatenate([numpy.ones(kept.sum()), numpy.full(len(examples), EXAMPLE_WEIGHT)])
        # Rare relations count more than they occur: macro-F1 gives each relation the same say.
        shares = targets.sum(0)
        weights *= targets @ numpy.sqrt(shares.sum() / len(shares) / shares)
        model = Model(fit(scipy.sparse.vstack([gold_x.facts[kept], example_x.facts], format="csr"),
                          numpy.concatenate([gold_x.dense[kept], example_x.dense]), targets, weights), words)
        held_logits[~kept] = model.logits(gold_x[~kept])
        measured |= ~kept
        fitted[fold] = model
    chosen = numpy.zeros(len(gold), int)
    for fold, model in fitted.items():
        # A fold's calibration comes from the other folds' held sentences.
        own = numpy.array([str(f) == fold for f in folds])
        temperature, calibration = 1.0, (1.0, 0.0)
        if (measured & ~own).any():
            temperature = temperature_for(held_logits[measured & ~own], labels[measured & ~own])
            calibration = calibration_for(held_logits[measured & ~own], labels[measured & ~own], temperature)
        name = "relations.model" if fold == "all" else f"relations-{fold}.model"
        write_model(out / name, model, facts, words, temperature, calibration)
        if own.any():
            chosen[own] = likeliest(probabilities(held_logits[own] / temperature))
            print(f"fold {fold}: " + told(labels[own], chosen[own]), flush=True)
    numpy.savez(out / "held.npz", logits=held_logits, labels=labels, folds=folds)
    print("all folds: " + told(labels[measured], chosen[measured]))


def told(labels, found):
    root, quad = relation_data.scores(labels.tolist(), found.tolist())
    return f"root {root:.3f}, quad {quad:.3f}, accuracy {(found == labels).mean():.3f}"


if __name__ == "__main__":
    main()
