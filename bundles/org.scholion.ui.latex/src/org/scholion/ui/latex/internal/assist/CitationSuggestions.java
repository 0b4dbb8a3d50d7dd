package org.scholion.ui.latex.internal.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.WorkDescription;
import org.scholion.ui.latex.internal.MarkedText;
import org.scholion.ui.latex.internal.PaperLookup;
import org.scholion.ui.latex.internal.assist.Suggestion.Kind;

/** The works that completion offers for a citation: those that fit the sentence first, the others by their keys. */
final class CitationSuggestions {

    private final Structure structure;
    private final Set<String> cited = new HashSet<>();

    CitationSuggestions(Structure structure) {
        this.structure = structure;
        for (Citation citation : structure.citations()) {
            if (citation.printed()) {
                citation.keys().forEach(key -> cited.add(key.name()));
            }
        }
    }

    /**
     * All works but those that stand in the citation already.
     *
     * @param ranked those that were ranked for the sentence, best first
     */
    List<Suggestion> of(List<CitableWork> ranked, List<String> others) {
        Map<String, BibliographyEntry> rest = new LinkedHashMap<>();
        structure.bibliography().stream()
                .sorted(Comparator.comparing(BibliographyEntry::key, String.CASE_INSENSITIVE_ORDER))
                .forEach(entry -> rest.putIfAbsent(entry.key(), entry));
        others.forEach(rest::remove);
        List<Suggestion> found = new ArrayList<>();
        for (CitableWork work : ranked) {
            BibliographyEntry entry = rest.remove(work.key());
            if (entry != null) {
                found.add(own(entry, new WorkDescription(work).reason()));
            } else if (work.missingEntry().isPresent() && !others.contains(work.key())) {
                found.add(foreign(work));
            }
        }
        rest.values().forEach(entry -> found.add(own(entry, List.of())));
        return found;
    }

    private Suggestion own(BibliographyEntry entry, List<String> reason) {
        String who = PaperLookup.authorYear(entry);
        String detail = mark(entry.key()) + (who.isEmpty() ? entry.title() : who + " · " + entry.title());
        List<String> information = new ArrayList<>(List.of(MarkedText.of(entry)));
        information.addAll(reason);
        if (reason.isEmpty() && cited.contains(entry.key())) {
            information.add(WorkDescription.cited());
        }
        String searched = String.join(" ", entry.authors()) + " " + entry.title() + " " + entry.year() + " " + entry.venue();
        return suggestion(entry.key(), detail, information, searched);
    }

    private static Suggestion foreign(CitableWork work) {
        WorkDescription described = new WorkDescription(work);
        Suggestion plain = suggestion(work.key(), described.line(), described.information(), described.searched());
        return plain.withEntry(work.missingEntry());
    }

    private static Suggestion suggestion(String key, String detail, List<String> information, String searched) {
        return new Suggestion(
                Kind.CITATION, key, detail, String.join("<br>", information), searched.toLowerCase(Locale.ROOT), key, List.of());
    }

    private String mark(String key) {
        return cited.contains(key) ? WorkDescription.CITED : "";
    }
}
