package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import org.scholion.inference.ModelException;
import org.scholion.inference.Tagger;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;

/**
 * Asks the tagger for the changes of sentences, again over the changed sentences until nothing changes, as in GECToR (Omelianchuk et al.
 * 2020). Stateless.
 */
final class Proposer {

    /** After the third time hardly anything changes any more (same paper, table 8). */
    private static final int MOST_PASSES = 3;
    /** "Keep" and three others. */
    private static final int LABELS = 4;

    private final double leastProbability;

    /** @param leastProbability of a label other than "keep", for it to be taken though "keep" may be more probable */
    Proposer(double leastProbability) {
        this.leastProbability = leastProbability;
    }

    /**
     * What the tagger says of a sentence.
     *
     * @param corrections in order; none touches another
     * @param expectedErrors how many of its words are wrong: the sum over the words of the probability that they are
     */
    record Proposal(List<Correction> corrections, double expectedErrors) {
        Proposal {
            corrections = List.copyOf(corrections);
        }

        /** How many words are wrong beside the one of a correction. */
        double errorsBeside(Correction correction) {
            return Math.max(0, expectedErrors - correction.wrong());
        }
    }

    /** What is proposed for each sentence, in order. */
    List<Proposal> propose(Tagger tagger, List<String> sentences, CancelToken cancel) throws ModelException, CancelledException {
        List<EditedSentence> edited = sentences.stream().map(EditedSentence::new).toList();
        List<EditedSentence> open = edited;
        for (int pass = 0; pass < MOST_PASSES && !open.isEmpty(); pass++) {
            List<String> texts = open.stream().map(EditedSentence::text).toList();
            List<List<Tagger.Tag>> tags = tagger.tag(texts, LABELS, cancel);
            List<EditedSentence> changed = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                if (pass(open.get(i), tags.get(i), pass == 0)) {
                    changed.add(open.get(i));
                }
            }
            open = changed;
        }
        return edited.stream().map(sentence -> new Proposal(sentence.corrections(), sentence.expectedErrors())).toList();
    }

    private boolean pass(EditedSentence sentence, List<Tagger.Tag> tags, boolean original) {
        String text = sentence.text();
        List<Word> words = Word.of(text);
        boolean changed = false;
        double wrong = 0;
        int edge = text.length() + 1;
        int tag = tags.size() - 1;
        // from the end, so that what stands before keeps its place
        for (int at = words.size() - 1; at >= 0; at--) {
            int start = words.get(at).range().start();
            while (tag >= 0 && tags.get(tag).range().start() > start) {
                tag--;
            }
            if (tag < 0 || tags.get(tag).range().start() != start) {
                continue;
            }
            // several tokens may begin there; the first one has the label
            int first = tag;
            while (first > 0 && tags.get(first - 1).range().start() == start) {
                first--;
            }
            double wrongHere = 1 - keep(tags.get(first));
            wrong += wrongHere;
            List<Correction.Alternative> changes = changes(text, words, at, tags.get(first));
            if (!changes.isEmpty() && changes.getFirst().edit().range().end() <= edge) {
                Correction.Alternative best = changes.getFirst();
                List<Correction.Alternative> others = original ? changes.subList(1, changes.size()) : List.of();
                sentence.change(new Correction(best.edit(), best.probability(), wrongHere, others));
                edge = best.edit().range().start();
                changed = true;
            }
        }
        if (original) {
            sentence.expect(wrong);
        }
        return changed;
    }

    /** The changes of a word, the most probable one first. */
    private List<Correction.Alternative> changes(String text, List<Word> words, int at, Tagger.Tag tag) {
        List<Correction.Alternative> changes = new ArrayList<>();
        for (Tagger.Label label : tag.labels()) {
            if (label.name().equals(EditLabel.SPELL) && changes.isEmpty()) {
                return List.of();
            }
            // items and captions may end without a stop, and which is meant cannot be seen in the sentence
            if (label.probability() >= leastProbability && !label.name().equals(EditLabel.KEEP) && !label.name().startsWith(EditLabel.END)) {
                EditLabel.edit(text, words, at, label.name())
                        .filter(edit -> !touchesPlaceholder(words, at, edit))
                        .ifPresent(edit -> changes.add(new Correction.Alternative(edit, label.probability())));
            }
        }
        return changes;
    }

    private static double keep(Tagger.Tag tag) {
        return tag.labels().stream()
                .filter(label -> label.name().equals(EditLabel.KEEP))
                .mapToDouble(Tagger.Label::probability)
                .findFirst()
                .orElse(0);
    }

    /** What stands for a formula or citation is never changed. */
    private static boolean touchesPlaceholder(List<Word> words, int at, TextEdit edit) {
        return words.get(at).isPlaceholder() && !edit.range().isEmpty();
    }
}
