#!/usr/bin/env python3
"""Trains the relation model of src/coding/relation_model.h: softmax regression over hashed facts and word slots.

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

BUCKETS = 1 << 16
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

    @property
    def width(self):
        return self.vectors.shape[1]

    def average(self, slot):
        rows = [self.row[word] for word in slot if word in self.row]
        if not rows:
            return numpy.zeros(self.width, numpy.float32)
        mean = self.vectors[rows].mean(0)
        return mean


def read_features(path, words):
    indices, pointers, dense = [], [0], []
    for line in open(path, encoding="utf-8"):
        features = json.loads(line)
        indices.extend(sorted(hash_ % BUCKETS for hash_ in features["sparse"]))
        pointers.append(len(indices))
        dense.append(numpy.concatenate([words.average(slot) for slot in features["slots"]]))
    sparse = scipy.sparse.csr_matrix((numpy.ones(len(indices), numpy.float32), indices, pointers),
                                     shape=(len(pointers) - 1, BUCKETS))
    # Long sentences have many facts; each sentence has the same say.
    lengths = numpy.sqrt(numpy.maximum(1, numpy.diff(sparse.indptr)))
    sparse = scipy.sparse.diags(1 / lengths) @ sparse
    return sparse.tocsr(), numpy.array(dense, numpy.float32)


def one_hot(labels):
    out = numpy.zeros((len(labels), len(relation_data.ROOTS)), numpy.float64)
    out[numpy.arange(len(labels)), labels] = 1
    return out


def fit(sparse, dense, targets, weights, seen):
    """Softmax regression; only buckets in `seen` get weights. Gives (sparse weights, dense weights, bias)."""
    columns = numpy.flatnonzero(seen)
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
    full = numpy.zeros((BUCKETS, classes))
    full[columns] = w[:len(columns)]
    return full, w[len(columns):], flat[-classes:]


def quantise(model):
    """Eight bits a weight, a scale for each class: what the program reads is what is measured here."""
    sparse, dense, bias = model
    scale = numpy.maximum(numpy.abs(sparse).max(0) / 127, 1e-9)
    return numpy.round(sparse / scale).astype(numpy.int8), scale, dense.astype(numpy.float32), bias


def logits_of(model, sparse, dense):
    codes, scale, weights, bias = model
    return sparse @ (codes * scale) + dense @ weights + bias


def temperature_for(logits, labels):
    """The divisor of the logits that makes the held sentences likeliest."""
    def loss(log_t):
        scaled = logits / numpy.exp(log_t)
        scaled = scaled - scaled.max(1, keepdims=True)
        return -(scaled[numpy.arange(len(labels)), labels] - numpy.log(numpy.exp(scaled).sum(1))).mean()
    return float(numpy.exp(scipy.optimize.minimize_scalar(loss, bounds=(-2.5, 1.5), method="bounded").x))


def calibration_for(logits, labels, temperature):
    """Slope and offset from the logit of the likeliest relation's probability to that of its being right."""
    scaled = logits / temperature
    raw = 1 / numpy.exp(scaled - scaled.max(1, keepdims=True)).sum(1)
    raw = numpy.clip(raw, 1e-6, 1 - 1e-6)
    odds, right = numpy.log(raw / (1 - raw)), logits.argmax(1) == labels

    def loss(line):
        signed = numpy.where(right, 1, -1) * (line[0] * odds + line[1])
        return numpy.log1p(numpy.exp(-signed)).mean()
    return scipy.optimize.minimize(loss, [1.0, 0.0]).x


def pad(rows):
    out = numpy.zeros(rows.shape[:-1] + (CLASSES,), rows.dtype)
    out[..., :rows.shape[-1]] = rows
    return out


def write_model(path, model, words, temperature, calibration):
    codes, scale, dense, bias = model
    order = sorted(range(len(words.words)), key=lambda i: fnv(words.words[i]))
    used = numpy.flatnonzero(codes.any(1)).astype(numpy.uint16)
    with open(path, "wb") as file:
        file.write(b"VRM2" + struct.pack("<6I4f", BUCKETS, CLASSES, SLOTS, words.width, len(order), len(used),
                                         words.scale, temperature, *calibration))
        file.write(pad(scale).astype("<f4").tobytes())
        file.write(pad(bias).astype("<f4").tobytes())
        file.write(pad(dense).astype("<f4").tobytes())
        file.write(numpy.array([fnv(words.words[i]) for i in order], "<u8").tobytes())
        file.write(words.codes[order].tobytes())
        file.write(used.astype("<u2").tobytes())
        file.write(pad(codes[used]).tobytes())


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
    gold_x = read_features(work / "gold.jsonl", words)
    example_x = read_features(work / "examples.jsonl", words)

    held_logits = numpy.zeros((len(gold), len(relation_data.ROOTS)))
    measured = numpy.zeros(len(gold), bool)
    fitted = {}
    for fold in arguments.folds.split(","):
        kept = numpy.array([str(f) != fold for f in folds])
        sparse = [gold_x[0][kept], example_x[0]]
        dense = [gold_x[1][kept], example_x[1]]
        targets = [one_hot(labels[kept]), one_hot(examples)]
        weights = [numpy.ones(kept.sum()), numpy.full(len(examples), EXAMPLE_WEIGHT)]
        x = scipy.sparse.vstack(sparse, format="csr")
        # Rare relations count more than they occur: macro-F1 gives each relation the same say.
        shares = numpy.concatenate(targets).sum(0)
        balance = numpy.sqrt(shares.sum() / len(shares) / shares)
        weights = [w * (t @ balance) for w, t in zip(weights, targets)]
        seen = numpy.asarray((x > 0).sum(0)).ravel() >= 2
        model = quantise(fit(x, numpy.concatenate(dense), numpy.concatenate(targets), numpy.concatenate(weights), seen))
        held = ~kept
        if held.any():
            held_logits[held] = logits_of(model, gold_x[0][held], gold_x[1][held])
            measured |= held
            root, quad = relation_data.scores(labels[held].tolist(), held_logits[held].argmax(1).tolist())
            print(f"fold {fold}: root {root:.3f}, quad {quad:.3f}", flush=True)
        fitted[fold] = model
    for fold, model in fitted.items():
        # A fold's calibration comes from the other folds' held sentences.
        others = measured & numpy.array([str(f) != fold for f in folds])
        temperature, calibration = 1.0, (1.0, 0.0)
        if others.any():
            temperature = temperature_for(held_logits[others], labels[others])
            calibration = calibration_for(held_logits[others], labels[others], temperature)
        name = "relations.model" if fold == "all" else f"relations-{fold}.model"
        write_model(out / name, model, words, temperature, calibration)
    numpy.savez(out / "held.npz", logits=held_logits, labels=labels, folds=folds)
    found = held_logits.argmax(1)
    root, quad = relation_data.scores(labels[measured].tolist(), found[measured].tolist())
    print(f"all folds: root {root:.3f}, quad {quad:.3f}, accuracy {(found == labels)[measured].mean():.3f}")


if __name__ == "__main__":
    main()
