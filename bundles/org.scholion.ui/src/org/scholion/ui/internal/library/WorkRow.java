package org.scholion.ui.internal.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.search.LibraryHits;

/**
 * A work that was found.
 *
 * @param reference with the key of its source; that of an online source is a proposal
 * @param source in which it stands on this machine; empty for one that only an online source has
 * @param online the source that was searched; empty for the library
 * @param snippet where the words stand, each between {@code «} and {@code »}; may be empty
 * @param page of the snippet in the document, 1-based; empty where it is from the entry
 */
@NonNullByDefault
record WorkRow(Reference reference, Optional<Path> source, Optional<OnlineSource> online, String snippet, OptionalInt page) {

    static WorkRow of(LibraryHits.Hit hit) {
        return new WorkRow(hit.reference(), Optional.of(hit.source()), Optional.empty(), hit.snippet(), hit.page());
    }

    static WorkRow of(OnlineSource source, Reference reference) {
        return new WorkRow(reference, Optional.empty(), Optional.of(source), "", OptionalInt.empty());
    }

    /** The same work, which stands in a source on this machine under that key. */
    WorkRow in(Path file, String key) {
        return new WorkRow(reference.change().key(key).build(), Optional.of(file), online, snippet, page);
    }

    /** One, two, or the first and the others; empty where they are unknown. */
    String authors() {
        List<String> names = reference.people().stream().map(Person::family).toList();
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst();
            case 2 -> NLS.bind(Messages.authors_two, names.get(0), names.get(1));
            default -> NLS.bind(Messages.authors_many, names.getFirst());
        };
    }

    String year() {
        return reference.year().isPresent() ? Integer.toString(reference.year().getAsInt()) : "";
    }

    /** Where it stands, as a row says it. */
    String place() {
        String file = source.map(path -> String.valueOf(path.getFileName())).orElse("");
        if (online.isEmpty()) {
            return file;
        }
        return file.isEmpty() ? online.get().title() : NLS.bind(Messages.row_known, file);
    }

    /** The snippet with its page before it; from an online source the beginning of the abstract. */
    Snippet marked() {
        String text = snippet.isEmpty() && online.isPresent() ? reference.abstractText() : snippet;
        String before = page.isPresent() ? NLS.bind(Messages.row_page, page.getAsInt()) + " " : "";
        return Snippet.of(before + text);
    }

    /** What can be cited; empty for what does not stand on this machine. */
    Optional<LibraryHits.Hit> hit() {
        return source.map(file -> new LibraryHits.Hit(reference, file, 0, snippet, page));
    }

    /** The first document of it that is a PDF. */
    Optional<Path> pdf() {
        return reference.files().stream().filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")).findFirst();
    }
}
