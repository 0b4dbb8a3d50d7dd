"""Makes training data for citation suggestion from public papers: every citation with its context, and the library it was chosen from.

    latex_contexts.py export MIRROR PAPERS    takes the text files of every licensed snapshot MIRROR/OWNER+NAME/repo into PAPERS/OWNER+NAME
    latex_contexts.py make PAPERS OUT         writes OUT/contexts.jsonl and OUT/library.jsonl; --sources names the table of origins
"""

import argparse
import bisect
import functools
import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Iterator, NamedTuple

FILE_LIMIT = 4_000_000
VALUE_LIMIT = 30_000
EXPANSION_DEPTH = 12
PAPERS_OF_ONE_REPOSITORY = 6
CITATIONS_NEEDED = 8
CITATIONS_OF_ONE_PAPER = 400
KEYS_NEEDED = 0.6
WORDS_NEEDED = 5
SENTENCE_LIMIT = 1200
DEV_PERCENT = 15

# ---------------------------------------------------------------------------------------------------------------- text of LaTeX

_ACCENTS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307", '"': "\u0308",
            "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331"}
_LETTERS = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "i",
            "j": "j", "th": "þ", "dh": "ð", "DH": "Ð", "TH": "Þ", "dj": "đ", "ldots": "…", "dots": "…", "textellipsis": "…",
            "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
            "textquotedblright": "”", "textasciitilde": "~", "textbackslash": "\\", "textunderscore": "_", "textdegree": "°",
            "textregistered": "®", "texttrademark": "™", "copyright": "©", "pounds": "£", "euro": "€", "S": "§", "P": "¶", "times": "×",
            "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e", "textmu": "µ", "degree": "°", "newblock": " ",
            "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
            "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
            "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
            "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "sim": "∼", "approx": "≈", "leq": "≤", "le": "≤", "geq": "≥",
            "ge": "≥", "pm": "±", "to": "→", "rightarrow": "→", "odot": "⊙", "circ": "°", "cdot": "·", "ell": "ℓ", "neq": "≠", "in": "∈"}
_ACCENT = re.compile(r"""\\(?:([`'^~=."])\s*|([uvHrcdkbt])(?:\s+|(?=\{)))(?:\{\s*\\?([A-Za-z]?)([^{}]*)\}|\\([ij])(?![A-Za-z])\s?|([A-Za-z]))""")
_LETTER = re.compile(r"\\(" + "|".join(sorted((re.escape(k) for k in _LETTERS), key=len, reverse=True)) + r")(?![A-Za-z])(?:\{\}|\s+)?")


def _accent(match: re.Match) -> str:
    mark, letter = match.group(1) or match.group(2), match.group(3) or match.group(5) or match.group(6) or ""
    combined = unicodedata.normalize("NFC", letter + _ACCENTS.get(mark, "")) if letter else ""
    return combined + (match.group(4) or "")


def letters(text: str) -> str:
    """Accents and named letters of LaTeX as characters."""
    return _LETTER.sub(lambda m: _LETTERS[m.group(1)], _ACCENT.sub(_accent, text)) if "\\" in text else text


def plain(text: str) -> str:
    """A value of a .bib file, or a title, as one line of plain text."""
    text = letters(text)
    text = re.sub(r"\\href\s*\{[^{}]*\}", "", text)
    text = re.sub(r"\\(?:[,;: ]|\\|newline\b)", " ", text)
    text = re.sub(r"\\([&%$#_{}@!-])", lambda m: m.group(1) if m.group(1) not in "!-{}" else "", text)
    text = re.sub(r"\\[A-Za-z]+\*?\s*", "", text)
    text = re.sub(r"[{}$]|\\", "", text).replace("~", " ")
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return " ".join(text.split())


def decoded(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace").removeprefix("\ufeff")
    return text.replace("\0", " ")


def folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()

# ------------------------------------------------------------------------------------------------------------------------- .bib

_MONTHS = {m[:3].lower(): m for m in ("January February March April May June July August September October November December").split()}
_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_FIELD = re.compile(r"\s*,*\s*([^\s=,{}()\"]+)\s*=\s*")
_VENUES = ("journal", "journaltitle", "booktitle", "eventtitle", "publisher", "school", "institution", "organization", "howpublished", "series")


_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)


def _balanced(text: str, start: int, end: int | None = None) -> int:
    """The place after the brace that closes the one at start, or -1."""
    depth = 0
    for match in _BRACES.finditer(text, start, len(text) if end is None else end):
        if match.group() == "{":
            depth += 1
        elif match.group() == "}":
            depth -= 1
            if depth == 0:
                return match.end()
    return -1


def _value(text: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    parts = []
    while at < len(text):
        if text[at] == "{":
            end = _balanced(text, at, at + VALUE_LIMIT)
            if end < 0:
                return "".join(parts), -1
            parts.append(text[at + 1:end - 1])
        elif text[at] == '"':
            end, depth = at + 1, 0
            while end < len(text) and (text[end] != '"' or depth > 0):
                depth += {"{": 1, "}": -1}.get(text[end], 0)
                end += 2 if text[end] == "\\" and text[end + 1:end + 2] not in ('"', "") else 1
            parts.append(text[at + 1:end])
            end += 1
        else:
            word = re.compile(r"[^\s,#{}()\"]+").match(text, at)
            if not word:
                break
            parts.append(strings.get(word.group().lower(), word.group()))
            end = word.end()
        more = re.compile(r"\s*#\s*").match(text, end)
        at = end
        if not more:
            break
        at = more.end()
    return "".join(parts), at


def bib_entries(text: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Type, key and fields of each entry in the order of the file; a broken entry yields what was read of it."""
    strings, at = dict(_MONTHS), 0
    while match := _ENTRY.search(text, at):
        kind, at = match.group(1).lower(), match.end()
        if kind in ("comment", "preamble"):
            continue
        key = ""
        if kind != "string":
            name = re.compile(r"\s*([^,\s{}]+)\s*(?=[,})])").match(text, at)
            if not name:
                continue
            key, at = name.group(1), name.end()
        fields: dict[str, str] = {}
        while field := _FIELD.match(text, at):
            value, end = _value(text, field.end(), strings)
            if end < 0:
                # The brace is never closed: go on at the next entry.
                after = _ENTRY.search(text, field.end())
                at = after.start() if after else len(text)
                break
            fields.setdefault(field.group(1).lower(), value)
            at = end
        if kind == "string":
            strings.update({k: v for k, v in fields.items()})
        else:
            yield kind, key, fields


@functools.lru_cache(maxsize=8)
def library(files: tuple[Path, ...], paper: str) -> dict[str, dict]:
    entries: dict[str, dict] = {}
    parents: dict[str, dict[str, str]] = {}
    for file in files:
        for kind, key, fields in bib_entries(decoded(file.read_bytes()[:FILE_LIMIT * 2])):
            parents.setdefault(key.lower(), fields)
            if key in entries or kind in ("xdata", "set"):
                continue
            fields = parents.get(fields.get("crossref", "").strip().lower(), {}) | fields
            entries[key] = _entry(paper, key, kind, fields, len(entries))
    return entries


def _entry(paper: str, key: str, kind: str, fields: dict[str, str], position: int) -> dict:
    names = re.split(r"\s+and\s+", fields.get("author") or fields.get("editor") or "")
    authors = [a for a in (plain(n) for n in names) if a]
    year = re.search(r"\b(1[5-9]\d\d|20\d\d)\b", fields.get("year", "") + " " + fields.get("date", ""))
    venue = next((v for v in (plain(_journal(fields.get(f, ""))) for f in _VENUES) if v), "")
    title = plain(fields.get("title", ""))
    if fields.get("subtitle") and plain(fields["subtitle"]) not in title:
        title += ": " + plain(fields["subtitle"])
    line = {"paper": paper, "key": key, "type": kind, "title": title, "authors": authors, "year": int(year.group()) if year else None,
            "venue": venue, "abstract": plain(fields.get("abstract", ""))}
    doi = re.search(r"10\.\d{4,9}/\S+", plain(fields.get("doi", "")))
    if doi:
        line["doi"] = doi.group()
    if fields.get("eprint"):
        line["eprint"] = plain(fields["eprint"])
    return line | {"position": position}


_JOURNALS = {"aj": "The Astronomical Journal", "apj": "The Astrophysical Journal", "apjl": "The Astrophysical Journal Letters", "apjs":
             "The Astrophysical Journal Supplement", "aap": "Astronomy and Astrophysics", "mnras":
             "Monthly Notices of the Royal Astronomical Society", "pasp": "Publications of the Astronomical Society of the Pacific",
             "araa": "Annual Review of Astronomy and Astrophysics", "nat": "Nature", "prd": "Physical Review D", "prl":
             "Physical Review Letters", "solphys": "Solar Physics", "icarus": "Icarus", "jcap": "Journal of Cosmology and Astroparticle Physics"}


def _journal(value: str) -> str:
    macro = re.fullmatch(r"\s*\\([a-z]+)\s*", value)
    return _JOURNALS.get(macro.group(1), macro.group(1)) if macro else value


def identity(entry: dict) -> str:
    """Equal for entries that are the same work."""
    if entry.get("doi"):
        return "doi:" + entry["doi"].lower().rstrip(".")
    surname = entry["authors"][0].split(",")[0].split()[-1] if entry["authors"] and entry["authors"][0].split(",")[0].split() else ""
    return re.sub(r"[^a-z0-9]+", " ", folded(entry["title"])).strip() + "|" + folded(surname)

# ------------------------------------------------------------------------------------------------------------------ source files

_INPUT = re.compile(r"\\(input|include|subfile|subimport|import|InputIfFileExists)(?![A-Za-z])\s*(?:\{([^{}]*)\}(?:\{([^{}]*)\})?|([^\s{}\\]+))")
_PERCENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*(?:\n[ \t]*(?=[^\s])|(?=\n)|$)")


class Source:
    """A main file with all that it reads, comments dropped, as one text that knows where each piece of it stands."""

    def __init__(self, main: Path, root: Path):
        self.files: list[Path] = []
        self._root, self._base, self._pieces, self._length = root, main.parent, [], 0
        self._starts: list[int] = []
        self._places: list[tuple[Path, int]] = []
        self._add(main, 0)
        self.text = "".join(self._pieces)

    def place(self, at: int) -> tuple[str, int]:
        index = max(bisect.bisect_right(self._starts, at) - 1, 0)
        file, offset = self._places[index]
        return file.relative_to(self._root).as_posix(), offset + at - self._starts[index]

    def _emit(self, file: Path, text: str, start: int, end: int) -> None:
        if end > start:
            self._starts.append(self._length)
            self._places.append((file, start))
            self._pieces.append(text[start:end])
            self._length += end - start

    def _add(self, file: Path, depth: int) -> None:
        self.files.append(file)
        text, at = decoded(file.read_bytes()[:FILE_LIMIT]), 0
        if depth and (body := re.search(r"\\begin\s*\{document\}", text)):
            # A subfile brings its own preamble.
            at, text = body.end(), text[:(text + "\\end{document}").rfind("\\end{document}")]
        marks = sorted([(m.start(), m.end(), None, m.end(1)) for m in _PERCENT.finditer(text, at)] +
                       [(m.start(), m.end(), m, m.start()) for m in _INPUT.finditer(text, at)], key=lambda mark: mark[0])
        for start, end, command, kept in marks:
            if start < at:
                continue
            child = self._child(command, file) if command else None
            if command and (not child or depth >= EXPANSION_DEPTH or self.files.count(child) > 3 or self._length > 20 * FILE_LIMIT):
                continue
            self._emit(file, text, at, kept)
            at = end
            if child:
                self._add(child, depth + 1)
        self._emit(file, text, at, len(text))

    def _child(self, command: re.Match, file: Path) -> Path | None:
        name = command.group(2) if command.group(2) is not None else command.group(4) or ""
        if command.group(1) in ("import", "subimport"):
            name = name.strip() + "/" + (command.group(3) or "")
        return find(name.strip().strip('"'), ".tex", [self._base, file.parent, self._root])


def find(name: str, suffix: str, folders: list[Path]) -> Path | None:
    if not name or "\\" in name or "#" in name or "\0" in name or len(name) > 200:
        return None
    for folder in folders:
        for candidate in (folder / (name + suffix), folder / name):
            try:
                if candidate.is_file():
                    return candidate.resolve()
            except OSError:
                return None
    return None

# ---------------------------------------------------------------------------------------------------------------- text of papers

_OPEN, _CLOSE, _STOP = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(_OPEN + r"(\d+)" + _CLOSE)
_NO_CITATION = re.compile(r"author|year|title|url|date|alias|style|field|list$|name|reset|num$|nocite|bibcite|citation|entry|cited|index|sty$|needed",
                          re.IGNORECASE)
_REFERENCES = frozenset("ref eqref cref Cref autoref pageref nameref vref fref Fref labelcref cpageref hyperref Autoref subref figref secref "
                        "tabref thmref prettyref fullref chapref appref algref".split())
_DROPPED = frozenset("""label vspace hspace includegraphics bibliography bibliographystyle usepackage addbibresource input include setlength
    addtolength setcounter addtocounter definecolor index glsreset hypersetup pagestyle thispagestyle addcontentsline markboth markright
    fontsize todo title author date affiliation affil email address orcid thanks includepdf graphicspath newtheorem theoremstyle
    DeclareMathOperator newenvironment renewenvironment newcounter newlength documentclass PassOptionsToPackage RequirePackage lstset
    lstinputlisting tikzset usetikzlibrary pgfplotsset captionsetup cline cmidrule rule phantom vphantom hphantom keywords nocite
    defcitealias printbibliography subtitle institute institution authorrunning titlerunning newacronym newglossaryentry tableofcontents
    missingfigure listoftodos color linespread hyphenation selectlanguage setstretch columncolor rowcolor acro DeclareAcronym
    citestyle setcitestyle bibpunct looseness textheight nolinkurl crefname Crefname foreignlanguage vskip hskip kern sisetup""".split())
_TWO = frozenset("href textcolor colorbox parbox multirow resizebox scalebox raisebox foreignlanguage makebox minipage".split())
_SILENT = frozenset("""noindent centering small footnotesize scriptsize tiny large Large LARGE huge Huge normalsize bf it em tt sc rm sf sl bfseries
    itshape ttfamily scshape rmfamily sffamily mdseries upshape slshape raggedright raggedleft raggedbottom flushbottom newpage clearpage
    cleardoublepage pagebreak linebreak nopagebreak nolinebreak newline smallskip medskip bigskip hfill vfill hline toprule midrule bottomrule
    appendix maketitle frontmatter mainmatter backmatter protect relax null left right big Big bigg Bigg displaystyle textstyle quad qquad
    enspace thinspace allowbreak xspace indent balance onecolumn twocolumn sloppy fussy boldmath unboldmath doublespacing singlespacing
    onehalfspacing FloatBarrier begingroup endgroup bgroup egroup makeatletter makeatother listoffigures listoftables noalign tabularnewline
    hfil strut leavevmode ignorespaces unskip par item linenumbers nolinenumbers footnotemark printindex printglossary glsresetall
    columnbreak acknowledgments acknowledgements cr space nobreak obeylines landscape bigbreak medbreak smallbreak""".split())
_SECTIONS = frozenset("part chapter section subsection subsubsection paragraph subparagraph".split())
_MATH = frozenset("equation align gather multline eqnarray displaymath math alignat flalign dmath subequations split IEEEeqnarray mathpar".split())
_SKIPPED = frozenset("""verbatim Verbatim lstlisting minted tikzpicture comment thebibliography algorithmic algorithm2e filecontents pspicture
    CCSXML code haskell picture forest axis tikzcd prooftree spec hscode alltt algorithm acronym lstinputlisting""".split())
_TABLES = frozenset("tabular tabularx longtable array tabu deluxetable tabulary supertabular longtabu xltabular NiceTabular".split())
_INLINE = frozenset("document center minipage small footnotesize flushleft flushright multicols spacing singlespace doublespace onehalfspace".split())
_COMMAND = re.compile(r"\\(?:([A-Za-z@]+)(\*?)|(.))", re.DOTALL)
_SPECIAL = re.compile(r"[\\{}$~]|\n[ \t]*\n\s*|``|''|---?|\^\^M")
_DEFINITION = re.compile(r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))\s*"
                         r"(?:\[(\d)\])?\s*(\[[^\]]*\])?\s*(?=\{)|\\def\s*\\([A-Za-z]+)\s*((?:#\d)*)\s*(?=\{)")


class Citation(NamedTuple):
    command: str
    keys: list[str]
    start: int
    length: int


class Block(NamedTuple):
    where: str
    section: str
    text: str


class Reader:
    """Reads a body of LaTeX into paragraphs in which each citation is a mark with its number."""

    def __init__(self, keys: frozenset[str], macros: dict[str, tuple[int, str | None, str]]):
        self.citations: list[Citation] = []
        self.blocks: list[Block] = []
        self.abstract: list[str] = []
        self._keys, self._macros = keys, macros
        self._out: list[str] = []
        self._where, self._section, self._fixed, self._depth = "text", "", None, 0
        self._in_abstract = False

    def read(self, text: str, start: int, end: int) -> None:
        self._render(text, start, end)
        self._flush()

    def _flush(self) -> None:
        text = " ".join("".join(self._out).split())
        self._out = []
        if re.search(r"\w", text):
            self.blocks.append(Block(self._where, self._section, text))
            if self._in_abstract and self._where == "text":
                self.abstract.append(text)

    def _aside(self, where: str, text: str, start: int, end: int) -> None:
        held, self._out, was = self._out, [], self._where
        self._where = where
        self._render(text, start, end)
        self._flush()
        self._out, self._where = held, was

    def _render(self, text: str, at: int, end: int) -> None:
        self._depth += 1
        while at < end and self._depth < 60:
            match = _SPECIAL.search(text, at, end)
            if not match:
                self._out.append(text[at:end])
                break
            self._out.append(text[at:match.start()])
            token, at = match.group(), match.end()
            if token == "\\":
                at = self._command(text, match.start(), end)
            elif token == "$":
                at = self._dollars(text, match.start(), end)
            elif token[0] == "\n":
                self._flush()
            else:
                self._out.append({"~": " ", "``": "“", "''": "”", "--": "–", "---": "—"}.get(token, ""))
        self._depth -= 1

    def _dollars(self, text: str, at: int, end: int) -> int:
        mark = "$$" if text.startswith("$$", at) else "$"
        close = at + len(mark)
        while (close := text.find(mark, close, end)) > 0 and text[close - 1] == "\\":
            close += 1
        if close < 0:
            return at + 1
        self._out.append(formula(text[at + len(mark):close]) if mark == "$" else _STOP)
        return close + len(mark)

    def _command(self, text: str, start: int, end: int) -> int:
        match = _COMMAND.match(text, start, end)
        if not match:
            return start + 1
        at, name = match.end(), match.group(1)
        if name is None:
            return self._symbol(text, start, end, match.group(3))
        if "cite" in name.lower() and not _NO_CITATION.search(name) and (after := self._cite(text, start, at, end, name + match.group(2))):
            return after
        if name in ("begin", "end"):
            return self._environment(text, at, end, name)
        if name in self._macros and self._fixed_depth_ok():
            return self._expand(text, start, at, end, name)
        if name in _LETTERS or (len(name) == 1 and name in _ACCENTS):
            accent = _ACCENT.match(text, start) if len(name) == 1 else None
            accent = accent or _LETTER.match(text, start)
            if accent:
                self._out.append(letters(accent.group()))
                return accent.end()
        return self._named(text, at, end, name)

    def _fixed_depth_ok(self) -> bool:
        return self._depth < 25

    def _symbol(self, text: str, start: int, end: int, symbol: str) -> int:
        if symbol in "([":
            close = text.find("\\)" if symbol == "(" else "\\]", start, end)
            if close > 0:
                self._out.append(formula(text[start + 2:close]) if symbol == "(" else _STOP)
                return close + 2
        accent = _ACCENT.match(text, start, end)
        if accent:
            self._out.append(letters(accent.group()))
            return accent.end()
        self._out.append(symbol if symbol in "%&#_$@" else "" if symbol in "-/!\"'`^=.{}" else " ")
        if symbol == "\\" and (space := re.compile(r"\*?(?:\[[^\]\n]{0,20}\])?").match(text, start + 2, end)):
            return space.end()
        return start + 2

    def _arguments(self, text: str, at: int, end: int, count: int = 9) -> tuple[list[tuple[int, int]], int]:
        """Ranges of the arguments in braces; those in brackets are passed over."""
        found: list[tuple[int, int]] = []
        while len(found) < count:
            space = re.compile(r"[ \t]*\n?[ \t]*").match(text, at, end)
            here = space.end() if space else at
            if text.startswith("{", here) and here < end and (close := _balanced(text, here, end)) > 0:
                found.append((here + 1, close - 1))
                at = close
            elif text.startswith("[", here) and here == at and (close := _bracket(text, here, end)) > 0:
                at = close
            else:
                break
        return found, at

    def _cite(self, text: str, start: int, at: int, end: int, command: str) -> int:
        several = command.lower().rstrip("*").endswith("cites")
        arguments, after = self._arguments(text, at, end, 9 if several else 1)
        keys = [k.strip() for a, b in arguments for k in text[a:b].split(",") if k.strip()]
        if not keys or any(re.search(r"[\\{}#]", k) for k in keys) or (not self._keys & set(keys) and not re.match(r"(?i)(paren|text|auto)?cite[tp]?\*?$", command)):
            return 0
        place, length = (start, after - start) if self._fixed is None else self._fixed
        self.citations.append(Citation(command, keys, place, length))
        self._out.append(f"{_OPEN}{len(self.citations) - 1}{_CLOSE}")
        return after

    def _expand(self, text: str, start: int, at: int, end: int, name: str) -> int:
        count, default, body = self._macros[name]
        values: list[str] = []
        if default is not None:
            bracket = re.compile(r"\s*(?=\[)").match(text, at, end)
            close = _bracket(text, bracket.end(), end) if bracket else -1
            values.append(text[bracket.end() + 1:close - 1] if close > 0 else default)
            at = close if close > 0 else at
        arguments, after = self._arguments(text, at, end, count - len(values)) if count > len(values) else ([], at)
        values += [text[a:b] for a, b in arguments]
        body = re.sub(r"#(\d)", lambda m: values[int(m.group(1)) - 1] if int(m.group(1)) <= len(values) else "", body)
        held, self._fixed = self._fixed, self._fixed or (start, after - start)
        macros = self._macros
        self._macros = {k: v for k, v in macros.items() if k != name}
        self._render(body, 0, len(body))
        self._fixed, self._macros = held, macros
        if after == at and count == 0 and text.startswith("{}", at):
            return at + 2
        return after

    def _named(self, text: str, at: int, end: int, name: str) -> int:
        if name in ("verb", "lstinline", "mintinline") and (quoted := re.compile(r"(?:\[[^\]]*\]|\{\w+\}(?=[|{]))?([^\sA-Za-z{*])(.*?)\1").match(text, at, end)):
            self._out.append(quoted.group(2))
            return quoted.end()
        if name in _SECTIONS:
            self._flush()
            arguments, after = self._arguments(text, at, end, 1)
            if arguments:
                self._section = " ".join(_MARK.sub("", plain(text[slice(*arguments[0])])).split())
                self._in_abstract = False
            return after
        if name in ("footnote", "footnotetext", "caption", "captionof", "endnote", "sidenote"):
            arguments, after = self._arguments(text, at, end, 2 if name == "captionof" else 1)
            for a, b in arguments[-1:]:
                self._aside("caption" if name.startswith("caption") else "footnote", text, a, b)
            return after
        if name in _REFERENCES:
            self._out.append("[REF]")
            return self._arguments(text, at, end, 1)[1]
        if name in ("newcommand", "renewcommand", "providecommand", "def", "DeclareRobustCommand", "let", "gdef", "edef"):
            signature = re.compile(r"\*?\s*(?:\{\s*\\[A-Za-z@]+\s*\}|\\[A-Za-z@]+)\s*(?:\[[^\]]*\]\s*)*(?:#\d)*").match(text, at, end)
            return self._arguments(text, signature.end(), end, 1)[1] if signature and name != "let" else at
        if name in ("abstract", "section*"):
            arguments, after = self._arguments(text, at, end, 1)
            self._flush()
            self._section, self._in_abstract = "Abstract", True
            for a, b in arguments:
                self._render(text, a, b)
                self._flush()
                self._in_abstract = False
            return after
        if name in ("item", "par"):
            self._flush()
            return self._arguments(text, at, end, 0)[1] if name == "par" else _after_label(text, at, end)
        if name in _DROPPED:
            return self._arguments(text, at, end)[1]
        if name in _TWO:
            arguments, after = self._arguments(text, at, end, 2)
            for a, b in arguments[1:]:
                self._render(text, a, b)
            return after
        if name in _SILENT or len(name) == 1:
            return self._blank(text, at, end)
        return self._other(text, at, end, name)

    def _other(self, text: str, at: int, end: int, name: str) -> int:
        arguments, after = self._arguments(text, at, end, 3)
        if not arguments:
            if "@" not in name and name not in _LETTERS:
                self._out.append(name)
            return self._blank(text, at, end)
        shown = [(a, b) for a, b in arguments if text[a:b].strip()]
        if not shown:
            self._out.append(name)
        for number, (a, b) in enumerate(shown):
            self._out.append(" " if number else "")
            self._render(text, a, b)
        return after

    def _blank(self, text: str, at: int, end: int) -> int:
        if text.startswith("{}", at):
            return at + 2
        if at < end and text[at] in " \t\n" and self._out and not self._out[-1].isalnum() and not text.startswith("\n\n", at):
            return at + 1
        return at

    def _environment(self, text: str, at: int, end: int, begin: str) -> int:
        arguments, after = self._arguments(text, at, end, 1)
        if not arguments:
            return at
        full = text[slice(*arguments[0])].strip()
        name = full.rstrip("*")
        if begin == "end":
            self._flush()
            if name in ("table", "wraptable", "sidewaystable", "figure", "wrapfigure"):
                self._where = "text"
            if name == "abstract":
                self._in_abstract = False
            return after
        close = text.find("\\end{" + full + "}", after, end)
        if name in _MATH or name in _SKIPPED or name in _TABLES:
            if close < 0:
                return after
            if name in _MATH:
                self._out.append(" [MATH] " if name == "math" else _STOP)
            for caption in re.compile(r"\\(?:table)?caption\s*(?=[\[{])").finditer(text, after, close) if name not in _MATH else ():
                for a, b in self._arguments(text, caption.end(), close, 1)[0]:
                    self._aside("caption", text, a, b)
            return close + len(full) + 6
        if name not in _INLINE:
            self._flush()
        if name == "abstract":
            self._section, self._in_abstract = "Abstract", True
        if name in ("table", "wraptable", "sidewaystable"):
            self._where = "table"
        # Options of an environment in brackets, and the arguments of the few that have any.
        rest, options = self._arguments(text, after, end, 0 if name not in ("minipage", "multicols", "spacing", "wrapfigure", "wraptable",
                                                                            "tcolorbox") else 2)
        if options == after and (bracket := re.compile(r"\s*(?=\[)").match(text, after, end)) and name != "abstract":
            closing = _bracket(text, bracket.end(), min(end, bracket.end() + 300))
            return closing if closing > 0 else after
        return options


def _after_label(text: str, at: int, end: int) -> int:
    # A label in a list is often the term that its text speaks of, so it stays; only its brackets go.
    return at


def _bracket(text: str, at: int, end: int) -> int:
    depth = 0
    for place in range(at, min(end, at + 3000)):
        c = text[place]
        if c == "{":
            depth += 1
        elif c == "}":
            depth -= 1
            if depth < 0:
                return -1
        elif c == "]" and depth == 0:
            return place + 1
    return -1


def formula(text: str) -> str:
    """A short formula as text, any other as a mark."""
    text = re.sub(r"\\(?:mathrm|text|rm|mathit|mathbf|textrm|mathcal|mathsf|textit|textbf|bf|operatorname|ensuremath|left|right|,|;|!|:|quad)(?![A-Za-z])",
                  "", letters(text))
    text = re.sub(r"\\([A-Za-z]+)", r"\1", re.sub(r"\\([%&#_ {}])", r"\1", text))
    text = " ".join(re.sub(r"[{}~]", " ", text).split()).replace("^ ", "^").replace("_ ", "_").replace(" ^", "^").replace(" _", "_")
    return text if len(text) <= 24 and "\\" not in text and "&" not in text else "[MATH]"


def macros(text: str) -> dict[str, tuple[int, str | None, str]]:
    """The paper's own commands: number of arguments, default of the first, text."""
    found: dict[str, tuple[int, str | None, str]] = {}
    for match in _DEFINITION.finditer(text):
        close = _balanced(text[match.end():match.end() + 700], 0)
        name = match.group(1) or match.group(2) or match.group(5)
        if close < 0 or name in _SECTIONS or name in _REFERENCES or name in ("cite", "caption", "footnote", "item", "begin", "end"):
            continue
        body = text[match.end() + 1:match.end() + close - 1]
        if "@" in body or "\\if" in body or "\\begin" in body or "\\expandafter" in body:
            continue
        count = int(match.group(3) or 0) or len(match.group(6) or "") // 2
        found[name] = (count, match.group(4)[1:-1] if match.group(4) else None, body)
    return found

# --------------------------------------------------------------------------------------------------------------------- sentences

_ABBREVIATION = re.compile(r"(?:(?:^|[\s(\[“‘~–—/])(?:e\.?g|i\.?e|et al|al|cf|c\.f|vs|viz|ca|Figs?|Eqs?|Eqns?|Secs?|Sects?|Refs?|Tabs?|Ch|Chap|Chaps|App|"
                           r"Appx|Alg|Thm|Def|Prop|Lem|Cor|resp|approx|incl|Dr|Prof|Mr|Mrs|Ms|St|No|Nos|Nr|Vol|vol|pp?|ed|eds|Ed|Eds|Inc|Ltd|"
                           r"Univ|Dept|w\.r\.t|a\.k\.a|s\.t|i\.i\.d|dist|U\.S|e\.V|z\.B|d\.h|bzw|Jr|Sr|Co|Corp|esp|sp|spp|subsp|var|Nat|Proc|"
                           r"Intl|Mt|Lt|Gen|Gov|[A-Z]))\.$")
_BOUNDARY = re.compile(r"[.!?]+[\"')\]”’]*(?:\s?(?:" + _OPEN + r"\d+" + _CLOSE + r")(?=\s+[A-Z“\"(\[]))?\s+(?=[“\"‘(\[]*(?:[A-Z0-9À-Þ]|" + _OPEN + r"))")


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; a displayed formula ends one, too."""
    if _STOP in paragraph:
        return [s for part in paragraph.split(_STOP) if re.search(r"\w", part) for s in sentences(part.strip())]
    found, start = [], 0
    for match in _BOUNDARY.finditer(paragraph):
        head = paragraph[start:match.start()]
        if match.group()[0] == "." and _ABBREVIATION.search(head + "."):
            continue
        if match.group()[0] == "." and head.count("(") > head.count(")") and not match.group().strip().endswith(")"):
            continue
        found.append(paragraph[start:match.end()].strip())
        start = match.end()
    rest = paragraph[start:].strip()
    return found + ([rest] if rest else [])


def tidy(sentence: str, number: int) -> str:
    """The sentence with [CITE] for one citation and [OTHER] for the rest."""
    text = _MARK.sub(lambda m: " [CITE] " if int(m.group(1)) == number else " [OTHER] ", sentence)
    text = " ".join(text.split())
    text = re.sub(r"\s+([.,;:!?)\]”’])", r"\1", re.sub(r"([(\[“‘])\s+", r"\1", text))
    text = re.sub(r"\(\s*[,;]?\s*\)", "", text)
    if len(text) > SENTENCE_LIMIT:
        middle = max(text.find("[CITE]"), 0)
        text = text[max(0, middle - SENTENCE_LIMIT // 2):middle + SENTENCE_LIMIT // 2]
    return " ".join(text.split()).lstrip(",.;: ")


def words(text: str) -> int:
    return len(re.findall(r"[^\W\d_]{2,}", re.sub(r"\[(?:CITE|OTHER|REF|MATH)\]", " ", text)))

# ---------------------------------------------------------------------------------------------------------------------- markdown

_FENCE = re.compile(r"^(```|~~~)[^\n]*\n.*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_MD_GROUP = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\]\([^()]*\))*?@[^\[\]]*\]")
_MD_KEY = re.compile(r"(?<![\w.@])-?@(\{[^{}\s]+\}|[A-Za-z0-9_][\w:.#$%&+?<>~/-]*)")
_MD_ROLE = re.compile(r"(?:\{cite(?::[a-z]+)?\}|:cite[a-z]*:)`([^`]+)`")


class Markdown:
    """Reads a paper in the Markdown of Pandoc, R Markdown or MyST; every replacement keeps the length, so places stay right."""

    def __init__(self, text: str, keys: frozenset[str]):
        self.citations: list[Citation] = []
        self.blocks: list[Block] = []
        self.front = re.match(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", text, re.DOTALL)
        body = self.front.end() if self.front else 0
        for pattern in (_FENCE, re.compile(r"<!--.*?-->", re.DOTALL), re.compile(r"\\(?:begin|end)\{[^{}]*\}|\\label\{[^{}]*\}")):
            text = pattern.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
        section, at = "", body
        for end in [m.end() for m in re.compile(r"\n[ \t]*\n\s*").finditer(text, body)] + [len(text)]:
            part = text[at:end]
            heading = re.match(r"\s*(#+)\s+(.*)|\s*([^\n]+)\n(?:=+|-{4,})\s*$", part)
            if heading:
                section = plain(re.sub(r"\{[^{}]*\}\s*$", "", heading.group(2) or heading.group(3) or "")).strip("# ")
                rest = part.find("\n", heading.start(2)) if heading.group(2) is not None else -1
                at, part = (at + rest, part[rest:]) if rest > 0 else (end, "")
            for item in re.split(r"(?=\n\s*(?:[-*+]|\d+[.)])\s)", part):
                if not item.lstrip().startswith("|") and item.strip():
                    self._block(item, at, section, keys)
                at += len(item)
            at = end

    def _block(self, part: str, offset: int, section: str, keys: frozenset[str]) -> None:
        out, at = [], 0
        found = sorted([(m.start(), m.end(), "citep", m.group()) for m in _MD_GROUP.finditer(part)] +
                       [(m.start(), m.end(), "citep", "@" + re.sub(r"\s*[,;]\s*", " @", m.group(1).strip())) for m in _MD_ROLE.finditer(part)] +
                       [(m.start(), m.end(), "citet", m.group()) for m in _MD_KEY.finditer(part)])
        for start, end, command, text in found:
            cited = [k.strip("{}").rstrip(".:,;?") for k in _MD_KEY.findall(text)]
            cited = [k for k in cited if k in keys] or [k for k in cited if not re.match(r"(?:fig|tbl|eq|sec|tab)[:-]", k)]
            if start < at or not cited or (command == "citet" and not keys & set(cited)):
                continue
            out.append(part[at:start])
            self.citations.append(Citation(command, cited, offset + start, end - start))
            out.append(f" {_OPEN}{len(self.citations) - 1}{_CLOSE} " if command == "citet" else f"{_OPEN}{len(self.citations) - 1}{_CLOSE}")
            at = end
        text = "".join(out) + part[at:]
        where = "caption" if re.match(r"\s*!\[", text) else "footnote" if re.match(r"\s*\[\^", text) else "text"
        text = re.sub(r"\$\$.+?\$\$", " [MATH] ", text, flags=re.DOTALL)
        text = re.sub(r"\$([^$\n]+)\$", lambda m: formula(m.group(1)), text)
        text = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)(?:\{[^{}]*\})?", r"\1", re.sub(r"\[\^[^\[\]]*\]:?", "", text))
        text = re.sub(r"\\@?ref\([^()]*\)|@(?:fig|tbl|eq|sec|tab)[:-][\w-]+", "[REF]", text)
        text = re.sub(r"`r [^`]*`", "[MATH]", re.sub(r"<[^<>\n]{1,200}>", " ", text))
        text = re.sub(r"(?m)^\s*(?:>|[-*+]|\d+[.)])\s+", "", re.sub(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=[\w.])[*_](?!\w)", "", text))
        text = " ".join(letters(text).replace("\\", "").split())
        if text:
            self.blocks.append(Block(where, section, text))

# ------------------------------------------------------------------------------------------------------------------------ papers

class Paper(NamedTuple):
    repository: str
    main: str
    title: str
    abstract: str
    contexts: list[dict]
    library: list[dict]


def contexts(blocks: list[Block], citations: list[Citation], entries: dict[str, dict], place) -> list[dict]:
    lines = []
    for block in blocks:
        previous = ""
        for sentence in sentences(block.text):
            for mark in _MARK.finditer(sentence):
                cited = citations[int(mark.group(1))]
                gold = [k for k in dict.fromkeys(cited.keys) if k in entries]
                text = tidy(sentence, int(mark.group(1)))
                if not gold or words(text) < WORDS_NEEDED or "[CITE]" not in text:
                    continue
                before = tidy(previous, -1)
                file, offset = place(cited.start)
                lines.append({"file": file, "offset": offset, "length": cited.length, "command": cited.command, "where": block.where,
                              "keys": cited.keys, "gold": gold, "sentence": text, "previous": before,
                              "author_named": author_named(text + " " + before, [entries[k] for k in gold]), "section": block.section})
            previous = sentence
    return lines


def author_named(text: str, entries: list[dict]) -> bool:
    spoken = folded(text)
    for entry in entries:
        first = entry["authors"][0] if entry["authors"] else ""
        surname = first.split(",")[0] if "," in first else (first.split() or [""])[-1]
        if len(surname) > 2 and re.search(r"\b" + re.escape(folded(surname)) + r"\b", spoken) and surname[:1] in text:
            return True
    return False


def _bibliographies(text: str, main: Path, root: Path) -> list[Path]:
    names = [n.strip() for m in re.finditer(r"\\(?:bibliography|addbibresource|addglobalbib|nobibliography|externalbibliography)\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}",
                                            text) for n in m.group(1).split(",")]
    all_files = sorted(root.rglob("*.bib"))
    found = []
    for name in dict.fromkeys(names):
        file = find(name, ".bib", [main.parent, root]) if name else None
        if not file:
            same = [f for f in all_files if f.stem == Path(name.replace("\\", "/")).stem]
            file = min(same, key=lambda f: len(os.path.relpath(f, main.parent))) if same else None
        if file and file not in found and file.suffix == ".bib":
            found.append(file)
    if not found:
        near = [f for f in all_files if f.parent == main.parent]
        found = near or (all_files if len(all_files) <= 3 else [])
    return found


def latex_paper(main: Path, root: Path, name: str) -> Paper | None:
    source = Source(main, root)
    text = source.text
    # A class may begin the document itself.
    begin = re.search(r"\\begin\s*\{document\}", text) or re.search(r"\\(?:frontmatter|mainmatter|maketitle)(?![A-Za-z])|(?=\\chapter\s*\{)", text)
    if not begin:
        return None
    end = text.rfind("\\end{document}")
    own = macros(text)
    bibs = _bibliographies(text, main, root)
    entries = library(tuple(bibs), name)
    if not entries:
        return None
    reader = Reader(frozenset(entries), own)
    reader.read(text, begin.end(), end if end > 0 else len(text))
    if not reader.abstract and (outside := re.search(r"\\begin\s*\{abstract\}(.*?)\\end\s*\{abstract\}|\\abstract\s*(?=\{)", text[:begin.start()], re.DOTALL)):
        stop = outside.end(1) if outside.group(1) else outside.end() + max(_balanced(text[outside.end():], 0) - 1, 1)
        reader._section, reader._in_abstract = "Abstract", True
        reader.read(text, outside.start(1) if outside.group(1) else outside.end() + 1, stop)
    lines = contexts(reader.blocks, reader.citations, entries, source.place)
    abstract = tidy(" ".join(reader.abstract), -1)[:4000]
    title = ""
    for match in re.finditer(r"\\(?:title|thesistitle|Title|ttitle|mytitle)\s*(?:\[[^\]]*\])?\s*(?=\{)", text):
        close = _balanced(text[match.end():match.end() + 1000], 0)
        if close > 0 and not title:
            held = Reader(frozenset(), own)
            raw = re.sub(r"\\(?:thanks|footnote|vspace\*?|hspace\*?|fontsize)\s*\{[^{}]*\}|\\\\(?:\[[^\]]*\])?", " ", text[match.end() + 1:match.end() + close - 1])
            held.read(raw, 0, len(raw))
            title = " ".join(b.text for b in held.blocks if b.where == "text")
    return _checked(Paper("", main.relative_to(root).as_posix(), title, abstract, lines, list(entries.values())), reader.citations)


def markdown_paper(main: Path, root: Path, name: str) -> Paper | None:
    text = decoded(main.read_bytes()[:FILE_LIMIT])
    front = re.match(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", text, re.DOTALL)
    head = front.group(1) if front else ""
    names = re.findall(r"[\w./+-]+\.bib", "\n".join(re.findall(r"(?m)^bibliography:(.*(?:\n[ \t]*-.*)*)", head)))
    bibs = [f for f in (find(n, "", [main.parent, root]) for n in names) if f] or sorted(main.parent.glob("*.bib"))[:2]
    if not bibs:
        bibs = [f for f in sorted(root.rglob("*.bib"))[:20] if f.stat().st_size > 2000]
        bibs = bibs if len(bibs) <= 3 else []
    entries = library(tuple(bibs), name)
    if not entries:
        return None
    paper = Markdown(text, frozenset(entries))
    lines = contexts(paper.blocks, paper.citations, entries, lambda at: (main.relative_to(root).as_posix(), at))
    title = re.search(r"(?m)^title:\s*(?:[>|]-?\s*\n\s+)?(.+)$", head) or re.search(r"(?m)^#\s+(.+?)(?:\s*\{[^{}]*\})?\s*$", text)
    abstract = re.search(r"(?m)^abstract:\s*(?:[>|]-?\s*\n)?((?:.+\n?)(?:[ \t]+.*\n?)*)", head)
    return _checked(Paper("", main.relative_to(root).as_posix(), plain(title.group(1)).strip("'\" ") if title else "",
                          plain(abstract.group(1)).strip("'\" |>") if abstract else "", lines, list(entries.values())), paper.citations)


def _checked(paper: Paper, citations: list[Citation]) -> Paper | None:
    keys = [k for c in citations for k in c.keys]
    known = {line["key"] for line in paper.library}
    if len(paper.contexts) < CITATIONS_NEEDED or sum(k in known for k in keys) < KEYS_NEEDED * len(keys) or len(known) < 5:
        return None
    step = max(len(paper.contexts) / CITATIONS_OF_ONE_PAPER, 1)
    return paper._replace(contexts=[paper.contexts[int(i * step)] for i in range(int(len(paper.contexts) / step))])


def mains(root: Path) -> Iterator[tuple[Path, bool]]:
    for file in sorted(root.rglob("*")):
        if not file.is_file() or re.search(r"(?i)template|sample|example|/old/|response|cover.?letter|slides?[./]|poster|beamer|CHANGELOG", file.as_posix()[len(root.as_posix()):]):
            continue
        if file.suffix in (".tex", ".ltx"):
            text = decoded(file.read_bytes()[:FILE_LIMIT])
            kind = re.search(r"(?m)^[^%\n]*\\documentclass\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}", text)
            if kind and re.search(r"\\(?:begin|input|include)", text) and not re.search(r"standalone|beamer|letter|moderncv|subfiles|poster|slides", kind.group(1)):
                yield file.resolve(), True
        elif file.suffix in (".md", ".Rmd", ".qmd", ".Rmarkdown"):
            text = decoded(file.read_bytes()[:FILE_LIMIT])
            if len(_MD_KEY.findall(text)) + len(_MD_ROLE.findall(text)) >= CITATIONS_NEEDED and len(text) > 2500:
                yield file.resolve(), False


def papers(root: Path, repository: str) -> list[Paper]:
    found = []
    for main, latex in mains(root):
        name = repository.replace("/", "+")
        try:
            paper = (latex_paper if latex else markdown_paper)(main, root.resolve(), name)
        except RecursionError:
            paper = None
        if paper:
            found.append(paper._replace(repository=repository))
    found.sort(key=lambda p: -len(p.contexts))
    kept: list[Paper] = []
    for paper in found:
        if len(kept) < PAPERS_OF_ONE_REPOSITORY and not any(_alike(paper, other) for other in kept):
            kept.append(paper)
    return kept


def _fingerprints(paper: Paper) -> set[str]:
    return {re.sub(r"[^a-z]+", "", folded(c["sentence"]))[:80] for c in paper.contexts}


def _alike(paper: Paper, other: Paper) -> bool:
    mine, yours = _fingerprints(paper), _fingerprints(other)
    return len(mine & yours) > 0.25 * min(len(mine), len(yours))


def language(paper: Paper) -> str:
    text = " " + " ".join(c["sentence"] for c in paper.contexts[:200]).lower() + " "
    marks = {"en": (" the ", " of ", " and ", " in "), "de": (" der ", " die ", " und ", " ist "), "fr": (" le ", " les ", " et ", " une "),
             "es": (" el ", " los ", " las ", " y "), "pt": (" os ", " uma ", " não ", " para "), "it": (" il ", " che ", " di ", " una ")}
    return max(marks, key=lambda code: sum(text.count(w) for w in marks[code]))


def split(repository: str) -> str:
    return "dev" if int(hashlib.sha256(repository.lower().encode()).hexdigest(), 16) % 100 < DEV_PERCENT else "train"

# ---------------------------------------------------------------------------------------------------------------- export and make

def licence(text: str) -> str:
    """The identifier of a licence that lets its text be used so, or nothing."""
    flat = " ".join(text.lower().split())
    if re.search(r"gnu (?:lesser |affero )?general public|noncommercial|non-commercial|by-nc|noderiv|by-nd|all rights reserved\. no part", flat):
        return ""
    for name, pattern in (("MIT", r"permission is hereby granted, free of charge"), ("BSD", r"redistribution and use in source and binary forms"),
                          ("Apache-2.0", r"apache license"), ("CC-BY-SA", r"attribution[- ]share-?alike|cc[- ]by-sa|licenses/by-sa/"),
                          ("CC-BY", r"attribution 4\.0|attribution 3\.0|cc[- ]by|licenses/by/"), ("CC0-1.0", r"cc0|released into the public domain"),
                          ("LPPL", r"latex project public")):
        if re.search(pattern, flat):
            return name
    return ""


def export(mirror: Path, into: Path) -> None:
    environment = os.environ | {"GIT_NO_LAZY_FETCH": "1"}
    for folder in sorted(mirror.iterdir()):
        git = next((g for g in (folder / "repo/.git", folder / "repo") if (g / "HEAD").is_file()), None)
        target = into / folder.name
        if not git or "+" not in folder.name or target.exists():
            continue

        def run(*arguments: str, data: bytes | None = None) -> bytes:
            return subprocess.run(["git", f"--git-dir={git}", *arguments], input=data, capture_output=True, env=environment, check=False).stdout

        listed = [line.split("\t", 1) for line in run("ls-tree", "-r", "-z", "HEAD").decode("utf-8", "replace").split("\0") if line]
        blobs = [(path, meta.split()[2]) for meta, path in listed if meta.split()[1] == "blob"]
        licences = [(p, h) for p, h in blobs if re.fullmatch(r"(?i)(?:(?:paper|manuscript|thesis|doc|whitepaper|article)s?/)?(?:licen[sc]e|copying|unlicense)[^/]*", p)]
        readme = [(p, h) for p, h in blobs if re.fullmatch(r"(?i)readme(?:\.\w+)?", p)]
        wanted = [(p, h) for p, h in blobs if re.search(r"\.(?:tex|ltx|bib|md|Rmd|qmd)$", p) and ".." not in p.split("/")]
        if not any(p.endswith(".bib") for p, _ in wanted) or len(wanted) > 3000:
            target.mkdir(parents=True)
            (target / "origin.json").write_text(json.dumps({"licence": "", "reason": "no bibliography, or too many files"}))
            continue
        texts = _blobs(run, [h for _, h in licences + readme + wanted])
        evidence = [(p, licence(decoded(texts[h]))) for p, h in licences if h in texts]
        chosen = next(((p, name) for p, name in evidence if name), ("", ""))
        if any(not name for p, name in evidence if "/" not in p) and not any(name.startswith("CC") for _, name in evidence):
            chosen = ("", "")
        if not evidence:
            for p, h in readme:
                said = re.search(r"creativecommons\.org/(?:licenses/by(?:-sa)?/\d|publicdomain/zero)", decoded(texts.get(h, b"")))
                chosen = (p, licence(said.group()) or "CC0-1.0") if said else chosen
            # The class of Language Science Press prints CC BY 4.0 into a book that names no other licence.
            if folder.name.startswith("langsci+") and any(b"langscibook}" in texts.get(h, b"") for _, h in wanted):
                chosen = ("langscibook.cls", "CC-BY")
        target.mkdir(parents=True)
        (target / "origin.json").write_text(json.dumps({"repository": folder.name.replace("+", "/", 1), "commit": run("rev-parse", "HEAD").decode().strip(),
                                                        "licence": chosen[1], "evidence": chosen[0], "all": evidence}))
        for path, blob in wanted if chosen[1] else ():
            if blob in texts:
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                (target / path).write_bytes(texts[blob])


def _blobs(run, hashes: list[str]) -> dict[str, bytes]:
    sizes = {}
    for line in run("cat-file", "--batch-check", data="\n".join(hashes).encode()).decode().splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[1] == "blob" and int(parts[2]) <= FILE_LIMIT * 2:
            sizes[parts[0]] = int(parts[2])
    raw, at, found = run("cat-file", "--batch", data="\n".join(sizes).encode()), 0, {}
    while at < len(raw):
        head = raw.index(b"\n", at)
        name, _, size = raw[at:head].split()
        found[name.decode()] = raw[head + 1:head + 1 + int(size)]
        at = head + 2 + int(size)
    return found


def make(folder: Path, out: Path, sources: Path | None, exclude: list[Path], banned: set[str]) -> Counter:
    known = {json.loads(line)["sentence"] for file in exclude for line in file.open(encoding="utf-8")}
    known = {re.sub(r"[^a-z]+", "", folded(s))[:80] for s in known}
    kept: list[tuple[Paper, dict]] = []
    seen: dict[str, int] = {}
    for root in sorted(folder.iterdir(), key=lambda p: p.name.lower()):
        if not (root / "origin.json").is_file():
            continue
        origin = json.loads((root / "origin.json").read_text())
        if not origin["licence"] or origin["repository"].lower() in banned:
            continue
        for paper in papers(root, origin["repository"]):
            prints = _fingerprints(paper)
            again = Counter(seen[p] for p in prints if p in seen).most_common(1)
            if len(prints & known) > 0.05 * len(prints) or (again and again[0][1] > 0.2 * len(prints)):
                print("left out, like another:", paper.repository, paper.main, file=sys.stderr)
                continue
            seen.update({p: len(kept) for p in prints})
            kept.append((paper, origin))
    return _write(kept, out, sources)


def _write(kept: list[tuple[Paper, dict]], out: Path, sources: Path | None) -> Counter:
    pool: dict[str, str] = {}
    counts: Counter = Counter()
    names: Counter = Counter()
    rows = []
    out.mkdir(parents=True, exist_ok=True)
    with (out / "contexts.new").open("w", encoding="utf-8") as first, (out / "library.new").open("w", encoding="utf-8") as second:
        for paper, origin in kept:
            name = paper.repository.replace("/", "+")
            names[name] += 1
            name += f"-{names[name]}" if names[name] > 1 else ""
            part, tongue, ids = split(paper.repository), language(paper), {}
            for entry in paper.library:
                ids[entry["key"]] = pool.setdefault(identity(entry), f"t{len(pool):06d}")
                second.write(json.dumps(entry | {"paper": name, "pool": ids[entry["key"]], "split": part}, ensure_ascii=False) + "\n")
            for number, line in enumerate(paper.contexts):
                line = {"id": f"{name}-{number:04d}", "paper": name, "language": tongue} | line
                line |= {"gold_pool": [ids[k] for k in line["gold"]], "paper_title": paper.title, "split": part}
                if paper.abstract:
                    line["paper_abstract"] = paper.abstract
                first.write(json.dumps(line, ensure_ascii=False) + "\n")
            counts.update({"papers": 1, "citations": len(paper.contexts), "entries": len(paper.library), f"papers {part}": 1,
                           f"citations {part}": len(paper.contexts), "abstracts": sum(bool(e["abstract"]) for e in paper.library)})
            rows.append((paper.repository, origin["commit"], origin["licence"], origin["evidence"], paper.main, str(len(paper.contexts)),
                         str(len(paper.library)), tongue, part, paper.title.replace("\t", " ")))
    os.replace(out / "contexts.new", out / "contexts.jsonl")
    os.replace(out / "library.new", out / "library.jsonl")
    if sources:
        head = "repository\tcommit\tlicence\tevidence\tmain\tcitations\tentries\tlanguage\tsplit\ttitle"
        sources.write_text("\n".join([head] + ["\t".join(row) for row in rows]) + "\n", encoding="utf-8")
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="what", required=True)
    taking = commands.add_parser("export")
    taking.add_argument("mirror", type=Path)
    taking.add_argument("papers", type=Path)
    making = commands.add_parser("make")
    making.add_argument("papers", type=Path)
    making.add_argument("out", type=Path)
    making.add_argument("--sources", type=Path)
    making.add_argument("--exclude", type=Path, nargs="*", default=[], help="contexts whose papers must not come in")
    making.add_argument("--banned", type=Path, help="repositories that must not come in, one a line")
    given = parser.parse_args()
    sys.setrecursionlimit(4000)
    if given.what == "export":
        export(given.mirror, given.papers)
    else:
        banned = set(given.banned.read_text().lower().split()) if given.banned else set()
        print(dict(make(given.papers, given.out, given.sources, given.exclude, banned)))


if __name__ == "__main__":
    main()
