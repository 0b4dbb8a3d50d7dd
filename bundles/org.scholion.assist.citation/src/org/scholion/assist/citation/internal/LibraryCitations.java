package org.scholion.assist.citation.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.scholion.assist.AssistException;
import org.scholion.assist.citation.internal.rank.Ranking.Ranked;
import org.scholion.assist.citation.internal.rank.Ranking;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.library.LibraryException;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Ranks what the library finds. */
public final class LibraryCitations implements CitationAssistant {

    /** So many candidates are taken by words, and so many by meaning, and so many that were cited. */
    private static final int DEPTH = 100;

    private final ReferenceLibrary library;
    private final Ranking ranking;

    public LibraryCitations(ReferenceLibrary library) {
        this(library, Ranking.load());
    }

    LibraryCitations(ReferenceLibrary library, Ranking ranking) {
        this.library = library;
        this.ranking = ranking;
    }

    @Override
    public List<CitationSuggestion> suggest(CitationPlace place, List<Path> libraries, int limit, CancelToken cancel)
            throws AssistException, CancelledException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        PlaceQuery query = query(place, libraries);
        try {
            List<Candidate> candidates = library.candidates(query, cancel);
            List<Ranked> best = ranking.rank(place, candidates).stream()
                    .filter(one -> !place.here().contains(one.candidate().reference().key()))
                    .limit(limit)
                    .toList();
            List<List<String>> matches =
                    library.matches(query, best.stream().map(one -> one.candidate().reference()).toList());
            List<CitationSuggestion> suggestions = new ArrayList<>();
            for (int i = 0; i < best.size(); i++) {
                suggestions.add(suggestion(place, best.get(i), matches.get(i)));
            }
            return suggestions;
        } catch (LibraryException failed) {
            throw new AssistException(failed.getLocalizedMessage(), failed);
        }
    }

    /** What the library is asked for a place. */
    public static PlaceQuery query(CitationPlace place, List<Path> libraries) {
        Set<String> cited = new LinkedHashSet<>(place.here());
        for (List<String> keys : place.earlier().reversed()) {
            cited.addAll(keys);
        }
        return new PlaceQuery(
                place.before(), place.after(), place.previous(), place.paperTitle(), List.copyOf(cited), libraries, DEPTH);
    }

    private static CitationSuggestion suggestion(CitationPlace place, Ranked ranked, List<String> matches) {
        Reference reference = ranked.candidate().reference();
        List<String> people = reference.people().stream().map(Person::family).toList();
        int cited = (int) place.earlier().stream().filter(keys -> keys.contains(reference.key())).count();
        return new CitationSuggestion(
                reference.key(),
                ranked.candidate().source(),
                reference.title(),
                people,
                reference.year().isPresent() ? String.valueOf(reference.year().getAsInt()) : "",
                reference.venue(),
                1 / (1 + Math.exp(-ranked.score())),
                cited,
                matches,
                Reasons.of(place, ranked.candidate(), cited, matches));
    }
}
