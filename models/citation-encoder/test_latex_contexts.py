"""Tests of the reader of contexts; run with: python3 -m unittest test_latex_contexts"""

import json
import tempfile
import unittest
from pathlib import Path

import latex_contexts as reader

BIB = r"""@string{jour = "Journal of Examples"}
@article{mueller:2001, author = {M{\"u}ller, Eva and Jos\'{e} Garc\'ia}, title = {{Deep} {Wells} \& Shallow Ones}, journal = jour # " B",
  year = 2001, month = jan, doi = {https://doi.org/10.1000/xyz}, abstract = "About {wells}."}
@comment{nothing}
@inproceedings{zeta99, author = "A. Zeta and others", title = "Second", booktitle = {Proc. of Things}, date = {1999-05-01}}
@book{broken, title = {Never closed
@misc{last, title = {Last one}, howpublished = {Web}}
"""

MAIN = r"""\documentclass{article}
\newcommand{\eg}{e.g.}
\newcommand{\seealso}[1]{(see also \citealp{#1})}
\title{A Paper on \emph{Wells}\thanks{to all}}
\begin{document}
\begin{abstract}We look at wells in a short abstract.\end{abstract}
\section{Introduction}
Water was known to the ancients, \eg the old ones. % \cite{last} is not said
The depth of wells was measured by Müller and her group \citep[p.~3]{mueller:2001,zeta99}, cf. Fig.~\ref{a} for $x<1$. Others
measured the same again \cite{last}.\footnote{A footnote also speaks about many of the wells \citet*{zeta99}.}

\input{part}
\begin{table}\caption{All of the wells that were measured before \cite{last}}\begin{tabular}{c}a & \cite{last}\end{tabular}\end{table}
\end{document}
"""

PART = r"""\section{Methods}
We follow the approach that was described long ago \seealso{last}. By \citeauthor{zeta99} nothing is counted here at all.
Energy is given by \begin{equation}E=mc^2\end{equation} as shown in the earlier work \cite{zeta99}.
"""

MARKDOWN = """---
title: "A *tool* for wells"
bibliography: refs.bib
---

# Statement of need

Many tools for wells exist today [@mueller:2001; see @zeta99, p. 3]. As @last says, none of them is good enough.

```
not text at all [@last]
```
"""


class BibTest(unittest.TestCase):
    def setUp(self):
        self.entries = list(reader.bib_entries(BIB))

    def test_entries_keep_the_order_of_the_file(self):
        self.assertEqual(["mueller:2001", "zeta99", "broken", "last"], [key for _, key, _ in self.entries])

    def test_strings_and_months_are_joined(self):
        fields = self.entries[0][2]
        self.assertEqual(("Journal of Examples B", "January"), (fields["journal"], fields["month"]))

    def test_accents_become_characters(self):
        for written, expected in ((r"M{\"u}ller", "Müller"), (r"Garc\'ia", "García"), (r"\c{c}a", "ça"), (r"\v{S}imek", "Šimek"),
                                  (r"Stra{\ss}e", "Straße"), (r"\O stergaard", "Østergaard"), (r"Erd{\H o}s", "Erdős"), (r"na{\"\i}ve", "naïve")):
            with self.subTest(written):
                self.assertEqual(expected, reader.plain(written))


class SentenceTest(unittest.TestCase):
    def test_abbreviations_end_no_sentence(self):
        for text in ("See Fig. A for it, e.g. Smith et al. Here it goes on.", "It was found by J. Smith in the lake."):
            with self.subTest(text):
                self.assertEqual([text], reader.sentences(text))

    def test_a_citation_after_the_full_stop_stays_with_its_sentence(self):
        mark = f"{reader._OPEN}0{reader._CLOSE}"
        self.assertEqual([f"It was so.{mark}", "Then it was not."], reader.sentences(f"It was so.{mark} Then it was not."))


class PaperTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        for name, text in (("main.tex", MAIN.replace(r"\end{document}", "\\bibliography{refs}\n\\end{document}")), ("part.tex", PART),
                           ("refs.bib", BIB), ("paper.md", MARKDOWN)):
            (self.root / name).write_text(text, encoding="utf-8")
        self.needed = reader.CITATIONS_NEEDED, reader.WORDS_NEEDED
        reader.CITATIONS_NEEDED = 2
        # The libraries of these samples are smaller than those of papers.
        self.checked = reader._checked
        reader._checked = lambda paper, citations: paper
        self.addCleanup(setattr, reader, "_checked", self.checked)
        self.addCleanup(setattr, reader, "CITATIONS_NEEDED", self.needed[0])

    def latex(self):
        return reader.latex_paper(self.root / "main.tex", self.root, "p")

    def test_citations_are_found_with_their_surroundings(self):
        rank = {"text": 0, "caption": 1, "footnote": 2}
        found = [(c["command"], c["where"], tuple(c["gold"]), c["section"]) for c in self.latex().contexts]
        self.assertEqual([("citep", "text", ("mueller:2001", "zeta99"), "Introduction"), ("cite", "text", ("last",), "Introduction"),
                          ("citealp", "text", ("last",), "Methods"), ("cite", "text", ("zeta99",), "Methods"),
                          ("cite", "caption", ("last",), "Methods"), ("citet*", "footnote", ("zeta99",), "Introduction")],
                         sorted(found, key=lambda line: rank[line[1]]))

    def test_sentence_is_plain_text_with_marks(self):
        first = self.latex().contexts
        texts = [c["sentence"] for c in first]
        self.assertIn("The depth of wells was measured by Müller and her group [CITE], cf. Fig. [REF] for x<1.", texts)
        self.assertIn("as shown in the earlier work [CITE].", texts)
        self.assertIn("We follow the approach that was described long ago (see also [CITE]).", texts)

    def test_place_is_the_command_in_its_own_file(self):
        for context in self.latex().contexts:
            with self.subTest(context["sentence"]):
                text = (self.root / context["file"]).read_text(encoding="utf-8")
                piece = text[context["offset"]:context["offset"] + context["length"]]
                self.assertTrue(piece.startswith(("\\cite", "\\seealso")) and piece.endswith("}"), piece)

    def test_author_named_and_previous(self):
        named = {c["sentence"][:9]: (c["author_named"], c["previous"]) for c in self.latex().contexts}
        self.assertEqual((True, "Water was known to the ancients, e.g. the old ones."), named["The depth"])
        self.assertEqual((False, ""), named["We follow"])

    def test_title_abstract_and_library(self):
        paper = self.latex()
        self.assertEqual(("A Paper on Wells", "We look at wells in a short abstract."), (paper.title, paper.abstract))
        entry = paper.library[0]
        self.assertEqual((["Müller, Eva", "José García"], "Deep Wells & Shallow Ones", 2001, "10.1000/xyz", 0),
                         (entry["authors"], entry["title"], entry["year"], entry["doi"], entry["position"]))

    def test_markdown_citations(self):
        paper = reader.markdown_paper(self.root / "paper.md", self.root, "p")
        self.assertEqual([("citep", ["mueller:2001", "zeta99"]), ("citet", ["last"])], [(c["command"], c["gold"]) for c in paper.contexts])
        self.assertEqual("As [CITE] says, none of them is good enough.", paper.contexts[1]["sentence"])


class MakeTest(unittest.TestCase):
    def test_files_are_written_and_the_split_depends_on_the_repository_alone(self):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            folder = root / "papers" / "owner+name"
            folder.mkdir(parents=True)
            (folder / "origin.json").write_text(json.dumps({"repository": "owner/name", "commit": "c", "licence": "MIT", "evidence": "LICENSE"}))
            (folder / "refs.bib").write_text("\n".join(f"@misc{{k{i}, title = {{Title {i}}}}}" for i in range(9)))
            body = "\n\n".join(f"This is the sentence which has number {chr(97 + i) * 9} and cites a work \\cite{{k{i}}}." for i in range(9))
            (folder / "main.tex").write_text("\\documentclass{article}\\begin{document}" + body + "\\bibliography{refs}\\end{document}")
            counts = reader.make(root / "papers", root / "out", root / "sources.tsv", [], set())
            lines = [json.loads(line) for line in (root / "out" / "contexts.jsonl").read_text().splitlines()]
            self.assertEqual((9, 9), (counts["citations"], len(lines)))
            self.assertEqual({reader.split("Owner/Name")}, {line["split"] for line in lines})
            self.assertIn("owner/name\tc\tMIT", (root / "sources.tsv").read_text())

    def test_licences_that_forbid_are_refused(self):
        for text, expected in (("Permission is hereby granted, free of charge, to any person", "MIT"), ("GNU GENERAL PUBLIC LICENSE", ""),
                               ("Creative Commons Attribution-NonCommercial 4.0", ""), ("Creative Commons Attribution 4.0 International", "CC-BY")):
            with self.subTest(text):
                self.assertEqual(expected, reader.licence(text))


if __name__ == "__main__":
    unittest.main()
