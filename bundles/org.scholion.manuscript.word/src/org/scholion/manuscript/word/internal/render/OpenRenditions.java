package org.scholion.manuscript.word.internal.render;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.rendition.Rendition;

/** The renditions that somebody still has, the newest of each file. Thread-safe. */
public final class OpenRenditions {

    private record Entry(WeakReference<Rendition> rendition, List<List<LinePart>> parts) {}

    private final Map<Path, Entry> entries = new HashMap<>();

    /** @param file the one that is edited, absolute and normalised */
    public synchronized void add(Path file, RenderedDocument document) {
        entries.put(file, new Entry(new WeakReference<>(document.rendition()), document.parts()));
    }

    /** The newest rendition of a file, unless nobody has it any more. */
    public synchronized Optional<RenderedDocument> of(Path file) {
        entries.values().removeIf(entry -> entry.rendition().get() == null);
        return Optional.ofNullable(entries.get(file)).flatMap(entry -> {
            Rendition rendition = entry.rendition().get();
            return rendition == null ? Optional.empty() : Optional.of(new RenderedDocument(rendition, entry.parts()));
        });
    }
}
