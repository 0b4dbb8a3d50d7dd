package org.scholion.assist.citation.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.assist.citations.CitationSupport.Passage;
import org.scholion.assist.citations.CitationSupport.Verdict;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.assist.citations.CitationVerifier;
import org.scholion.library.LibraryException;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/**
 * Takes the nearest sentence of the nearest passages. Nearness is the share of the sentence's words of content that stand there, together
 * with the cosine of the passage where there is a model; what is near speaks against the sentence when its numbers are others, or when one of
 * the two says no.
 */
public final class PassageVerifier implements CitationVerifier {

    private static final int PASSAGES = 8;

    /** Nearness from which on a sentence says much the same; chosen by hand on the samples of the tests. */
    private static final double NEAR = 0.5;

    private static final double MEANING_WEIGHT = 0.4;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}-]{2,}");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.])\\d+(?:[.,]\\d+)*");
    private static final Pattern NEGATION = Pattern.compile(
            "(?i)\\b(?:not|no|never|neither|nor|cannot|without|fails?|failed|lacks?|unable|absence|contrary)\\b|n't\\b");

    private static final Set<String> FUNCTION_WORDS = Set.of(
            "the", "and", "for", "that", "this", "with", "from", "are", "was", "were", "been", "has", "have", "had", "which", "their", "its",
            "can", "could", "may", "might", "such", "these", "those", "than", "then", "also", "into", "between", "both", "our", "they", "not",
            "but", "all", "any", "some", "more", "most", "other", "using", "used", "use", "shown", "show", "showed", "found", "reported");

    private final ReferenceLibrary library;

    public PassageVerifier(ReferenceLibrary library) {
        this.library = library;
    }

    @Override
    public CitationSupport verify(String sentence, String key, List<Path> libraries, CancelToken cancel)
            throws AssistException, CancelledException {
        List<PassageHit> hits = new ArrayList<>();
        try {
            for (Path source : libraries) {
                if (hits.isEmpty()) {
                    hits.addAll(library.passages(source, key, sentence, PASSAGES, cancel));
                }
            }
        } catch (LibraryException failed) {
            throw new AssistException(failed.getLocalizedMessage(), failed);
        }
        if (hits.isEmpty()) {
            return new CitationSupport(Verdict.NO_TEXT, Optional.empty(), NLS.bind(Messages.support_noText, key));
        }
        Passage best = nearest(sentence, hits);
        if (best.score() < NEAR) {
            return new CitationSupport(Verdict.NOT_FOUND, Optional.of(best), NLS.bind(Messages.support_notFound, key));
        }
        if (!numbers(sentence).isEmpty() && !numbers(best.text()).isEmpty() && disjoint(numbers(sentence), numbers(best.text()))) {
            return new CitationSupport(Verdict.CONTRADICTED, Optional.of(best), NLS.bind(Messages.support_numbers, best.page()));
        }
        if (NEGATION.matcher(sentence).find() != NEGATION.matcher(best.text()).find()) {
            return new CitationSupport(Verdict.CONTRADICTED, Optional.of(best), NLS.bind(Messages.support_negation, best.page()));
        }
        return new CitationSupport(Verdict.SUPPORTED, Optional.of(best), NLS.bind(Messages.support_found, best.page()));
    }

    private static Passage nearest(String sentence, List<PassageHit> hits) {
        Set<String> wanted = words(sentence);
        Passage best = new Passage("", 1, -1);
        for (PassageHit hit : hits) {
            for (TextRange range : SentenceSplitter.of("en").split(hit.text())) {
                String text = range.of(hit.text()).strip();
                Set<String> shared = words(text);
                shared.retainAll(wanted);
                double overlap = wanted.isEmpty() ? 0 : (double) shared.size() / wanted.size();
                double meaning = Math.clamp(hit.meaning(), 0, 1);
                double score = hit.meaning() == 0 ? overlap : (1 - MEANING_WEIGHT) * overlap + MEANING_WEIGHT * meaning;
                if (score > best.score()) {
                    best = new Passage(text, hit.page(), score);
                }
            }
        }
        return best;
    }

    /** Words of content, each cut to its first six letters, so that endings do not matter. */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            if (!FUNCTION_WORDS.contains(word)) {
                words.add(word.substring(0, Math.min(6, word.length())));
            }
        }
        return words;
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group().replace(",", ""));
        }
        return numbers;
    }

    private static boolean disjoint(Set<String> some, Set<String> others) {
        return some.stream().noneMatch(others::contains);
    }
}
