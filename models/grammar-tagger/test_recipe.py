"""What the recipe relies on; needs no training data. Run: python -m unittest"""

import random
import unittest
from collections import Counter

import corrupt
import edits

KNOWN = {"model", "models", "is", "are", "the", "a", "of", "fast", "data", "set", "well", "known", "result", "results", "show", "shows"}


def corrected(source: str, target: str, passes: int = 3) -> str:
    labeller = edits.Labeller(KNOWN, corrupt.FUNCTION_WORDS)
    text = source
    for _ in range(passes):
        found, labels = labeller.labels(text, target)
        following = found[1:] + [None]
        text = edits.apply(text, [(w, n, label) for w, n, label in zip(found, following, labels) if label != edits.KEEP])
    return text


class Edits(unittest.TestCase):
    def labels(self, source, target):
        found, labels = edits.Labeller(KNOWN, corrupt.FUNCTION_WORDS).labels(source, target)
        return {w.text: label for w, label in zip(found, labels) if label != edits.KEEP}

    def test_each_kind_of_change_has_its_label(self):
        self.assertEqual({"model": "SUFFIX__s"}, self.labels("The model are fast.", "The models are fast."))
        self.assertEqual({"model": "BEFORE_the"}, self.labels("Results of model are fast.", "Results of the model are fast."))
        self.assertEqual({"the": "DELETE"}, self.labels("Model of the the models is fast", "Model of the models is fast"))
        self.assertEqual({"is": "REPLACE_are"}, self.labels("The models is fast.", "The models are fast."))
        self.assertEqual({"data": "JOIN"}, self.labels("A data set.", "A dataset."))
        self.assertEqual({"well": "HYPHEN"}, self.labels("A well known model.", "A well-known model."))
        self.assertEqual({"-": "SPACE"}, self.labels("It is well-known.", "It is well known."))
        self.assertEqual({"modle": "SPELL"}, self.labels("A fast modle.", "A fast model."))
        self.assertEqual({"fast": "END_."}, self.labels("It is fast", "It is fast."))

    def test_a_word_that_goes_leaves_the_others_apart(self):
        for source, at, wanted in [("So, it is.", 1, "So it is."), ("In the [Fe] phase", 2, "In the Fe] phase"), ("The it is", 0, "It is"),
                                   ("It is the the model", 3, "It is the model"), ("It is so,", 3, "It is so")]:
            found = edits.words(source)
            following = found[at + 1] if at + 1 < len(found) else None
            self.assertEqual(wanted, edits.apply(source, [(found[at], following, edits.DELETE)]))

    def test_labels_lead_to_the_target(self):
        for source, target in [
            ("Results shows model is fast", "The results show the model is fast."),
            ("a model are well known,", "A model is well-known,"),
            ("[math] are the model of [cite].", "[math] is a model of [cite]."),
        ]:
            self.assertEqual(target, corrected(source, target, 4))


class Corruption(unittest.TestCase):
    SENTENCE = "The results of the well-known models show that the data are consistent with earlier work [cite], which is based on [math]."

    def corruptor(self):
        counts = Counter({w.text.lower(): 500 for w in edits.words(self.SENTENCE)} | {"result": 500, "model": 500, "shows": 500})
        return corrupt.Corruptor(counts, {"of": Counter({"in": 9, "for": 5})}, Counter({"the": 9, "to": 5}), Counter({"of": 9, "that": 3}),
                                 {"results": ["reslts"]})

    def test_placeholders_are_never_changed(self):
        maker = self.corruptor()
        for seed in range(300):
            wrong, _ = maker.corrupt(self.SENTENCE, random.Random(seed), count=3)
            self.assertEqual(["[cite]", "[math]"], [w.text for w in edits.words(wrong) if w.text in edits.PLACEHOLDERS], wrong)

    def test_the_same_seed_makes_the_same_errors(self):
        maker = self.corruptor()
        self.assertEqual(maker.corrupt(self.SENTENCE, random.Random(7)), maker.corrupt(self.SENTENCE, random.Random(7)))

    def test_errors_lead_back(self):
        maker = self.corruptor()
        back = Counter()
        for seed in range(300):
            wrong, kinds = maker.corrupt(self.SENTENCE, random.Random(seed), count=1, kinds={"article": 5.0, "doubled": 1.5, "punctuation": 7.0})
            back[corrected(wrong, self.SENTENCE) == self.SENTENCE] += bool(kinds)
        self.assertGreater(back[True], 0.95 * (back[True] + back[False]))


if __name__ == "__main__":
    unittest.main()
