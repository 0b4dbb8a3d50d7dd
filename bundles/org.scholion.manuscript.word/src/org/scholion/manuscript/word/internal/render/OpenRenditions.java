package org.scholion.manuscript.word.internal.render;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.rendition.Rendition;

/** The renditions that somebody still has, the newest of each file. Thread-safe. */
public final class OpenRenditions {

    /** Where letters for private use begin; fonts of symbols use the other end, from F000. */
    private static final char FIRST_LETTER = '\uE000';

    private static final char LAST_LETTER = '\uEFFF';

    private record Entry(WeakReference<Rendition> rendition, List<List<LinePart>> parts, Map<Character, NewCitation> citations) {}

    private final Map<Path, Entry> entries = new HashMap<>();

    /** @param file the one that is edited, absolute and normalised */
    public synchronized void add(Path file, RenderedDocument document) {
        entries.put(file, new Entry(new WeakReference<>(document.rendition()), document.parts(), new HashMap<>()));
    }

    /** The newest rendition of a file, unless nobody has it any more. */
    public synchronized Optional<RenderedDocument> of(Path file) {
        return entry(file).flatMap(entry -> rendition(entry).map(rendition -> new RenderedDocument(rendition, entry.parts())));
    }

    /** The citations that letters in the edited text of a file stand for. */
    public synchronized Map<Character, NewCitation> citations(Path file) {
        return entry(file).map(entry -> Map.copyOf(entry.citations())).orElse(Map.of());
    }

    /** A letter that stands nowhere in the newest rendition of a file, and for a citation from now on; empty where there is none. */
    public synchronized Optional<Character> letterFor(Path file, NewCitation citation) {
        Optional<Entry> entry = entry(file);
        Optional<Rendition> rendition = entry.flatMap(OpenRenditions::rendition);
        if (entry.isEmpty() || rendition.isEmpty()) {
            return Optional.empty();
        }
        Map<Character, NewCitation> known = entry.get().citations();
        for (char letter = FIRST_LETTER; letter <= LAST_LETTER; letter++) {
            if (!known.containsKey(letter) && rendition.get().text().indexOf(letter) < 0) {
                known.put(letter, citation);
                return Optional.of(letter);
            }
        }
        return Optional.empty();
    }

    private Optional<Entry> entry(Path file) {
        entries.values().removeIf(entry -> entry.rendition().get() == null);
        return Optional.ofNullable(entries.get(file));
    }

    private static Optional<Rendition> rendition(Entry entry) {
        return Optional.ofNullable(entry.rendition().get());
    }
}
