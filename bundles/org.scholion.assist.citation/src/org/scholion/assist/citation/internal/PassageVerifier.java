package org.scholion.assist.citation.internal;

import java.nio.file.Path;
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
import org.scholion.library.Reference;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.SentenceSplitter;

/**
 * Takes the nearest sentence of the nearest passages. Nearness is the share of the sentence's words of content that stand there, together
 * with the cosine of the passage where there is a model; what is near speaks against the sentence when its numbers are others, or when one of
 * the two says no.
 */
public final class PassageVerifier implements CitationVerifier {

    private static final int PASSAGES = 8;

    /** Nearness from which on a sentence says much the same; of sentences about other papers one in a hundred reaches it. */
    private static final double NEAR = 0.45;

    private static final double MEANING_WEIGHT = 0.4;

    /** Of works that have the same title so many are looked at. */
    private static final int SAME_WORKS = 5;

    private static final Pattern LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What the words of two sentences in a row count beside those of one, which is easier to read. */
    private static final double TWO_SENTENCES = 0.85;

    private static final Pattern CITATION = Pattern.compile(
            "\\([^()]*\\b(?:1[89]|20)\\d\\d[a-z]?\\b[^()]*\\)|\\[[\\d,; \u2013-]+]"
                    + "|\\p{Lu}[\\p{L}-]+(?: (?:and|&) \\p{Lu}[\\p{L}-]+| et al\\.?)?,? \\(?(?:1[89]|20)\\d\\d[a-z]?\\)?");

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
        Found found;
        try {
            found = passages(sentence, key, libraries, cancel);
        } catch (LibraryException failed) {
            throw new AssistException(failed.getLocalizedMessage(), failed);
        }
        if (found.hits().isEmpty()) {
            return new CitationSupport(Verdict.NO_TEXT, Optional.empty(), NLS.bind(Messages.support_noText, key), Optional.empty());
        }
        String claim = withoutCitations(sentence);
        Passage best = nearest(claim, found.hits());
        return new CitationSupport(verdict(claim, best), Optional.of(best), reason(claim, key, best), found.document());
    }

    /** Passages of a document. */
    private record Found(List<PassageHit> hits, Optional<Path> document) {}

    private Found passages(String sentence, String key, List<Path> libraries, CancelToken cancel) throws LibraryException, CancelledException {
        for (Path source : libraries) {
            List<PassageHit> hits = library.passages(source, key, sentence, PASSAGES, cancel);
            if (!hits.isEmpty()) {
                return new Found(hits, library.reference(List.of(source), key).flatMap(PassageVerifier::document));
            }
        }
        Optional<Reference> cited = library.reference(libraries, key);
        return cited.isPresent() ? passagesElsewhere(sentence, cited.get(), libraries, cancel) : new Found(List.of(), Optional.empty());
    }

    /** The document of a work that the paper's bibliography knows without one, such as from a folder of documents. */
    private Found passagesElsewhere(String sentence, Reference cited, List<Path> libraries, CancelToken cancel)
            throws LibraryException, CancelledException {
        if (cited.title().isBlank()) {
            return new Found(List.of(), Optional.empty());
        }
        LibraryQuery same = new LibraryQuery(LETTERS.matcher(cited.title()).replaceAll(" "), libraries, LibraryFilter.NONE, SAME_WORKS, false);
        for (LibraryHits.Hit hit : library.search(same, cancel).hits()) {
            if (isSame(cited, hit.reference())) {
                List<PassageHit> hits = library.passages(hit.source(), hit.reference().key(), sentence, PASSAGES, cancel);
                if (!hits.isEmpty()) {
                    return new Found(hits, document(hit.reference()));
                }
            }
        }
        return new Found(List.of(), Optional.empty());
    }

    private static boolean isSame(Reference one, Reference other) {
        return !one.doi().isEmpty() && one.doi().equals(other.doi()) || letters(one.title()).equals(letters(other.title()));
    }

    private static String letters(String title) {
        return LETTERS.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static Optional<Path> document(Reference reference) {
        return reference.files().stream().filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")).findFirst();
    }

    private static Verdict verdict(String sentence, Passage best) {
        if (best.score() < NEAR) {
            return Verdict.NOT_FOUND;
        }
        return hasOtherNumbers(sentence, best) || isDenied(sentence, best) ? Verdict.CONTRADICTED : Verdict.SUPPORTED;
    }

    private static String reason(String sentence, String key, Passage best) {
        if (best.score() < NEAR) {
            return NLS.bind(Messages.support_notFound, key);
        }
        if (hasOtherNumbers(sentence, best)) {
            return NLS.bind(Messages.support_numbers, best.page());
        }
        return NLS.bind(isDenied(sentence, best) ? Messages.support_negation : Messages.support_found, best.page());
    }

    private static boolean hasOtherNumbers(String sentence, Passage best) {
        return !numbers(sentence).isEmpty() && !numbers(best.text()).isEmpty() && disjoint(numbers(sentence), numbers(best.text()));
    }

    private static boolean isDenied(String sentence, Passage best) {
        return NEGATION.matcher(sentence).find() != NEGATION.matcher(best.text()).find();
    }

    private static Passage nearest(String sentence, List<PassageHit> hits) {
        Set<String> wanted = words(sentence);
        Passage best = new Passage("", 1, -1);
        for (PassageHit hit : hits) {
            List<String> sentences = SentenceSplitter.of("en").split(hit.text()).stream().map(range -> range.of(hit.text()).strip()).toList();
            for (int i = 0; i < sentences.size(); i++) {
                best = better(best, wanted, hit, sentences.get(i), 1);
                if (i + 1 < sentences.size()) {
                    best = better(best, wanted, hit, sentences.get(i) + " " + sentences.get(i + 1), TWO_SENTENCES);
                }
            }
        }
        return best;
    }

    private static Passage better(Passage best, Set<String> wanted, PassageHit hit, String text, double weight) {
        Set<String> shared = words(text);
        shared.retainAll(wanted);
        double overlap = wanted.isEmpty() ? 0 : weight * shared.size() / wanted.size();
        double meaning = Math.clamp(hit.meaning(), 0, 1);
        double score = hit.meaning() == 0 ? overlap : (1 - MEANING_WEIGHT) * overlap + MEANING_WEIGHT * meaning;
        return score > best.score() ? new Passage(text, hit.page(), score) : best;
    }

    /** Without authors and years of citations that were written by hand: the work does not name itself, and its years are no results. */
    private static String withoutCitations(String sentence) {
        return CITATION.matcher(sentence).replaceAll(" ");
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
