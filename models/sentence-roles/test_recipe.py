"""What the recipe relies on; needs no training data. Run: python -m unittest"""

import json
import tempfile
import unittest
from pathlib import Path

import numpy
import torch

import roles  # first: it adds ../adapters to the path
import fitting
import runtime
import texts
from network import Network
from texts import Text

ABSTRACTS = [
    Text(["Floods are frequent.", "We aim to predict them.", "A model is trained.", "It is right in 90% of the cases."], [0, 1, 2, 3],
         [0.9, 0.6, 1.0, 0.8], "csabstruct", "0"),
    Text(["Sleep is short.", "We asked 40 nurses.", "They sleep six hours.", "Shifts should be shorter."], [0, 2, 3, 4], [], "structured", "1"),
]


class Windows(unittest.TestCase):
    def test_sentences_joined_are_the_tokens_of_the_whole_text(self):
        words = texts.tokenizer()
        for text, window in zip(ABSTRACTS, texts.windows(ABSTRACTS, words)):
            self.assertEqual(words.encode(" ".join(text.sentences)).ids, window.ids)

    def test_long_texts_stand_in_windows_that_overlap(self):
        self.assertEqual([(0, 3)], texts.spans([100, 200, 210]))
        self.assertEqual([(0, 5), (1, 6)], texts.spans([100] * 6))
        self.assertEqual([(0, 1), (1, 2)], texts.spans([510, 510]))
        lengths = [20] * 100
        found = texts.spans(lengths)
        self.assertEqual((25 - texts.OVERLAP, 50 - texts.OVERLAP), found[1])
        self.assertEqual(100, found[-1][1])

    def test_each_sentence_is_read_once(self):
        long = [Text(["word " * 505, "word " * 505, "word " * 200, "word " * 400], [0] * 4)]
        windows = texts.windows(long, texts.tokenizer())
        found = [numpy.arange(w.first, w.first + len(w.labels), dtype=numpy.float32)[:, None] for w in windows]
        self.assertEqual([0, 1, 2, 3], texts.read_back(long, windows, found)[0][:, 0].tolist())
        text = Text([f"Sentence {i} has some words that fill the window more and more." for i in range(80)], [0] * 80)
        windows = texts.windows([text], texts.tokenizer())
        self.assertGreater(len(windows), 1)
        found = [numpy.arange(w.first, w.first + len(w.labels), dtype=numpy.float32)[:, None] for w in windows]
        self.assertEqual(list(range(80)), texts.read_back([text], windows, found)[0][:, 0].tolist())


class Roles(unittest.TestCase):
    def test_conclusions_count_as_results_where_annotators_had_none(self):
        logits = torch.tensor([[0.0, 0.0, 1.0, 0.8, 0.8, 0.0]])
        self.assertEqual(3, int(roles.merged(logits, "csabstruct").argmax()))
        self.assertEqual(2, int(roles.merged(logits, "structured").argmax()))

    def test_f1_of_each_role(self):
        logits = [numpy.eye(6)[[0, 1, 2, 2]] * 9, numpy.eye(6)[[0, 2, 3, 4]] * 9]
        found = roles.measured(ABSTRACTS, logits)
        self.assertEqual((87.5, 100.0, 80.0), (found["micro"], found["background"], found["method"]))


class Training(unittest.TestCase):
    def test_a_small_run_learns_and_the_runtime_agrees(self):
        words = texts.tokenizer()
        torch.manual_seed(1)
        network = Network(len(roles.LABELS), kind=torch.float32)
        fitting.fit(network, texts.windows(ABSTRACTS, words), roles.loss({"csabstruct": 1.0, "structured": 1.0}, 1.0),
                    epochs=12, rate=3e-3, tokens=512, seed=1)
        wanted = fitting.predict(network, ABSTRACTS, words)
        self.assertEqual(100.0, roles.measured(ABSTRACTS, wanted)["micro"])
        with tempfile.TemporaryDirectory() as folder:
            network.save(Path(folder), roles.LABELS)
            self.assertEqual("LORA", json.loads((Path(folder) / "adapter_config.json").read_text())["peft_type"])
            found = runtime.Runtime(Path(folder)).sentences(ABSTRACTS)
        self.assertEqual(100.0, roles.measured(ABSTRACTS, found)["micro"])
        for one, other in zip(wanted, found):
            self.assertLess(numpy.abs(runtime.shares(one) - runtime.shares(other)).max(), 0.25)


if __name__ == "__main__":
    unittest.main()
