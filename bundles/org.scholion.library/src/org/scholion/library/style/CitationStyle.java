package org.scholion.library.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.internal.style.StyleLanguages;
import org.scholion.library.internal.style.StyleProcessor;
import org.scholion.library.internal.style.StyleSource;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * A style that can be used. Thread-safe: uses in one language wait for each other. Keeps what it made of its file, so that only the first
 * use in a language takes long (tenths of a second).
 */
public final class CitationStyle {

    private static final int MAX_LANGUAGES = 4;

    private final StyleSource source;
    private final Map<String, StyleProcessor> processors = new LinkedHashMap<>();

    CitationStyle(StyleSource source) {
        this.source = source;
    }

    public StyleInfo info() {
        return source.info();
    }

    /** Whether the style has a bibliography; a few for footnotes have none. */
    public boolean hasBibliography() {
        return source.hasBibliography();
    }

    /**
     * Writes a bibliography.
     *
     * @param references in the order of their first citation; the style may sort them
     * @param language of the paper; {@link Locale#ROOT} for that of the style; American English where the style knows no better
     * @param cancel asked between entries
     * @return in the order of the style; what a style leaves empty is left out
     * @throws LibraryException when the style is broken or has no bibliography
     */
    public List<FormattedEntry> bibliography(List<Reference> references, Locale language, CancelToken cancel)
            throws LibraryException, CancelledException {
        return processor(language).bibliography(references, cancel);
    }

    /**
     * Writes one citation as it stands in the text, such as {@code (Lowry et al., 1951)}.
     *
     * @param cited the references that are cited together, at least one
     * @param paper all that the paper cites, in the order of their first citation; what is cited and not there comes after them
     * @param language as for {@link #bibliography}
     * @throws LibraryException when the style is broken
     */
    public FormattedText citation(List<Reference> cited, List<Reference> paper, Locale language, CancelToken cancel)
            throws LibraryException, CancelledException {
        if (cited.isEmpty()) {
            throw new IllegalArgumentException("a citation of nothing");
        }
        List<Reference> all = new ArrayList<>(paper);
        Set<String> keys = paper.stream().map(Reference::key).collect(Collectors.toSet());
        for (Reference reference : cited) {
            if (keys.add(reference.key())) {
                all.add(reference);
            }
        }
        return processor(language).citation(cited, all, cancel);
    }

    private synchronized StyleProcessor processor(Locale language) throws LibraryException {
        String tag = StyleLanguages.tag(language, source.language());
        StyleProcessor known = processors.remove(tag);
        if (known == null) {
            known = StyleProcessor.of(source, tag);
        }
        processors.put(tag, known);
        if (processors.size() > MAX_LANGUAGES) {
            processors.remove(processors.keySet().iterator().next());
        }
        return known;
    }
}
