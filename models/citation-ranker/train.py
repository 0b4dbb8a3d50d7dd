"""Trains the ranking of citations from the features that releng/evaluation/run-citations --features writes.

    python train.py MODEL.txt TRAIN.tsv [TRAIN.tsv …] [--dev DEV.tsv …]

Prints recall at 10 and the mean reciprocal rank on the development files, of the model and of single features. The seed is fixed.
"""
import argparse
import sys

import lightgbm
import numpy

SEED = 11
PARAMETERS = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 15,
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 200,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "seed": SEED,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
ROUNDS = 250


class Table:
    """The candidates of many citations: those of one citation follow each other."""

    def __init__(self, paths):
        names, citations, papers, right, rows = None, [], [], [], []
        for number, path in enumerate(paths):
            with open(path, encoding="utf-8") as lines:
                header = next(lines).rstrip("\n").split("\t")
                names = names or header[3:]
                if header[3:] != names:
                    sys.exit(f"{path} has other features than {paths[0]}")
                for line in lines:
                    parts = line.rstrip("\n").split("\t")
                    citations.append(f"{number} {parts[0]}")
                    papers.append(parts[1])
                    right.append(int(parts[2]))
                    rows.append(numpy.array(parts[3:], dtype=numpy.float32))
        self.names = names
        self.right = numpy.array(right)
        self.rows = numpy.vstack(rows)
        self.papers = papers
        starts = [i for i in range(len(citations)) if i == 0 or citations[i] != citations[i - 1]]
        self.starts = starts + [len(citations)]
        self.sizes = numpy.diff(self.starts)

    def weights(self):
        """Each paper counts as the square root of its citations, so that long reviews do not decide alone."""
        counts = {}
        for start in self.starts[:-1]:
            counts[self.papers[start]] = counts.get(self.papers[start], 0) + 1
        return numpy.array([counts[paper] ** -0.5 for paper in self.papers])


def measure(table, scores):
    """Recall at 10 and mean reciprocal rank of what stands among the candidates."""
    recall, reciprocal = [], []
    for start, end in zip(table.starts, table.starts[1:]):
        order = numpy.argsort(-scores[start:end], kind="stable")
        right = table.right[start:end][order]
        recall.append(right[:10].sum() / right.sum())
        reciprocal.append(1 / (1 + int(numpy.argmax(right))))
    return float(numpy.mean(recall)), float(numpy.mean(reciprocal))


def train(table, rounds=ROUNDS, **changed):
    data = lightgbm.Dataset(
        table.rows, label=table.right, group=table.sizes, weight=table.weights(), feature_name=table.names, free_raw_data=False)
    return lightgbm.train({**PARAMETERS, **changed}, data, num_boost_round=rounds)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("train", nargs="+")
    parser.add_argument("--dev", nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    arguments = parser.parse_args()
    table = Table(arguments.train)
    model = train(table, arguments.rounds)
    model.save_model(arguments.model, importance_type="gain")
    for name, gain in sorted(zip(table.names, model.feature_importance("gain")), key=lambda pair: -pair[1]):
        print(f"{name:18} {gain:12.0f}")
    for path in arguments.dev:
        dev = Table([path])
        print(path, "model  R@10 %.4f  MRR %.4f" % measure(dev, model.predict(dev.rows)))
        for name in ("TEXT", "MEANING"):
            print(path, name, " R@10 %.4f  MRR %.4f" % measure(dev, dev.rows[:, dev.names.index(name)]))


if __name__ == "__main__":
    main()
