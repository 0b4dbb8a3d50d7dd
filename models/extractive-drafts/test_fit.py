"""python -m unittest: the recipe on papers made up here."""

import json
import tempfile
import unittest
from pathlib import Path

import fit

NAMES = {"sentence": ["TELLS", "PLACE"], "word": ["FREQUENT"]}


def paper(number: int) -> dict:
    said = "the walls cool by three degrees in a night and the air cools by five " * 4
    tells = {"text": "The walls cool by three degrees in a night.", "features": [1.0, number % 7]}
    other = {"text": "Sensors hang from wires near every window there.", "features": [0.0, number % 7]}
    return {
        "id": str(number), "part": "p", "abstract": said,
        "sentences": [tells if i % 5 == 0 else other for i in range(30)],
        "words": {"walls": [3.0], "cool": [3.0], "degrees": [2.5], "sensors": [0.5], "wires": [0.1], "window": [0.2]},
    }


class FitTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "features.jsonl"
        self.file.write_text("\n".join(map(json.dumps, [NAMES, *(paper(i) for i in range(8))])), encoding="utf-8")
        self.addCleanup(self.folder.cleanup)

    def test_what_stands_in_the_abstract_gets_weight(self):
        names, found = fit.papers([self.file])
        rows = fit.lines(names, {"sentence": fit.sentences(found), "word": fit.words(found)})
        weights = {row.split("\t")[1]: float(row.split("\t")[-1]) for row in rows if not row.startswith("!")}
        self.assertGreater(weights["TELLS"], 0.2)
        self.assertLess(abs(weights["PLACE"]), 0.05)
        self.assertGreater(weights["FREQUENT"], 0)

    def test_a_part_is_kept_apart_and_short_papers_are_left_out(self):
        short = {**paper(99), "abstract": "too short"}
        apart = {**paper(100), "part": "apart"}
        with self.file.open("a", encoding="utf-8") as more:
            more.write("\n" + json.dumps(short) + "\n" + json.dumps(apart))
        self.assertEqual(8, len(fit.papers([self.file], without="apart")[1]))

    def test_a_feature_that_never_changes_does_no_harm(self):
        names, found = fit.papers([self.file])
        for one in found:
            for sentence in one["sentences"]:
                sentence["features"][1] = 4.0
        self.assertTrue(all(abs(w) < 1e6 for w in fit.sentences(found)[2]))


if __name__ == "__main__":
    unittest.main()
