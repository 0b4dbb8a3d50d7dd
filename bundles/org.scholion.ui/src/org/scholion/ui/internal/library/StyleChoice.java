package org.scholion.ui.internal.library;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.style.CitationStyles;
import org.scholion.library.style.FormattedEntry;
import org.scholion.library.style.PaperStyles;
import org.scholion.library.style.StyleInfo;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceText;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * In which style references are shown.
 *
 * @param chosen by the author; empty to follow the paper
 * @param paper what the paper uses; empty where that is not known
 * @param language of the paper
 */
@NonNullByDefault
record StyleChoice(Optional<String> chosen, Optional<String> paper, Locale language) {

    private static final CitationStyles STYLES = new CitationStyles();

    /** @param manuscript the paper that is being written */
    static StyleChoice of(Optional<String> chosen, Optional<Manuscript> manuscript) {
        Optional<String> paper = manuscript.flatMap(one -> PaperStyles.of(one.sources().stream().map(SourceText::text).toList()));
        Locale language = manuscript.map(Manuscript::language)
                .filter(tag -> !tag.equals("und"))
                .map(Locale::forLanguageTag)
                .orElse(Locale.ROOT);
        return new StyleChoice(chosen, paper, language);
    }

    /** All styles that come along; the first call takes a moment. */
    static CitationStyles styles() {
        return STYLES;
    }

    /** The styles that papers use most, and the one that was chosen, in the order of their titles. */
    static List<StyleInfo> usual(Optional<String> chosen) {
        return Stream.concat(PaperStyles.styles().stream(), chosen.stream())
                .distinct()
                .map(STYLES::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(StyleInfo::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    String id() {
        return chosen.or(() -> paper).orElse(PaperStyles.DEFAULT);
    }

    /** The name of the style. */
    String title() {
        return STYLES.find(id()).map(StyleInfo::title).orElse(id());
    }

    /** The reference as the style writes it; its title where the style writes nothing. */
    FormattedEntry format(Reference reference, CancelToken cancel) throws LibraryException, CancelledException {
        List<FormattedEntry> entries = STYLES.open(id()).bibliography(List.of(reference), language, cancel);
        return entries.isEmpty() ? new FormattedEntry(reference, reference.title(), reference.title()) : entries.getFirst();
    }
}
