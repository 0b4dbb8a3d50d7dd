package org.scholion.assist.writing.internal.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.drafts.KeywordAssistant;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.PaperText;
import org.scholion.assist.writing.internal.paper.Quotation;
import org.scholion.assist.writing.internal.paper.Terms;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Finds terms by the C-value of Frantzi, Ananiadou and Mima (2000): a phrase counts by its length and how often it stands in the
 * paper
 * outside of longer ones. That is weighed with the chance of its words to stand in an abstract, and with how rare they are in
 * abstracts of other
 * papers. Plurals count with their singulars.
 */
public final class ExtractedKeywords implements KeywordAssistant {

    private static final int MOST_TERMS = 4;
    private static final int LEAST_COUNT = 2;
    private static final int LEAST_LETTERS = 3;
    private static final double IN_TITLE = 3;

    /** What a single word counts beside one for each word of a phrase. */
    private static final double ALONE = 0.7;

    /** Where a phrase ends: at all but letters, digits and hyphens between spaces. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’][\\p{L}\\p{N}]+)*");

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

    /** Words at which no term begins or ends, beside those of function: they join, compare or count. */
    private static final Set<String> NOT_AT_ENDS = Set.of(
            ("using used use uses based given show shows shown see first second third one two three many much several "
                            + "different various new same therefore thus however example case cases order number well without within among "
                            + "per via since while because make makes made consider let follows following due respectively et al fig "
                            + "figure table section find found allow allows provide provides describe described require required including "
                            + "include includes obtain obtained note us high low large small good better best important possible available "
                            + "recent current general specific particular single full standard simple often always still even rather hence "
                            + "able like way ways need needs want time years paper work approach approaches study results result")
                    .split(" "));

    private final ExtractModel model = ExtractModel.bundled();
    private final CommonTerms common = CommonTerms.bundled();

    /** A phrase in all its forms. */
    private static final class Phrase {
        private final Map<String, Integer> forms = new HashMap<>();
        private final PaperSentence first;
        private final int length;
        private int count;
        private int insideCount;
        private int longer;

        Phrase(PaperSentence first, int length) {
            this.first = first;
            this.length = length;
        }

        /** How often it stands for itself, by its length. */
        double value() {
            double inside = longer == 0 ? 0 : (double) insideCount / longer;
            return (length == 1 ? ALONE : length) * Math.sqrt(count - inside);
        }

        String text() {
            return forms.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }
    }

    private record Scored(String key, Phrase phrase, double score) {}

    @Override
    public List<Keyword> keywords(Manuscript paper, int limit, CancelToken cancel) throws CancelledException {
        PaperText text = PaperText.of(paper);
        PaperFacts facts = new PaperFacts(text);
        Map<String, Phrase> phrases = phrases(text, cancel);
        phrases.values().removeIf(phrase -> phrase.count < LEAST_COUNT);
        countInside(phrases);
        cancel.check();
        Map<String, Double> words = model.words(facts);
        String title = key(List.of(text.title().split("[^\\p{L}\\p{N}'’-]+")));
        List<Scored> scored = new ArrayList<>();
        phrases.forEach((key, phrase) -> {
            double telling = Terms.of(phrase.text()).stream()
                    .mapToDouble(term -> words.getOrDefault(term, 0.0) * common.rarity(term))
                    .average()
                    .orElse(0);
            boolean inTitle = (" " + title + " ").contains(" " + key + " ");
            scored.add(new Scored(key, phrase, phrase.value() * telling * (inTitle ? IN_TITLE : 1)));
        });
        scored.sort(Comparator.comparingDouble((Scored one) -> -one.score()).thenComparing(Scored::key));
        List<Scored> best = new ArrayList<>();
        for (Scored one : scored) {
            boolean part = best.stream().anyMatch(other -> contains(other.key(), one.key()) || contains(one.key(), other.key()));
            if (!part && best.size() < limit) {
                best.add(one);
            }
        }
        return best.stream()
                .map(one -> new Keyword(one.phrase().text(), one.phrase().count, Quotation.of(text, one.phrase().first)))
                .toList();
    }

    private static boolean contains(String phrase, String part) {
        return (" " + phrase + " ").contains(" " + part + " ");
    }

    private static Map<String, Phrase> phrases(PaperText text, CancelToken cancel) throws CancelledException {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        for (PaperSentence sentence : text.sentences()) {
            cancel.check();
            List<String> run = new ArrayList<>();
            Matcher word = WORD.matcher(sentence.text());
            int end = -1;
            while (word.find()) {
                boolean joined = end >= 0 && sentence.text().substring(end, word.start()).isBlank();
                if (!joined || !inside(word.group())) {
                    add(run, sentence, phrases);
                    run.clear();
                }
                if (inside(word.group())) {
                    run.add(form(word.group(), word.start() == 0));
                }
                end = word.end();
            }
            add(run, sentence, phrases);
        }
        return phrases;
    }

    private static boolean inside(String word) {
        return word.equals("of") || !Terms.of(word).isEmpty();
    }

    private static void add(List<String> run, PaperSentence sentence, Map<String, Phrase> phrases) {
        for (int start = 0; start < run.size(); start++) {
            for (int end = start + 1; end <= Math.min(run.size(), start + MOST_TERMS); end++) {
                List<String> words = run.subList(start, end);
                if (atEnd(words.getFirst()) && atEnd(words.getLast())) {
                    Phrase phrase = phrases.computeIfAbsent(key(words), key -> new Phrase(sentence, words.size()));
                    phrase.count++;
                    phrase.forms.merge(String.join(" ", words), 1, Integer::sum);
                }
            }
        }
    }

    private static boolean atEnd(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.length() >= LEAST_LETTERS
                && !small.equals("of")
                && !NOT_AT_ENDS.contains(small)
                && small.chars().anyMatch(Character::isLetter)
                && !small.endsWith("ly");
    }

    /** Without the ending of a possessive; at the beginning of a sentence a capital letter says nothing. */
    private static String form(String word, boolean atStart) {
        String own = POSSESSIVE.matcher(word).replaceFirst("");
        boolean name = own.chars().skip(1).anyMatch(Character::isUpperCase);
        return atStart && !name ? own.toLowerCase(Locale.ROOT) : own;
    }

    private static String key(List<String> words) {
        return String.join(" ", words.stream().map(ExtractedKeywords::singular).toList());
    }

    private static String singular(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        boolean plural = small.length() > LEAST_LETTERS && small.endsWith("s") && !small.endsWith("ss") && !small.endsWith("us")
                && !small.endsWith("is");
        return plural ? small.substring(0, small.length() - 1) : small;
    }

    private static void countInside(Map<String, Phrase> phrases) {
        phrases.forEach((key, phrase) -> {
            String[] words = key.split(" ");
            for (int start = 0; start < words.length; start++) {
                for (int end = start + 1; end <= words.length; end++) {
                    Phrase part = phrases.get(String.join(" ", List.of(words).subList(start, end)));
                    if (part != null && part != phrase) {
                        part.insideCount += phrase.count;
                        part.longer++;
                    }
                }
            }
        });
    }
}
