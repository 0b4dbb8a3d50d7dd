package org.scholion.assist.writing.internal.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.scholion.assist.drafts.SentenceRole;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.SectionKind;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.SentenceLabels;
import org.scholion.inference.Tagger;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the model that tells what sentences do in abstracts; the sentences are given to it a few at a time, as if they were one.
 */
final class TaggedRoles implements Roles {

    private static final Logger LOG = LoggerFactory.getLogger(TaggedRoles.class);
    private static final String MODEL = "sentence-roles";

    /** About as many as an abstract has. */
    private static final int TOGETHER = 8;

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
        List<String> texts = sentences.stream().map(PaperSentence::readable).toList();
        List<SentenceRole> told = SentenceLabels.of(tagger, texts, cancel).stream().map(TaggedRoles::best).toList();
        List<SentenceRole> bySection = BY_SECTION.of(sentences, cancel);
        return IntStream.range(0, told.size())
                .mapToObj(i -> misled(sentences.get(i).kind(), told.get(i), bySection.get(i)) ? bySection.get(i) : told.get(i))
                .toList();
    }

    /**
     * It knows abstracts, which begin with background and end with conclusions. In a paper a conclusion section begins by summing up, other sections
     * end without one, and what is said to be the aim is the aim.
     */
    private static boolean misled(SectionKind section, SentenceRole told, SentenceRole bySection) {
        boolean ends = section == SectionKind.CONCLUSION || section == SectionKind.DISCUSSION || section == SectionKind.OTHER;
        return switch (told) {
            case BACKGROUND -> section == SectionKind.CONCLUSION || bySection == SentenceRole.OBJECTIVE;
            case CONCLUSION -> !ends;
            case OBJECTIVE, METHOD, RESULT, OTHER -> false;
        };
    }

    /** What the model does not reach has no role. */
    private static SentenceRole best(Map<String, Double> labels) {
        return labels.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(label -> SentenceRole.valueOf(label.getKey().toUpperCase(Locale.ROOT)))
                .orElse(SentenceRole.OTHER);
    }
}
