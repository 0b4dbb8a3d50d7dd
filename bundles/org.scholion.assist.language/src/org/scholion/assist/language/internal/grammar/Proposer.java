package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    /** The best label, and the next one where the best says that nothing is to be done. */
    private static final int LABELS = 2;

    private final double leastProbability;

    /** @param leastProbability of a label other than "keep", for it to be taken though "keep" may be more probable */
    Proposer(double leastProbability) {
        this.leastProbability = leastProbability;
    }

    /** The changes of each sentence, in order. */
    List<List<Correction>> propose(Tagger tagger, List<String> sentences, CancelToken cancel) throws ModelException, CancelledException {
        List<EditedSentence> edited = sentences.stream().map(EditedSentence::new).toList();
        List<EditedSentence> open = edited;
        for (int pass = 0; pass < MOST_PASSES && !open.isEmpty(); pass++) {
            List<String> texts = open.stream().map(EditedSentence::text).toList();
            List<List<Tagger.Tag>> tags = tagger.tag(texts, LABELS, cancel);
            List<EditedSentence> changed = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                if (pass(open.get(i), tags.get(i))) {
                    changed.add(open.get(i));
                }
            }
            open = changed;
        }
        return edited.stream().map(EditedSentence::corrections).toList();
    }

    private boolean pass(EditedSentence sentence, List<Tagger.Tag> tags) {
        String text = sentence.text();
        List<Word> words = Word.of(text);
        boolean changed = false;
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
            Optional<Tagger.Label> label = wanted(tags.get(first));
            Optional<TextEdit> edit = label.isEmpty() ? Optional.empty() : EditLabel.edit(text, words, at, label.get().name());
            if (edit.isPresent() && edit.get().range().end() <= edge && !touchesPlaceholder(words, at, edit.get())) {
                sentence.change(edit.get(), label.orElseThrow().probability());
                edge = edit.get().range().start();
                changed = true;
            }
        }
        return changed;
    }

    private Optional<Tagger.Label> wanted(Tagger.Tag tag) {
        return tag.labels().stream()
                .filter(label -> !label.name().equals(EditLabel.KEEP))
                .findFirst()
                // items and captions may end without a stop, and which is meant cannot be seen in the sentence
                .filter(label -> !label.name().startsWith(EditLabel.END))
                .filter(label -> label.probability() >= leastProbability);
    }

    /** What stands for a formula or citation is never changed. */
    private static boolean touchesPlaceholder(List<Word> words, int at, TextEdit edit) {
        return words.get(at).isPlaceholder() && !edit.range().isEmpty();
    }
}
