"""A small run: the ranking learns a signal that is there, and measures it."""
import pathlib
import random
import tempfile
import unittest

import train


class TrainTest(unittest.TestCase):
    def table(self, citations, seed):
        rng = random.Random(seed)
        lines = ["citation\tpaper\tright\tTEXT\tNOISE"]
        for citation in range(citations):
            right = rng.randrange(30)
            for candidate in range(30):
                text = rng.random() + (0.8 if candidate == right else 0)
                lines.append(f"{citation}\tpaper{citation % 7}\t{int(candidate == right)}\t{text:.4f}\t{rng.random():.4f}")
        path = pathlib.Path(self.folder.name) / f"{seed}.tsv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return train.Table([path])

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def test_learns_the_signal(self):
        model = train.train(self.table(200, 1), rounds=30, min_data_in_leaf=20)
        dev = self.table(50, 2)
        recall, reciprocal = train.measure(dev, model.predict(dev.rows))
        noise, _ = train.measure(dev, dev.rows[:, dev.names.index("NOISE")])
        self.assertGreater(recall, 0.9)
        self.assertGreater(reciprocal, 0.6)
        self.assertLess(noise, 0.6)

    def test_keeps_the_candidates_of_a_citation_together(self):
        table = self.table(5, 3)
        self.assertEqual([30] * 5, table.sizes.tolist())
        self.assertEqual(5, int(table.right.sum()))


if __name__ == "__main__":
    unittest.main()
