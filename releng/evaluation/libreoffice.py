"""Accepts and rejects tracked changes with LibreOffice and compares texts and printed pages.

Arguments: the folder that WordEdits filled, and the file for the result.
"""

import collections
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.beans import UnknownPropertyException

ACCEPT = ".uno:AcceptAllTrackedChanges"
REJECT = ".uno:RejectAllTrackedChanges"
AUTHOR = "Scholion"
PATIENCE_SECONDS = 120
TRIES = 5
RESOLUTION = "50"
# how we write a formula, a citation or a picture in a paragraph
PLACEHOLDER = "\ufffc"


class Crash(Exception):
    """LibreOffice ended, or does not answer."""


def values(**settings):
    """Properties as LibreOffice takes them."""
    properties = []
    for name, value in settings.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        properties.append(one)
    return tuple(properties)


class Office:
    """A LibreOffice without a window, which is started anew when it ended."""

    def __init__(self, folder):
        self.profile = folder / "profile"
        self.process = None
        self.starts = 0

    def kill(self):
        """Ends it and what it started: it runs in a group of its own."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def stop(self):
        if self.process is not None:
            self.kill()
            self.process.wait()
            self.process = None

    def start(self):
        self.stop()
        self.starts += 1
        pipe = f"scholion{self.profile.parent.name.replace('_', '')}{self.starts}"
        command = ["soffice", f"-env:UserInstallation={self.profile.as_uri()}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
                   "--nologo"]
        if not self.profile.exists():
            # it starts itself anew when it has made a profile
            subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=PATIENCE_SECONDS)
        self.process = subprocess.Popen(
            [*command, f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                if time.monotonic() > end or self.process.poll() is not None:
                    raise Crash("it does not start") from None
                time.sleep(0.2)
        services = self.context.ServiceManager
        self.desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        self.dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)

    def answers(self):
        time.sleep(1)
        try:
            return self.desktop.getFrames() is not None
        except Exception:
            return False

    def open(self, document):
        """A document; one that was just started opens nothing for a moment."""
        for _ in range(TRIES):
            opened = self.desktop.loadComponentFromURL(document.as_uri(), "_blank", 0, values(Hidden=True))
            if opened is not None:
                return opened
            time.sleep(1)
        raise Crash("it does not open the document")

    def decided(self, document, decision, pdf):
        """How many changes of ours it sees, and the texts after all changes were accepted or rejected; the pages go to a file."""
        if self.process is None or self.process.poll() is not None:
            self.start()
        watch = threading.Timer(PATIENCE_SECONDS, self.kill)
        watch.start()
        try:
            opened = self.open(document)
            seen = our_changes(opened)
            self.dispatcher.executeDispatch(opened.CurrentController.Frame, decision, "", 0, ())
            texts = all_texts(opened)
            # numbers of lists are shown as if the changes were still there until the document is opened anew
            again = pdf.with_suffix(".odt")
            opened.storeToURL(again.as_uri(), values(FilterName="writer8"))
            opened.close(True)
            opened = self.open(again)
            opened.storeToURL(pdf.as_uri(), values(FilterName="writer_pdf_Export"))
            opened.close(True)
            return seen, texts
        except Exception as error:
            # the first sign of its end may be any exception
            if not isinstance(error, Crash) and self.answers():
                raise
            self.stop()
            raise Crash(str(error) if isinstance(error, Crash) else "it ended, or did not answer for two minutes") from error
        finally:
            watch.cancel()


def our_changes(document):
    count = 0
    changes = document.Redlines.createEnumeration()
    while changes.hasMoreElements():
        count += changes.nextElement().getPropertyValue("RedlineAuthor") == AUTHOR
    return count


def all_texts(document):
    """The paragraphs of the body with its tables, of notes, frames, drawings, headers and footers."""
    texts = []
    paragraphs(document.Text, texts)
    for notes in (document.Footnotes, document.Endnotes):
        for i in range(notes.Count):
            paragraphs(notes.getByIndex(i).Text, texts)
    frames = document.TextFrames
    for i in range(frames.Count):
        paragraphs(frames.getByIndex(i).Text, texts)
    shapes = document.DrawPage
    for i in range(shapes.Count):
        shape = shapes.getByIndex(i)
        try:
            texts.append(shape.String)
        except (AttributeError, UnknownPropertyException):
            pass  # a picture
    styles = document.StyleFamilies.getByName("PageStyles")
    for i in range(styles.Count):
        style = styles.getByIndex(i)
        for kind in ("Header", "Footer"):
            if style.isInUse() and getattr(style, kind + "IsOn"):
                for variant in ("Text", "TextLeft", "TextFirst"):
                    paragraphs(getattr(style, kind + variant), texts)
    return texts


def paragraphs(text, texts):
    if text is None:
        return
    elements = text.createEnumeration()
    while elements.hasMoreElements():
        element = elements.nextElement()
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                paragraphs(element.getCellByName(name).Text, texts)
        else:
            texts.append(element.String)


def pages(pdf, folder):
    """Each page as its text and its picture."""
    folder.mkdir()
    subprocess.run(["pdftoppm", "-gray", "-r", RESOLUTION, str(pdf), str(folder / "page")], check=True)
    pictures = [path.read_bytes() for path in sorted(folder.iterdir())]
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode("utf-8", "replace")
    texts = text.split("\f")[:len(pictures)]
    return list(zip(texts + [""] * (len(pictures) - len(texts)), pictures))


def compare_pages(before, after):
    """How many pages look the same, differ where their text differs, and differ although their text is the same."""
    counts = collections.Counter()
    counts["pages"] = max(len(before), len(after))
    for one, other in zip(before, after):
        if one[1] == other[1]:
            counts["equal"] += 1
        elif one[0] != other[0]:
            counts["otherText"] += 1
        else:
            counts["otherLookOnly"] += 1
    counts["pagesOnlyInOne"] = abs(len(before) - len(after))
    return dict(counts)


def plain(text):
    """What both sides agree on: LibreOffice writes tabs, breaks and hyphens in its own way."""
    return re.sub(r"[\s\u00ad\u2011\u200b-]+", "", text)


def twice(action):
    """What works in a LibreOffice that was just started counts."""
    try:
        return action()
    except Crash:
        return action()


def examine(office, folder):
    result = {}
    jobs = [("original", ACCEPT), ("original", REJECT), ("tracked", ACCEPT), ("tracked", REJECT), ("plain", ACCEPT)]
    texts, printed = {}, {}
    for name, decision in jobs:
        key = name + ("Accepted" if decision == ACCEPT else "Rejected")
        pdf = folder / (key + ".pdf")
        try:
            seen, texts[key] = twice(lambda: office.decided(folder / (name + ".docx"), decision, pdf))
        except Crash as crash:
            result["crashed"] = key + ": " + str(crash)
            result["crashedOnTheOriginalToo"] = name == "original"
            return result
        if name == "tracked" and seen == 0:
            result["noChangeSeen"] = True
            return result
        printed[key] = pages(pdf, folder / key)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    checkable = [text for text in expected if PLACEHOLDER not in text]
    seen = {plain(text) for text in texts["trackedAccepted"]}
    missing = [text for text in checkable if plain(text) not in seen]
    result["changedParagraphs"] = len(expected)
    result["changedParagraphsWithoutPlaceholder"] = len(checkable)
    result["changedParagraphsFoundAsCorrected"] = len(checkable) - len(missing)
    if missing:
        result["notFound"] = [text[:100] for text in missing]
    result["acceptedIsPlain"] = texts["trackedAccepted"] == texts["plainAccepted"]
    result["rejectedIsOriginal"] = texts["trackedRejected"] == texts["originalRejected"]
    for name, key, other in (("Accepted", "trackedAccepted", "plainAccepted"), ("Rejected", "trackedRejected", "originalRejected")):
        differing = [[one[:100], two[:100]] for one, two in zip(texts[key], texts[other]) if one != two][:5]
        if differing or len(texts[key]) != len(texts[other]):
            result["differing" + name] = differing or [len(texts[key]), len(texts[other])]
    result["pagesRejectedBesideOriginal"] = compare_pages(printed["originalRejected"], printed["trackedRejected"])
    result["pagesAcceptedBesideOriginal"] = compare_pages(printed["originalAccepted"], printed["trackedAccepted"])
    result["pagesAcceptedBesidePlain"] = compare_pages(printed["plainAccepted"], printed["trackedAccepted"])
    return result


def summary(documents):
    counts = collections.Counter()
    totals = collections.defaultdict(collections.Counter)
    for one in documents.values():
        if "left out" in one:
            counts["leftOut"] += 1
            continue
        counts["documents"] += 1
        if "crashed" in one:
            counts["crashedOnTheOriginalToo" if one["crashedOnTheOriginalToo"] else "crashed"] += 1
            continue
        if "noChangeSeen" in one:
            counts["noChangeSeen"] += 1
            continue
        counts["compared"] += 1
        for name in ("acceptedIsPlain", "rejectedIsOriginal"):
            counts[name] += one[name]
        for name in ("changes", "changedParagraphs", "changedParagraphsWithoutPlaceholder", "changedParagraphsFoundAsCorrected"):
            counts[name] += one[name]
        for name in ("pagesRejectedBesideOriginal", "pagesAcceptedBesideOriginal", "pagesAcceptedBesidePlain"):
            totals[name].update(one[name])
    return {**counts, **{name: dict(total) for name, total in totals.items()}}


def main():
    folder, result = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    states = json.loads((folder / "documents.json").read_text(encoding="utf-8"))
    version = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    documents = {}
    with tempfile.TemporaryDirectory() as temporary:
        office = Office(pathlib.Path(temporary))
        try:
            for number, (name, state) in enumerate(states.items(), 1):
                print(f"{number} of {len(states)}: {name}", file=sys.stderr, flush=True)
                if not state.isdigit():
                    documents[name] = {"left out": state}
                    continue
                documents[name] = {"changes": int(state), **examine(office, folder / name)}
        finally:
            office.stop()
    complete = {"command": "releng/evaluation/run-libreoffice", "libreOffice": version, "summary": summary(documents), "documents": documents}
    result.write_text(json.dumps(complete, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
