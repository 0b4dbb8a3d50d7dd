"""What the recipe relies on; needs no training data. Run: python -m unittest"""

import random
import unittest

import data
import forms
import phrases
import worthiness


class Forms(unittest.TestCase):
    def test_a_place_is_its_sentence_without_the_marks_of_others(self):
        self.assertEqual("It was seen by both methods [CITE] and by one more for all of them.",
                         forms.query("Before.", "It was seen by both methods [CITE] and by one more (e.g., [OTHER]) for all of them [REF]."))

    def test_before_a_short_sentence_stands_the_end_of_the_one_before(self):
        self.assertEqual("And we have found this. It agrees [CITE].", forms.query("And [CITE] we have found this [MATH].", "It agrees [CITE]."))
        self.assertEqual(2 * forms.SHORT_WORDS, len(forms.query("word " * 60, "It agrees [CITE].").split()))

    def test_a_long_sentence_is_cut_around_the_mark(self):
        words = [f"w{i}" for i in range(100)]
        for place in (0, 20, 50, 99):
            cut = forms.query("", " ".join(words[:place] + ["[CITE]"] + words[place:])).split()
            self.assertEqual(forms.WINDOW_WORDS, len(cut))
            self.assertIn("[CITE]", cut)

    def test_an_entry_needs_no_more_than_its_title(self):
        self.assertEqual("A title.", forms.passage("A  title. "))
        self.assertEqual("A title. Some words.", forms.passage("A title", "Some  words."))
        self.assertEqual(forms.ABSTRACT_WORDS + 2, len(forms.passage("A title", "word " * 300).split()))

    def test_a_claim_has_no_marks(self):
        self.assertEqual("cited: It is known.", forms.claim("It is known [CITE]."))


class Data(unittest.TestCase):
    def test_one_mark_of_several_is_left(self):
        self.assertEqual("a [CITE], b   and c   .", data.only_mark("a [CITE], b [CITE] and c [CITE] .", 0))
        self.assertEqual("a   , b [CITE].", data.only_mark("a [CITE] , b [CITE].", 1))

    def test_author_and_year_become_a_mark(self):
        self.assertEqual(("[CITE] show it [CITE].", 2), data.unnamed("Johnson (2002) show it (see Smith and Jones, 1999; Lee, 2001)."))
        self.assertEqual(("It rained (in 1999).", 0), data.unnamed("It rained (in 1999)."))

    def test_sentences_do_not_end_at_abbreviations(self):
        self.assertEqual(["It is so, cf. Fig. 3 of it.", "It ends."], data.sentences("It is so, cf. Fig. 3 of it. It ends."))


class Phrases(unittest.TestCase):
    def test_phrases_have_one_to_three_words_and_no_numbers(self):
        self.assertEqual({"<s>", "it", "0", "</s>", "<s> it", "it 0", "0 </s>", "<s> it 0", "it 0 </s>"}, phrases.phrases("It [CITE] 1,000.5"))

    def test_what_is_not_known_does_not_count(self):
        self.assertAlmostEqual(3 / 2**0.5, phrases.score("We agree", {"we": 1.0, "agree": 2.0}, {"we", "agree"}))
        self.assertEqual(0, phrases.score("", {"we": 1.0}, {"we"}))

    def test_the_threshold_is_the_lowest_that_holds(self):
        import numpy
        scores = numpy.arange(100, 0, -1) / 100
        labels = numpy.array([1] * 60 + [0] * 40)
        self.assertAlmostEqual(0.21, phrases.threshold_for(scores, labels, 0.75))


class Worthiness(unittest.TestCase):
    def test_there_is_a_number_for_each_feature(self):
        one = data.Paragraph("p", "Related work", ["We use 30% of Newton [CITE].", "It ends."], [1, 0], "", 0.25)
        first, last = worthiness.features(one, 0), worthiness.features(one, 1)
        self.assertEqual(worthiness.COUNT, len(first))
        names = [f["kind"] for f in worthiness.FEATURES]
        self.assertEqual((1.0, 0.0), (first[names.index("first")], last[names.index("first")]))
        self.assertEqual(1.0, last[names.index("last")])

    def test_batches_take_each_place_once(self):
        import train

        paper = data.Paper("p", "t", "journals", [], [data.Place("", str(i), [0]) for i in range(50)])
        parts = train.chunks([paper], random.Random(1))
        self.assertEqual(sorted(map(str, range(50))), sorted(p.sentence for _, places in parts for p in places))


if __name__ == "__main__":
    unittest.main()
