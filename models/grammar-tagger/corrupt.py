"""Puts artificial errors into clean sentences, in the shares in which authors put real ones right."""

import random
from collections import Counter

import edits

# kinds of change in real corrections (git-edits, tier A)
SHARES = {
    "function": 34.0,
    "spelling": 33.0,
    "ending": 17.0,
    "punctuation": 7.0,
    "joined": 5.5,
    "article": 5.0,
    "confusion": 3.0,
    "doubled": 1.5,
    # not counted there: what writers of one first language get wrong, see PATTERNS, and first letters
    "pattern": 4.0,
    "case": 2.0,
}
# the same with what dictionaries know better left to them: all that is learned from is what the tagger alone can see
GRAMMAR_SHARES = SHARES | {"spelling": 6.0, "punctuation": 4.0, "article": 8.0, "case": 1.0}
# how many errors a sentence gets: none often, for a paper is mostly right
ERROR_COUNTS = ((0, 0.34), (1, 0.34), (2, 0.19), (3, 0.09), (4, 0.04))

ARTICLES = frozenset("a an the".split())
PREPOSITIONS = frozenset(
    "of in to for with on at from by about as into like through after over between out against during without before under around among"
    " within upon towards toward since until".split()
)
FUNCTION_WORDS = ARTICLES | PREPOSITIONS | frozenset(
    "and or but nor so that which who whom whose what when where why how if than then because although though while whereas is are was were"
    " be been being am has have had having do does did can could may might must shall should will would not no it its they them their he she"
    " his her we us our you your i my me this these those there here such some any each every all both much many more most few less least"
    " other another one also only too very just even still yet however therefore thus hence".split()
)

# what Chinese, German, Slavic speakers and speakers of Romance languages typically write, right side first
PATTERNS = [
    ("research", "researches"), ("information", "informations"), ("equipment", "equipments"), ("software", "softwares"),
    ("evidence", "evidences"), ("knowledge", "knowledges"), ("literature", "literatures"), ("feedback", "feedbacks"),
    ("work", "works"), ("training", "trainings"), ("behavior", "behaviors"), ("noise", "noises"), ("hardware", "hardwares"),
    ("consists of", "consists in"), ("consist of", "consist in"), ("consists of", "consists from"), ("depends on", "depends of"),
    ("depends on", "depends from"), ("depend on", "depend of"), ("depends on", "is depend on"), ("different from", "different with"),
    ("different from", "different to"), ("similar to", "similar with"), ("similar to", "similar as"), ("according to", "according with"),
    ("in contrast to", "in contrary to"), ("on the other hand", "in the other hand"), ("on the other hand", "at the other hand"),
    ("results in", "results to"), ("result in", "result to"), ("leads to", "leads into"), ("discuss", "discuss about"),
    ("discussed", "discussed about"), ("emphasize", "emphasize on"), ("comprises", "comprises of"), ("lacks", "lacks of"),
    ("composed of", "composed by"), ("interested in", "interested on"), ("focus on", "focus in"), ("focuses on", "focuses in"),
    ("focus on", "focus at"), ("based on", "based in"), ("based on", "basing on"), ("due to", "due of"), ("due to", "owe to"),
    ("in order to", "in order for"), ("as well as", "as well"), ("most of the", "the most of the"), ("such as", "such like"),
    ("allows us to", "allows to"), ("allow us to", "allow to"), ("enables us to", "enables to"), ("it is possible", "is possible"),
    ("it can be", "can be"), ("there are", "there is"), ("there is", "there are"), ("has been", "have been"), ("have been", "has been"),
    ("was", "has been"), ("were", "have been"), ("for the past", "since the past"), ("less", "fewer"), ("fewer", "less"),
    ("than", "then"), ("because of", "because"), ("despite", "despite of"), ("in spite of", "in spite"), ("both", "the both"),
    ("although", "although,"), ("that", ", that"), ("contribute to", "contribute in"), ("contributes to", "contributes for"),
    ("applied to", "applied on"), ("applied to", "applied in"), ("compared with", "compared against"), ("compared to", "compare to"),
    ("associated with", "associated to"), ("related to", "related with"), ("corresponding to", "corresponding with"),
    ("corresponds to", "corresponds with"), ("suitable for", "suitable to"), ("capable of", "capable to"), ("able to", "able of"),
    ("to be able to", "to can"), ("the number of", "the amount of"), ("a number of", "number of"), ("a variety of", "variety of"),
    ("in the literature", "in literature"), ("the same", "same"), ("one of the", "one of"), ("in recent years", "in the recent years"),
    ("in general", "in the general"), ("in particular", "in particularly"), ("for example", "for an example"), ("at least", "at less"),
    ("take into account", "take account"), ("taken into account", "taken account"), ("play a role", "play role"),
    ("with respect to", "with respect of"), ("in terms of", "in term of"), ("in addition to", "in addition"),
    ("as a result", "as result"), ("as a function of", "as function of"), ("in the case of", "in case of the"), ("make use of", "make use"),
    ("carried out", "carried"), ("is equal to", "equals to"), ("prove that", "proof that"), ("we prove", "we proof"),
]
_IRREGULAR = [
    {"is", "are", "be", "was", "were", "been", "being"}, {"has", "have", "had", "having"}, {"does", "do", "did", "done", "doing"},
    {"this", "these"}, {"that", "those"}, {"goes", "go", "went", "gone"}, {"show", "shown", "shows", "showed", "showing"},
    {"give", "given", "gives", "gave", "giving"}, {"take", "taken", "takes", "took", "taking"}, {"find", "found", "finds", "finding"},
    {"make", "made", "makes", "making"}, {"lead", "led", "leads", "leading"}, {"write", "written", "writes", "wrote"},
    {"choose", "chosen", "chose", "chooses", "choosing"}, {"see", "seen", "sees", "saw"}, {"build", "built", "builds", "building"},
    {"hold", "held", "holds", "holding"}, {"become", "became", "becomes", "becoming"}, {"grow", "grown", "grows", "grew", "growing"},
    {"rise", "risen", "rises", "rose", "rising"}, {"fall", "fallen", "falls", "fell"}, {"draw", "drawn", "draws", "drew"},
    {"phenomenon", "phenomena"}, {"criterion", "criteria"}, {"analysis", "analyses"}, {"hypothesis", "hypotheses"},
    {"matrix", "matrices"}, {"index", "indices"}, {"datum", "data"}, {"man", "men"}, {"woman", "women"}, {"child", "children"},
    {"begin", "began", "begun", "begins"}, {"keep", "kept", "keeps"}, {"mean", "meant", "means"}, {"think", "thought", "thinks"},
    {"bring", "brought", "brings"}, {"run", "ran", "runs", "running"}, {"come", "came", "comes", "coming"},
    {"know", "known", "knows", "knew"}, {"prove", "proven", "proved", "proves", "proof", "proofs"}, {"can", "could"}, {"will", "would"},
    {"may", "might"}, {"much", "many"}, {"good", "better", "best", "well"}, {"less", "least", "little"},
]
_KEYS = {
    "a": "qwsz", "b": "vghn", "c": "xdfv", "d": "serfcx", "e": "wsdr", "f": "drtgvc", "g": "ftyhbv", "h": "gyujnb", "i": "ujko", "j": "huikmn",
    "k": "jiolm", "l": "kop", "m": "njk", "n": "bhjm", "o": "iklp", "p": "ol", "q": "wa", "r": "edft", "s": "awedxz", "t": "rfgy", "u": "yhji",
    "v": "cfgb", "w": "qase", "x": "zsdc", "y": "tghu", "z": "asx",
}


class Families:
    """Forms of one word, guessed from the words of the clean text by the rules of English endings."""

    def __init__(self, counts: Counter, at_least: int = 20):
        self._known = {word for word, count in counts.items() if count >= at_least}
        self._irregular: dict[str, set[str]] = {}
        for family in _IRREGULAR:
            for word in family:
                self._irregular.setdefault(word, set()).update(family - {word})

    def forms(self, word: str) -> list[str]:
        if word in self._irregular:
            return sorted(self._irregular[word])
        found = set()
        for base in self._bases(word):
            found |= self._forms_of(base)
        found.discard(word)
        return sorted(found)

    def _bases(self, word: str) -> set[str]:
        bases = {word}
        for ending, instead in (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""),
                                ("ing", "e"), ("ly", ""), ("ily", "y"), ("ally", "al"), ("ally", ""), ("ce", "t"), ("cy", "t"), ("cy", "te"),
                                ("ity", ""), ("ity", "e"), ("al", "")):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                base = word[: len(word) - len(ending)] + instead
                bases.add(base)
                if len(base) > 4 and base[-1] == base[-2]:
                    bases.add(base[:-1])
        return {base for base in bases if base in self._known}

    def _forms_of(self, base: str) -> set[str]:
        forms = {base, base + "s", base + "es", base + "ed", base + "ing", base + "ly", base + "d", base + base[-1] + "ed", base + base[-1] + "ing"}
        if base.endswith("e"):
            forms |= {base[:-1] + "ing"}
        if base.endswith("y"):
            forms |= {base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ily"}
        if base.endswith("t"):
            forms |= {base[:-1] + "ce", base[:-1] + "cy"}
        if base.endswith("te"):
            forms |= {base[:-2] + "cy"}
        forms |= {base.removesuffix("e") + "ity", base + "al"}
        return {form for form in forms if form in self._known}


class Corruptor:
    def __init__(self, counts, replacements, extra, missing, misspellings):
        self.families = Families(counts)
        self.known = {word for word, count in counts.items() if count >= 5}
        self.common = {word for word, count in counts.items() if count >= 200}
        self.misspellings = misspellings
        self.function_swaps, self.confusions = {}, {}
        for right, wrong in replacements.items():
            if right != right.lower():
                continue
            if right in FUNCTION_WORDS:
                least = max(3, 0.015 * sum(wrong.values()))
                swaps = {w: c for w, c in wrong.items() if w in FUNCTION_WORDS and w not in ARTICLES and w != right and c >= least}
                if swaps and right not in ARTICLES:
                    self.function_swaps[right] = swaps
            else:
                near = {w: c for w, c in wrong.items() if w in self.known and w.isalpha() and self._near(w, right)}
                if near:
                    self.confusions[right] = near
        for a, b in (("affect", "effect"), ("affects", "effects"), ("principle", "principal"), ("loose", "lose"), ("then", "than"),
                     ("complement", "compliment"), ("it's", "its"), ("discrete", "discreet"), ("ensure", "insure"), ("form", "from"),
                     ("trial", "trail"), ("casual", "causal"), ("where", "were"), ("there", "their"), ("weather", "whether"),
                     ("advice", "advise"), ("adapt", "adopt"), ("proceed", "precede"), ("of", "off"), ("quite", "quiet"),
                     ("through", "though"), ("thought", "though"), ("sequential", "sequent"), ("later", "latter"), ("lead", "led"),
                     ("practice", "practise"), ("course", "coarse"), ("sight", "site"), ("access", "excess"), ("assure", "ensure"),
                     ("dependent", "dependant"), ("respectively", "respectfully"), ("precision", "precession"), ("angle", "angel"),
                     ("an", "and"), ("to", "too"), ("or", "of"), ("on", "one"), ("is", "in"), ("as", "is"), ("be", "by"), ("its", "it")):
            self.confusions.setdefault(a, {})[b] = 30
            self.confusions.setdefault(b, {})[a] = 30
        self.extra = {w: c for w, c in extra.items() if w in FUNCTION_WORDS and w not in ("i", "my", "me", "he", "she", "you")}
        self.missing = {w: c for w, c in missing.items() if w in FUNCTION_WORDS and w not in ("i", "my", "me", "he", "she", "you")}
        self.patterns: dict[str, list[tuple[list[str], str]]] = {}
        for right, wrong in PATTERNS:
            parts = right.split()
            self.patterns.setdefault(parts[0], []).append((parts, wrong))

    @staticmethod
    def _near(a: str, b: str) -> bool:
        return a != b and a[:2] == b[:2] and abs(len(a) - len(b)) <= 4

    def corrupt(self, sentence: str, rng: random.Random, count: int | None = None, kinds=None) -> tuple[str, list[str]]:
        """The sentence with errors and the kinds of them; the sentence itself where none could be put in.

        `kinds` are the shares of the kinds, SHARES if not given.
        """
        if count is None:
            point, count = rng.random(), 0
            for number, share in ERROR_COUNTS:
                if point < share:
                    count = number
                    break
                point -= share
        shares = kinds or SHARES
        names, weights = list(shares), list(shares.values())
        done = []
        for _ in range(count):
            for _ in range(6):
                kind = rng.choices(names, weights)[0]
                wrong = getattr(self, "_" + kind)(sentence, edits.words(sentence), rng)
                if wrong and wrong != sentence:
                    sentence = wrong
                    done.append(kind)
                    break
        return sentence, done

    def _pick(self, words, rng, wanted, weight=None):
        places = [i for i, w in enumerate(words) if wanted(w.text)]
        if not places:
            return None
        return rng.choices(places, [weight(words[i].text) for i in places])[0] if weight else rng.choice(places)

    @staticmethod
    def _replaced(text, word, new):
        if word.text[:1].isupper():
            new = new[:1].upper() + new[1:]
        return text[: word.start] + new + text[word.end :]

    @staticmethod
    def _without(text, word):
        start = word.start - 1 if word.start > 0 and text[word.start - 1] == " " else word.start
        rest = text[word.end :]
        if start == 0:
            rest = rest.lstrip()
            return rest[:1].upper() + rest[1:]
        return text[:start] + rest

    @staticmethod
    def _draw(counts, rng):
        return rng.choices(list(counts), list(counts.values()))[0]

    def _function(self, text, words, rng):
        way = rng.random()
        if way < 0.55:
            at = self._pick(words, rng, lambda w: w.lower() in self.function_swaps)
            return at is not None and self._replaced(text, words[at], self._draw(self.function_swaps[words[at].text.lower()], rng))
        if way < 0.8:
            wanted = lambda w: w in self.missing and w not in ARTICLES
            at = self._pick(words, rng, wanted, lambda w: self.missing[w] ** 0.5)
            return at is not None and self._without(text, words[at])
        counts = {w: c for w, c in self.extra.items() if w not in ARTICLES}
        word = self._draw(counts, rng)
        at = self._gap(words, rng, before_function=word in PREPOSITIONS)
        return at is not None and text[: words[at].start] + word + " " + text[words[at].start :]

    def _gap(self, words, rng, before_function):
        """Where a word too much is likely: a preposition after a content word, another word before one."""
        gaps = []
        for i in range(1, len(words)):
            a, b = words[i - 1].text, words[i].text
            if not a[0].isalpha() or not (b[0].isalpha() or b[0] == "[") or words[i].start == words[i - 1].end:
                continue
            if not before_function or (a.lower() not in FUNCTION_WORDS and (b.lower() in FUNCTION_WORDS or b.islower())):
                gaps.append(i)
        return rng.choice(gaps) if gaps else None

    def _article(self, text, words, rng):
        way = rng.random()
        if way < 0.5:
            at = self._pick(words, rng, lambda w: w.lower() in ARTICLES)
            return at is not None and self._without(text, words[at])
        if way < 0.75:
            at = self._pick(words, rng, lambda w: w.lower() in ARTICLES)
            if at is None:
                return None
            others = sorted(ARTICLES - {words[at].text.lower()})
            return self._replaced(text, words[at], rng.choice(others))
        places = [
            i
            for i in range(1, len(words))
            if words[i].text.isalpha()
            and words[i].text.islower()
            and words[i].text not in FUNCTION_WORDS
            and not words[i].text.endswith("ly")
            and words[i].start > words[i - 1].end
            and (words[i - 1].text.lower() in PREPOSITIONS or words[i - 1].text.lower() in ("and", "or", "is", "are"))
        ]
        if not places:
            return None
        at = rng.choice(places)
        article = rng.choice(("the", "the", "the", "a"))
        return text[: words[at].start] + article + " " + text[words[at].start :]

    def _spelling(self, text, words, rng):
        at = self._pick(words, rng, lambda w: len(w) >= 4 and w.isalpha() and (w.islower() or w.istitle()) and w.lower() in self.common,
                        lambda w: len(w))
        if at is None:
            return None
        word = words[at].text.lower()
        listed = self.misspellings.get(word)
        wrong = rng.choice(listed) if listed and rng.random() < 0.6 else self._slip(word, rng)
        return wrong not in self.known and self._replaced(text, words[at], wrong)

    def _slip(self, word, rng):
        i = rng.randrange(1, len(word))
        way = rng.random()
        if way < 0.3:
            return word[:i] + word[i + 1 :]
        if way < 0.5:
            return word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :]
        if way < 0.65:
            return word[:i] + word[i - 1] + word[i:]
        if way < 0.8 and word[i] in "aeiou":
            return word[:i] + rng.choice("aeiou") + word[i + 1 :]
        near = _KEYS.get(word[i], "e")
        return word[:i] + rng.choice(near) + (word[i + 1 :] if way < 0.93 else word[i:])

    def _ending(self, text, words, rng):
        at = self._pick(words, rng, lambda w: len(w) >= 2 and w.isalpha() and (w.islower() or w.istitle())
                        and (w.lower() not in FUNCTION_WORDS or w.lower() in ("is", "are", "was", "were", "has", "have", "this", "these", "does", "do"))
                        and len(self.families.forms(w.lower())) > 0)
        if at is None:
            return None
        return self._replaced(text, words[at], rng.choice(self.families.forms(words[at].text.lower())))

    def _punctuation(self, text, words, rng):
        way = rng.random()
        if way < 0.45:
            at = self._pick(words, rng, lambda w: w == ",")
            return at is not None and text[: words[at].start] + text[words[at].end :]
        if way < 0.65:
            gaps = [i for i in range(2, len(words) - 1) if words[i].start > words[i - 1].end and words[i - 1].text[-1].isalnum()
                    and (words[i].text in ("that", "which", "and", "is", "are", "because", "when", "if", "to", "of") or rng.random() < 0.1)]
            if not gaps:
                return None
            at = words[rng.choice(gaps) - 1].end
            return text[:at] + "," + text[at:]
        if way < 0.8:
            return text[:-1] if text.endswith(".") else None
        if way < 0.9:
            at = self._pick(words, rng, lambda w: w in ";:")
            return at is not None and text[: words[at].start] + "," + text[words[at].end :]
        at = self._pick(words, rng, lambda w: len(w) > 2 and w[-2:] in ("'s", "’s"))
        return at is not None and text[: words[at].end - 2] + "s" + text[words[at].end :]

    def _joined(self, text, words, rng):
        way = rng.random()
        if way < 0.5:
            at = self._pick(words, rng, lambda w: w == "-")
            if at is None or at in (0, len(words) - 1) or not words[at - 1].text.isalpha() or not words[at + 1].text.isalpha():
                return None
            return text[: words[at].start] + (" " if rng.random() < 0.7 else "") + text[words[at].end :]
        if way < 0.75:
            at = self._pick(words, rng, lambda w: len(w) >= 6 and w.isalpha() and w.islower() and bool(self._halves(w)))
            if at is None:
                return None
            cut = rng.choice(self._halves(words[at].text))
            sign = "-" if rng.random() < 0.3 else " "
            return text[: words[at].start + cut] + sign + text[words[at].start + cut :]
        gaps = [i for i in range(1, len(words)) if words[i].text.isalpha() and words[i - 1].text.isalpha() and words[i].start > words[i - 1].end
                and (words[i].text in FUNCTION_WORDS or words[i - 1].text in FUNCTION_WORDS)]
        if not gaps:
            return None
        at = rng.choice(gaps)
        sign = "-" if rng.random() < 0.3 else ""
        return text[: words[at - 1].end] + sign + text[words[at].start :]

    def _halves(self, word):
        return [i for i in range(2, len(word) - 1) if word[:i] in self.common and word[i:] in self.common]

    def _confusion(self, text, words, rng):
        at = self._pick(words, rng, lambda w: w.lower() in self.confusions)
        return at is not None and self._replaced(text, words[at], self._draw(self.confusions[words[at].text.lower()], rng))

    def _doubled(self, text, words, rng):
        at = self._pick(words, rng, lambda w: w.isalpha(), lambda w: 6.0 if w.lower() in FUNCTION_WORDS else 1.0)
        return at is not None and text[: words[at].end] + " " + words[at].text.lower() + text[words[at].end :]

    def _case(self, text, words, rng):
        if rng.random() < 0.2:
            return text[:1].lower() + text[1:] if words[0].text[1:].islower() else None
        upper = rng.random() < 0.5
        at = self._pick(words[1:], rng, lambda w: len(w) > 3 and w.isalpha() and (w.islower() and w not in FUNCTION_WORDS if upper else w.istitle()))
        if at is None:
            return None
        start = words[at + 1].start
        return text[:start] + (text[start].upper() if upper else text[start].lower()) + text[start + 1 :]

    def _pattern(self, text, words, rng):
        low = [w.text.lower() for w in words]
        places = [(i, len(parts), wrong) for i, word in enumerate(low) for parts, wrong in self.patterns.get(word, ())
                  if low[i : i + len(parts)] == parts]
        if not places:
            return None
        at, length, wrong = rng.choice(places)
        start, end = words[at].start, words[at + length - 1].end
        if wrong.startswith(","):
            start -= start > 0 and text[start - 1] == " "
        if text[start].isupper():
            wrong = wrong[0].upper() + wrong[1:]
        return text[:start] + wrong + text[end:]
