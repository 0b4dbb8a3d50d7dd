package org.scholion.ui.internal.citation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.library.LibraryException;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.edit.KeyPattern;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.ui.citation.CitableWork;

/**
 * Makes of works that were found works that a paper can cite: one that stands in the paper's bibliography and in the library as well is
 * there once, and one from the library alone gets a key that is free in the paper.
 */
@NonNullByDefault
final class FoundWorks {

    private final Manuscript paper;
    private final List<Path> bibliographies;
    private final Optional<ReferenceLibrary> library;
    private final Map<String, String> ownTitles = new HashMap<>();
    private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> foreignTitles = new HashSet<>();
    private final Map<String, CitableWork> works = new LinkedHashMap<>();

    /** @param bibliographies of the paper */
    FoundWorks(Manuscript paper, List<Path> bibliographies, Optional<ReferenceLibrary> library) {
        this.paper = paper;
        this.bibliographies = bibliographies;
        this.library = library;
        for (BibliographyEntry entry : paper.structure().bibliography()) {
            taken.add(entry.key());
            ownTitles.putIfAbsent(titleKey(entry.title(), entry.year(), entry.key()), entry.key());
        }
    }

    /** What somebody searched for and found. */
    static CitationSuggestion suggestion(LibraryHits.Hit hit, Manuscript paper) {
        Reference reference = hit.reference();
        return new CitationSuggestion(
                reference.key(),
                hit.source(),
                reference.title(),
                reference.people().stream().map(Person::family).toList(),
                reference.year().isPresent() ? Integer.toString(reference.year().getAsInt()) : "",
                reference.venue(),
                0,
                times(paper, reference.key()),
                List.of(),
                hit.snippet().replace("\u00ab", "").replace("\u00bb", ""));
    }

    void add(CitationSuggestion suggestion) throws LibraryException {
        add(suggestion, reference(suggestion));
    }

    /** @param reference all of the work, with the key of its library */
    void add(CitationSuggestion suggestion, Optional<Reference> reference) {
        boolean own = bibliographies.contains(suggestion.library());
        if (own) {
            works.putIfAbsent(suggestion.key(), new CitableWork(suggestion.key(), suggestion, true, reference));
            return;
        }
        String title = titleKey(suggestion.title(), suggestion.year(), suggestion.key());
        String known = ownTitles.get(title);
        if (known != null) {
            Optional<Reference> renamed = reference.map(one -> one.change().key(known).build());
            works.putIfAbsent(known, new CitableWork(known, counted(suggestion, known), true, renamed));
        } else if (reference.isPresent() && foreignTitles.add(title)) {
            String key = freeKey(reference.get());
            taken.add(key);
            Reference entry = reference.get().change().key(key).build();
            works.put(key, new CitableWork(key, suggestion, false, Optional.of(entry)));
        }
    }

    /** The library may know a work by another key than the paper, under which the paper cites it. */
    private CitationSuggestion counted(CitationSuggestion suggestion, String key) {
        return suggestion.key().equals(key)
                ? suggestion
                : new CitationSuggestion(
                        suggestion.key(), suggestion.library(), suggestion.title(), suggestion.people(), suggestion.year(), suggestion.venue(),
                        suggestion.score(), times(paper, key), suggestion.matches(), suggestion.reason());
    }

    private static int times(Manuscript paper, String key) {
        return (int) paper.structure().citations().stream()
                .filter(citation -> citation.printed() && citation.keys().stream().anyMatch(one -> one.name().equals(key)))
                .count();
    }

    /** Best first. */
    List<CitableWork> found() {
        return new ArrayList<>(works.values());
    }

    private Optional<Reference> reference(CitationSuggestion suggestion) throws LibraryException {
        return library.isEmpty()
                ? Optional.empty()
                : library.get().reference(List.of(suggestion.library()), suggestion.key());
    }

    /** The key of the library where it can stay, so that an author finds it again. */
    private String freeKey(Reference reference) {
        if (BibtexEditor.isKey(reference.key()) && !taken.contains(reference.key())) {
            return reference.key();
        }
        return KeyPattern.of(KeyPattern.DEFAULT).key(reference, taken);
    }

    /** Letters and digits of the title, and the year: entries of one work differ in the rest. Without a title the key has to do. */
    private static String titleKey(String title, String year, String key) {
        String letters = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
        return letters.isEmpty() ? " " + key : letters + " " + year;
    }
}
