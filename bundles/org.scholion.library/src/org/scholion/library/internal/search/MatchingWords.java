package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.library.Reference;

/** The words of a sentence that works have as well, the rarest first. For one sentence; not thread-safe. */
final class MatchingWords {

    private final ReferenceAnalyzer analyzer;

    /** The words of the sentence as they stand there, by their terms, the rarest first. */
    private final Map<String, String> words = new LinkedHashMap<>();

    /** How many works have each of some words. */
    @FunctionalInterface
    interface Frequencies {
        Map<String, Integer> of(Collection<String> words) throws IOException;
    }

    MatchingWords(Frequencies frequencies, ReferenceAnalyzer analyzer, String sentence) throws IOException {
        this.analyzer = analyzer;
        Map<String, String> inOrder = new LinkedHashMap<>();
        for (ReferenceAnalyzer.Term term : analyzer.terms(sentence)) {
            inOrder.putIfAbsent(term.text(), sentence.substring(term.start(), term.end()));
        }
        Map<String, Integer> counts = frequencies.of(inOrder.keySet());
        List<String> terms = new ArrayList<>(inOrder.keySet());
        terms.sort(Comparator.comparing(term -> counts.getOrDefault(term, 0)));
        terms.forEach(term -> words.put(term, inOrder.getOrDefault(term, term)));
    }

    List<String> of(Reference reference) {
        Set<String> own = analyzer.terms(ReferenceText.words(reference)).stream()
                .map(ReferenceAnalyzer.Term::text)
                .collect(Collectors.toSet());
        return words.entrySet().stream().filter(word -> own.contains(word.getKey())).map(Map.Entry::getValue).toList();
    }
}
