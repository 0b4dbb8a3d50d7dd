package org.scholion.assist.writing.internal.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.SectionKind;

/** What is known of a term of a paper. {@code models/extractive-drafts} learns a weight for each, by its name. */
enum WordFeature {
    LOG_FREQUENCY(word -> Math.log(word.frequency)),
    LOG_SENTENCES(word -> Math.log(1 + word.sentences)),
    LOG_RANK(word -> Math.log(1 + word.rank)),
    FREQUENCY(word -> 1000.0 * word.frequency / word.facts.termCount()),
    SECTIONS(word -> word.sections.size() / (double) word.sectionCount),
    FIRST(word -> word.first / (double) word.facts.size()),
    LOG_FIRST(word -> Math.log(1 + word.first)),
    IN_TITLE(word -> word.facts.inTitle(word.term) ? 1 : 0),
    LOG_AT_START(word -> Math.log(1 + word.atStart)),
    LOG_AT_END(word -> Math.log(1 + word.atEnd)),
    AT_BOTH_ENDS(word -> word.atStart > 0 && word.atEnd > 0 ? 1 : 0),
    LETTERS(word -> word.term.length()),
    NUMBER(word -> word.term.chars().allMatch(Character::isDigit) ? 1 : 0),
    HYPHEN(word -> word.term.indexOf('-') >= 0 ? 1 : 0),
    PAPER_LENGTH(word -> Math.log(word.facts.size()));

    private static final double START = 0.12;
    private static final double END = 0.93;

    private final ToDoubleFunction<Word> value;

    WordFeature(ToDoubleFunction<Word> value) {
        this.value = value;
    }

    private static final class Word {
        private final PaperFacts facts;
        private final String term;
        private final int sectionCount;
        private final int first;
        private final Set<Integer> sections = new HashSet<>();
        private int frequency;
        private int sentences;
        private int rank;
        private int atStart;
        private int atEnd;

        Word(PaperFacts facts, String term, int sectionCount, int first) {
            this.facts = facts;
            this.term = term;
            this.sectionCount = sectionCount;
            this.first = first;
        }
    }

    /** The values of each term of a paper, in the order of the constants. */
    static Map<String, double[]> of(PaperFacts facts) {
        List<PaperSentence> sentences = facts.paper().sentences();
        int sectionCount = (int) sentences.stream().map(PaperSentence::section).distinct().count();
        Map<String, Word> words = new LinkedHashMap<>();
        for (int i = 0; i < sentences.size(); i++) {
            PaperSentence sentence = sentences.get(i);
            boolean start = i < sentences.size() * START;
            boolean end = sentence.kind() == SectionKind.CONCLUSION || i > sentences.size() * END;
            Set<String> here = new HashSet<>();
            for (String term : sentence.terms()) {
                int first = i;
                Word word = words.computeIfAbsent(term, key -> new Word(facts, key, sectionCount, first));
                word.frequency++;
                word.sentences += here.add(term) ? 1 : 0;
                word.sections.add(sentence.section());
                word.atStart += start ? 1 : 0;
                word.atEnd += end ? 1 : 0;
            }
        }
        List<Word> byFrequency = new ArrayList<>(words.values());
        byFrequency.sort(Comparator.comparingInt((Word word) -> -word.frequency));
        for (int rank = 0; rank < byFrequency.size(); rank++) {
            byFrequency.get(rank).rank = rank;
        }
        Map<String, double[]> features = new HashMap<>();
        words.forEach((term, word) -> {
            double[] row = new double[values().length];
            for (WordFeature feature : values()) {
                row[feature.ordinal()] = feature.value.applyAsDouble(word);
            }
            features.put(term, row);
        });
        return features;
    }
}
