#!/usr/bin/env python3
"""Fits how sure `read` is of its events: logistic regression over the facts of src/coding/confidence.h.

usage: event_confidence.py FACTS.tsv OUT.tsv

FACTS.tsv comes from `bench_calibration … --read --facts`: fold, right (0 or 1) and the facts of each judged event. First every
fold is judged by weights that never saw it, which gives the expected calibration error over ten bins; then all folds
together give OUT.tsv, to ship as data/confidence/weights.tsv. Facts of fewer than MEMBERS_MIN events get no weight.
Minimised with L-BFGS from zero: no chance in it. Python needs numpy and scipy.
"""
import sys
from collections import Counter

import numpy
import scipy.optimize

L2 = 2.0
MEMBERS_MIN = 8
BINS = 10
HEADER = """# How sure an event is, by what is known of how it was found (src/coding/confidence.h): the sum of its facts' weights goes through
# the logistic function. Written by tools/train/event_confidence.py from {events} events of the gold sentences of PLV; error of
# calibration on sentences that the weights had not seen: {error:.1f} %.
fact\tweight
"""


def read(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines][1:]
    return [int(row[0]) for row in rows], [int(row[1]) for row in rows], [row[2].split(";") for row in rows]


def matrix(facts, names):
    at = {name: i for i, name in enumerate(names)}
    out = numpy.zeros((len(facts), len(names)))
    for row, known in enumerate(facts):
        for fact in known:
            if fact in at:
                out[row, at[fact]] = 1
    return out


def fit(x, y):
    def loss(weights):
        z = x @ weights
        value = numpy.logaddexp(0, z).sum() - y @ z + L2 / 2 * weights[1:] @ weights[1:]
        gradient = x.T @ (1 / (1 + numpy.exp(-z)) - y)
        gradient[1:] += L2 * weights[1:]
        return value, gradient
    return scipy.optimize.minimize(loss, numpy.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x


def calibration_error(confidence, right):
    bins = numpy.minimum(BINS - 1, (confidence * BINS).astype(int))
    return 100 * sum(abs(confidence[bins == b].sum() - right[bins == b].sum()) for b in range(BINS)) / len(right)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folds, right, facts = read(sys.argv[1])
    counts = Counter(fact for known in facts for fact in known)
    names = ["always"] + sorted(fact for fact, count in counts.items() if count >= MEMBERS_MIN and fact != "always")
    x, y, folds = matrix(facts, names), numpy.array(right, float), numpy.array(folds)

    held = numpy.zeros(len(y))
    for fold in sorted(set(folds)):
        weights = fit(x[folds != fold], y[folds != fold])
        held[folds == fold] = 1 / (1 + numpy.exp(-x[folds == fold] @ weights))
    error = calibration_error(held, y)
    print(f"{len(y)} events, {y.mean():.1%} right; held folds: calibration error {error:.2f} %, "
          f"Brier {((held - y) ** 2).mean():.3f} (constant {y.var():.3f})")

    weights = fit(x, y)
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write(HEADER.format(events=len(y), error=error))
        for name, weight in zip(names, weights):
            out.write(f"{name}\t{weight:.3f}\n")


if __name__ == "__main__":
    main()
