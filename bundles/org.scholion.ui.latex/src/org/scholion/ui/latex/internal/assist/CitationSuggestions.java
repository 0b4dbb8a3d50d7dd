package org.scholion.ui.latex.internal.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.latex.internal.MarkedText;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.PaperLookup;
import org.scholion.ui.latex.internal.assist.Suggestion.Kind;

/** The works that completion offers for a citation: those that fit the sentence first, the others by their keys. */
final class CitationSuggestions {

    private static final String CITED = "\u2713 ";

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
                found.add(own(entry, reason(work)));
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
            information.add(MarkedText.escaped(Messages.cite_cited));
        }
        String searched = String.join(" ", entry.authors()) + " " + entry.title() + " " + entry.year() + " " + entry.venue();
        return suggestion(entry.key(), detail, information, searched);
    }

    private Suggestion foreign(CitableWork work) {
        String who = work.authorYear();
        String from = NLS.bind(Messages.cite_fromLibrary, work.suggestion().library().getFileName());
        String detail = (who.isEmpty() ? work.title() : who + " · " + work.title()) + " (" + from + ")";
        List<String> information = new ArrayList<>();
        information.add("<b>" + MarkedText.escaped(work.title()) + "</b>");
        information.add(MarkedText.escaped(String.join("; ", work.suggestion().people())));
        information.add(MarkedText.escaped(work.suggestion().venue() + " " + work.suggestion().year()));
        information.add(MarkedText.escaped(NLS.bind(Messages.cite_willBeAdded, work.suggestion().library())));
        information.addAll(reason(work));
        String searched = who + " " + String.join(" ", work.suggestion().people()) + " " + work.title() + " " + work.suggestion().venue();
        Suggestion plain = suggestion(work.key(), detail, information, searched);
        return plain.withEntry(work.missingEntry());
    }

    private static Suggestion suggestion(String key, String detail, List<String> information, String searched) {
        return new Suggestion(
                Kind.CITATION, key, detail, String.join("<br>", information), searched.toLowerCase(Locale.ROOT), key, List.of());
    }

    private String mark(String key) {
        return cited.contains(key) ? CITED : "";
    }

    /** Why it is offered; the matching words stand in the reason already. */
    private static List<String> reason(CitableWork work) {
        String reason = work.suggestion().reason();
        return reason.isBlank() ? List.of() : List.of("<i>" + MarkedText.escaped(reason) + "</i>");
    }
}
