package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.PdfText;
import org.scholion.library.Reference;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The text of a work's document in passages of some sentences, each with its page. */
final class Passages {

    private static final Logger LOG = LoggerFactory.getLogger(Passages.class);

    /** A passage ends with the sentence in which it reaches this many words; about what the encoder takes. */
    private static final int WORDS = 110;

    /** A book of 700 pages has about 3,000. */
    private static final int MAX_PASSAGES = 4_000;

    /** Some sentences of a page, counted from 1. */
    record Passage(String text, int page) {}

    private Passages() {}

    /** The document whose passages are searched: the first PDF that is there. */
    static Optional<Path> document(Reference reference) {
        return reference.files().stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf") && Files.isRegularFile(file))
                .findFirst();
    }

    /** Tells a document from the same path with another content; empty without one. */
    static String stamp(Reference reference) {
        Optional<Path> document = document(reference);
        if (document.isEmpty()) {
            return "";
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(document.get(), BasicFileAttributes.class);
            return document.get() + " " + attributes.size() + "@" + attributes.lastModifiedTime().toMillis();
        } catch (IOException gone) {
            return "";
        }
    }

    /** The passages of a document; none, with an entry in the log, when it cannot be read. */
    static List<Passage> read(Path document, CancelToken cancel) throws CancelledException {
        List<Passage> passages = new ArrayList<>();
        try {
            PdfText text = PdfText.read(document, cancel);
            for (int page = 0; page < text.pages().size() && passages.size() < MAX_PASSAGES; page++) {
                cancel.check();
                split(text.pages().get(page), page + 1, passages);
            }
        } catch (LibraryException unreadable) {
            LOG.info("{} is searched by its entry alone: {}", document, unreadable.getMessage());
        }
        return passages;
    }

    static void split(String page, int number, List<Passage> passages) {
        StringBuilder passage = new StringBuilder();
        int words = 0;
        for (TextRange range : SentenceSplitter.of("en").split(page)) {
            String sentence = range.of(page).replaceAll("\\s+", " ").strip();
            if (sentence.isEmpty()) {
                continue;
            }
            passage.append(passage.isEmpty() ? "" : " ").append(sentence);
            words += sentence.split(" ").length;
            if (words >= WORDS) {
                passages.add(new Passage(passage.toString(), number));
                passage.setLength(0);
                words = 0;
            }
        }
        if (!passage.isEmpty()) {
            passages.add(new Passage(passage.toString(), number));
        }
    }
}
