package org.scholion.ui.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.text.CancelToken;

/** Ranks works by the words of their titles that stand in the sentence. */
final class FakeCitations implements CitationAssistant {

    private final List<CitationSuggestion> works = new CopyOnWriteArrayList<>();

    void add(Path library, String key, String title, String people, String year, String venue) {
        works.add(new CitationSuggestion(key, library, title, List.of(people.split(";")), year, venue, 0, 0, List.of(), ""));
    }

    @Override
    public List<CitationSuggestion> suggest(CitationPlace place, List<Path> libraries, int limit, CancelToken cancel) {
        List<CitationSuggestion> ranked = new ArrayList<>();
        for (CitationSuggestion work : works) {
            if (libraries.contains(work.library()) && !place.here().contains(work.key())) {
                Set<String> common = words(place.before() + " " + place.after());
                common.retainAll(words(work.title()));
                int cited = (int) place.earlier().stream().filter(keys -> keys.contains(work.key())).count();
                ranked.add(new CitationSuggestion(
                        work.key(), work.library(), work.title(), work.people(), work.year(), work.venue(), common.size(), cited,
                        List.copyOf(common), common.isEmpty() ? "little in common" : "in common: " + String.join(", ", common)));
            }
        }
        ranked.sort(Comparator.comparingDouble(CitationSuggestion::score).reversed());
        return ranked.subList(0, Math.min(limit, ranked.size()));
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\P{L}+")));
        words.removeIf(word -> word.length() < 4);
        return words;
    }
}
