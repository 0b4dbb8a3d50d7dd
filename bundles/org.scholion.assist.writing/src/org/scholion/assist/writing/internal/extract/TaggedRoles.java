package org.scholion.assist.writing.internal.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scholion.assist.drafts.SentenceRole;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.Tagger;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the model that tells what sentences do in abstracts; the sentences are given to it a few at a time, as if they were one. The role of a
 * sentence is the one whose logarithms of probabilities have the highest mean over its tokens.
 */
final class TaggedRoles implements Roles {

    private static final Logger LOG = LoggerFactory.getLogger(TaggedRoles.class);
    private static final String MODEL = "sentence-roles";

    /** About as many as an abstract has. */
    private static final int TOGETHER = 8;

    private static final double LEAST_PROBABILITY = 1e-9;

    private final Models models;

    TaggedRoles(Models models) {
        this.models = models;
    }

    @Override
    public List<SentenceRole> of(List<PaperSentence> sentences, CancelToken cancel) throws CancelledException {
        try (ModelLease<Tagger> lease = models.lease(Tagger.class, MODEL, Priority.INTERACTIVE, cancel)) {
            List<SentenceRole> roles = new ArrayList<>();
            for (int start = 0; start < sentences.size(); start += TOGETHER) {
                roles.addAll(tag(sentences.subList(start, Math.min(sentences.size(), start + TOGETHER)), lease.service(), cancel));
            }
            return roles;
        } catch (ModelException missing) {
            LOG.info("Roles of sentences are told by their sections: {}", missing.getMessage());
            return BY_SECTION.of(sentences, cancel);
        }
    }

    private static List<SentenceRole> tag(List<PaperSentence> sentences, Tagger tagger, CancelToken cancel)
            throws ModelException, CancelledException {
        StringBuilder text = new StringBuilder();
        List<TextRange> ranges = new ArrayList<>();
        for (PaperSentence sentence : sentences) {
            int start = text.length();
            text.append(sentence.readable());
            ranges.add(new TextRange(start, text.length()));
            text.append(' ');
        }
        List<Tagger.Tag> tags = tagger.tag(List.of(text.toString()), tagger.labels().size(), cancel).getFirst();
        return ranges.stream().map(range -> best(range, tags)).toList();
    }

    /** What no token tells, behind the most that the model reads, has no role. */
    private static SentenceRole best(TextRange sentence, List<Tagger.Tag> tags) {
        Map<SentenceRole, Double> sums = new EnumMap<>(SentenceRole.class);
        for (Tagger.Tag tag : tags) {
            if (sentence.contains(tag.range())) {
                for (Tagger.Label label : tag.labels()) {
                    double logarithm = Math.log(Math.max(LEAST_PROBABILITY, label.probability()));
                    sums.merge(SentenceRole.valueOf(label.name().toUpperCase(Locale.ROOT)), logarithm, Double::sum);
                }
            }
        }
        return sums.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(SentenceRole.OTHER);
    }
}
