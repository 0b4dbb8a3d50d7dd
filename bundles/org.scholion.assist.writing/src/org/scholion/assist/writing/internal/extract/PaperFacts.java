package org.scholion.assist.writing.internal.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.PaperText;
import org.scholion.assist.writing.internal.paper.SectionKind;
import org.scholion.assist.writing.internal.paper.Terms;

/** What the features of sentences and words are computed from. */
final class PaperFacts {

    /** The share of a paper at its beginning that counts as its introduction, and the one from which on its end begins. */
    private static final double START = 0.05;

    private static final double END = 0.96;

    private static final int FREQUENT = 30;

    /** A sentence among those of its kind of section. */
    record InKind(int index, int count) {}

    private final PaperText paper;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Set<String> frequent = new HashSet<>();
    private final Set<String> titleTerms;
    private final Set<String> headingTerms;
    private final List<InKind> inKind = new ArrayList<>();
    private final List<Map<String, Double>> vectors = new ArrayList<>();
    private final Map<Integer, Map<String, Double>> sectionVectors = new HashMap<>();
    private final Map<String, Double> whole;
    private final Map<String, Double> introduction;
    private final Map<String, Double> conclusion;
    private final int termCount;

    PaperFacts(PaperText paper) {
        this.paper = paper;
        List<PaperSentence> sentences = paper.sentences();
        titleTerms = Set.copyOf(Terms.of(paper.title()));
        headingTerms = paper.headingTerms();
        sentences.forEach(sentence -> sentence.terms().forEach(term -> frequency.merge(term, 1, Integer::sum)));
        termCount = frequency.values().stream().mapToInt(Integer::intValue).sum();
        frequency.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(FREQUENT)
                .forEach(entry -> frequent.add(entry.getKey()));
        TermVectors space = new TermVectors(sentences.stream().map(PaperSentence::terms).toList());
        sentences.forEach(sentence -> vectors.add(space.of(sentence.terms())));
        whole = space.of(terms(i -> true));
        introduction = space.of(terms(i -> sentences.get(i).kind() == SectionKind.INTRODUCTION || i < sentences.size() * START));
        conclusion = space.of(terms(i -> sentences.get(i).kind() == SectionKind.CONCLUSION || i > sentences.size() * END));
        sentences.stream()
                .map(PaperSentence::section)
                .distinct()
                .forEach(section -> sectionVectors.put(section, space.of(terms(i -> sentences.get(i).section() == section))));
        countKinds();
    }

    private List<String> terms(Predicate<Integer> of) {
        return IntStream.range(0, paper.sentences().size())
                .filter(of::test)
                .boxed()
                .flatMap(i -> paper.sentences().get(i).terms().stream())
                .toList();
    }

    private void countKinds() {
        Map<SectionKind, Integer> counts = new EnumMap<>(SectionKind.class);
        List<Integer> indexes = new ArrayList<>();
        for (PaperSentence sentence : paper.sentences()) {
            indexes.add(counts.merge(sentence.kind(), 1, Integer::sum) - 1);
        }
        for (int i = 0; i < indexes.size(); i++) {
            inKind.add(new InKind(indexes.get(i), counts.get(paper.sentences().get(i).kind())));
        }
    }

    PaperText paper() {
        return paper;
    }

    int size() {
        return paper.sentences().size();
    }

    PaperSentence sentence(int index) {
        return paper.sentences().get(index);
    }

    /** Where a sentence stands among those of sections of the same kind. */
    InKind inKind(int sentence) {
        return inKind.get(sentence);
    }

    /** How often a term stands in the paper. */
    int frequency(String term) {
        return frequency.getOrDefault(term, 0);
    }

    /** All terms of the paper. */
    Set<String> terms() {
        return frequency.keySet();
    }

    int termCount() {
        return termCount;
    }

    /** Whether a term is one of the most frequent. */
    boolean frequent(String term) {
        return frequent.contains(term);
    }

    boolean inTitle(String term) {
        return titleTerms.contains(term);
    }

    int titleTermCount() {
        return titleTerms.size();
    }

    boolean inHeading(String term) {
        return headingTerms.contains(term);
    }

    double likeWhole(int sentence) {
        return TermVectors.cosine(vectors.get(sentence), whole);
    }

    double likeIntroduction(int sentence) {
        return TermVectors.cosine(vectors.get(sentence), introduction);
    }

    double likeConclusion(int sentence) {
        return TermVectors.cosine(vectors.get(sentence), conclusion);
    }

    double likeSection(int sentence) {
        return TermVectors.cosine(vectors.get(sentence), sectionVectors.get(sentence(sentence).section()));
    }
}
