package org.scholion.library.style;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.internal.style.Messages;
import org.scholion.library.internal.style.StyleIndex;
import org.scholion.library.internal.style.StyleSource;

/**
 * The styles that come with Scholion: those of the CSL project (CC BY-SA 3.0). Thread-safe; keeps the styles that were used last. Nothing
 * is read before it is asked for, and nothing is ever fetched.
 */
public final class CitationStyles {

    private static final int MAX_OPEN = 16;

    private final Map<String, CitationStyle> open = new LinkedHashMap<>();

    /** All styles in the order of their titles. The first call reads an index of 1 MiB. */
    public List<StyleInfo> all() {
        return StyleIndex.get().all();
    }

    /**
     * Styles by name, the best first: those that are called so, then those that begin so, then those that have all words of it.
     *
     * @param name of a style or a journal; capitals and accents do not count; nothing finds nothing
     * @param limit how many at most
     */
    public List<StyleInfo> search(String name, int limit) {
        return StyleIndex.get().search(name, limit);
    }

    /** The style of this id. */
    public Optional<StyleInfo> find(String id) {
        return StyleIndex.get().find(id);
    }

    /**
     * Opens a style.
     *
     * @param id as in {@link StyleInfo#id()}
     * @throws LibraryException when there is none of this id
     */
    public synchronized CitationStyle open(String id) throws LibraryException {
        CitationStyle style = open.remove(id);
        if (style == null) {
            StyleInfo info = find(id).orElseThrow(() -> new LibraryException(NLS.bind(Messages.style_unknown, id)));
            style = new CitationStyle(StyleSource.of(info));
        }
        open.put(id, style);
        if (open.size() > MAX_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        return style;
    }

    /**
     * Opens a style of the author. The file is read once.
     *
     * @param file a {@code .csl} file
     * @throws LibraryException when it cannot be read, is no style, or is the name of a style that does not come with Scholion
     */
    public CitationStyle open(Path file) throws LibraryException {
        return new CitationStyle(StyleSource.of(file));
    }
}
