"""What the recipe relies on; needs no training data. Run: python -m unittest"""

import tempfile
import unittest
from pathlib import Path

import numpy

import need
import calibrate
import data
import fitting
import runtime
import texts
from network import Network

PARAGRAPHS = [
    data.Paragraph("a", "", ["Earlier work shows the same effect <cite>.", "We describe a faster way.", "See <cite> for more."], [1, 0, None], "plos"),
    data.Paragraph("b", "", ["Figure 2 shows the error.", "The gene was first described in yeast."], [0, 1], "plos"),
]


class Need(unittest.TestCase):
    def test_marks_are_not_given(self):
        found = need.texts_of(PARAGRAPHS)
        self.assertEqual("Earlier work shows the same effect.", found[0].sentences[0])
        self.assertEqual([1, 0, need.NONE], found[0].labels)

    def test_only_known_sentences_are_measured(self):
        logits = [numpy.array([[0.0, 2.0], [1.0, 0.0], [0.0, 9.0]]), numpy.array([[0.0, -1.0], [0.0, 3.0]])]
        odds, labels = need.known(need.texts_of(PARAGRAPHS), logits)
        self.assertEqual(([2.0, -1.0, -1.0, 3.0], [1, 0, 0, 1]), (odds.tolist(), labels.tolist()))

    def test_phrases_of_the_encoder_are_read(self):
        known = calibrate.weights()
        self.assertGreater(len(known), 1000)
        self.assertFalse([phrase for phrase in known if phrase.startswith("!")])


class Training(unittest.TestCase):
    def test_a_small_run_learns_and_the_runtime_agrees(self):
        some = need.texts_of(PARAGRAPHS)
        network = Network(len(need.LABELS))
        fitting.fit(network, texts.windows(some, texts.tokenizer()), need.loss, epochs=12, rate=3e-3, tokens=512, seed=1)
        with tempfile.TemporaryDirectory() as folder:
            network.save(Path(folder), need.LABELS)
            odds, labels = need.known(some, runtime.Runtime(Path(folder)).sentences(some))
        self.assertEqual([True, False, False, True], (odds > 0).tolist())


if __name__ == "__main__":
    unittest.main()
