package org.scholion.assist.writing.internal.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.Terms;

/**
 * Chooses sentences one after the other: the one that does best, counting what it says that the others have not said, as long as
 * there is
 * room. One that repeats another is left out.
 */
final class Selection {

    private static final int CANDIDATES = 150;
    private static final int MOST_WORDS_OF_SENTENCE = 60;
    private static final double SAME = 0.6;

    /** When less than this is left of the room, nothing more is looked for. */
    private static final int REST = 20;

    private final double[] scores;
    private final Map<String, Double> words;
    private final double coverage;
    private final List<Candidate> open;
    private final List<Candidate> chosen = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private int room;

    /**
     * A sentence that may be chosen.
     *
     * @param index in the paper
     * @param score of the sentence for itself
     * @param terms of what is left of it
     */
    record Candidate(int index, ShortSentence text, double score, Set<String> terms) {}

    /**
     * @param allowed which sentences of the paper may be chosen
     * @param room how many words at most
     * @param spread whether what the others have not said counts; of one sentence alone it says little
     */
    Selection(ExtractModel model, PaperFacts facts, IntPredicate allowed, int room, boolean spread) {
        this.scores = model.scores(facts);
        this.words = model.words(facts);
        this.coverage = spread ? model.coverage() : 0;
        this.room = room;
        this.open = new ArrayList<>(IntStream.range(0, facts.size())
                .filter(allowed)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .flatMap(i -> candidate(facts.sentence(i), i).stream())
                .limit(CANDIDATES)
                .toList());
    }

    private Optional<Candidate> candidate(PaperSentence sentence, int index) {
        return ShortSentence.of(sentence)
                .filter(text -> text.words() <= MOST_WORDS_OF_SENTENCE)
                .map(text -> new Candidate(index, text, scores[index], new HashSet<>(Terms.of(text.text()))));
    }

    /** Those that may still be chosen, the best for themselves first. */
    List<Candidate> open() {
        return List.copyOf(open);
    }

    /** Chooses the best of some; false where none has room. */
    boolean choose(IntPredicate of) {
        while (true) {
            Optional<Candidate> best =
                    open.stream().filter(candidate -> of.test(candidate.index())).max(Comparator.comparingDouble(this::gain));
            if (best.isEmpty()) {
                return false;
            }
            Candidate candidate = best.get();
            open.remove(candidate);
            if (candidate.text().words() <= room && chosen.stream().noneMatch(other -> same(candidate, other))) {
                chosen.add(candidate);
                said.addAll(candidate.terms());
                room -= candidate.text().words();
                return true;
            }
            if (room < REST) {
                return false;
            }
        }
    }

    private double gain(Candidate candidate) {
        double fresh = candidate.terms().stream()
                .filter(term -> !said.contains(term))
                .mapToDouble(term -> words.getOrDefault(term, 0.0))
                .sum();
        return candidate.score() + coverage * fresh / Math.sqrt(candidate.text().words());
    }

    private static boolean same(Candidate one, Candidate other) {
        long shared = one.terms().stream().filter(other.terms()::contains).count();
        return shared > SAME * Math.min(one.terms().size(), other.terms().size());
    }

    /** What was chosen, in the order of the paper. */
    List<Candidate> chosen() {
        return chosen.stream().sorted(Comparator.comparingInt(Candidate::index)).toList();
    }
}
