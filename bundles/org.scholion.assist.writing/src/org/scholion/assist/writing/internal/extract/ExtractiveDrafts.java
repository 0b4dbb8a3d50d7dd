package org.scholion.assist.writing.internal.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.assist.Origin;
import org.scholion.assist.drafts.AbstractRequest;
import org.scholion.assist.drafts.Draft;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.drafts.Evidence;
import org.scholion.assist.drafts.SentenceRole;
import org.scholion.assist.drafts.SummaryRequest;
import org.scholion.assist.writing.internal.extract.Selection.Candidate;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.PaperText;
import org.scholion.assist.writing.internal.paper.Quotation;
import org.scholion.inference.Models;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Makes drafts of the paper's own sentences, shortened. Needs no model but for the roles of a structured abstract. */
public final class ExtractiveDrafts implements DraftAssistant {

    private static final String NAME = "Scholion extract";
    private static final String DEVICE = "CPU";

    private final ExtractModel model;
    private final Roles roles;

    /** @param models with the one that tells roles; without it sections tell them */
    public ExtractiveDrafts(@Nullable Models models) {
        this(ExtractModel.bundled(), models == null ? Roles.BY_SECTION : new TaggedRoles(models));
    }

    ExtractiveDrafts(ExtractModel model, Roles roles) {
        this.model = model;
        this.roles = roles;
    }

    @Override
    public Engine engine() {
        return Engine.EXTRACTIVE;
    }

    @Override
    public List<String> sections(Manuscript paper) {
        return PaperText.of(paper).headings().stream()
                .map(PaperText.Heading::text)
                .filter(heading -> !heading.isEmpty())
                .toList();
    }

    @Override
    public Draft draftAbstract(Manuscript paper, AbstractRequest request, CancelToken cancel) throws AssistException, CancelledException {
        PaperText text = PaperText.of(paper);
        Selection selection = selection(text, i -> true, request.words(), true);
        cancel.check();
        return request.structured() ? structured(paper, text, selection, cancel) : plain(paper, text, selection, Integer.MAX_VALUE, cancel);
    }

    @Override
    public Draft summarise(Manuscript paper, SummaryRequest request, CancelToken cancel) throws AssistException, CancelledException {
        PaperText text = PaperText.of(paper);
        Selection selection = selection(text, part(text, request), request.length().words(), request.length().sentences() > 1);
        cancel.check();
        return plain(paper, text, selection, request.length().sentences(), cancel);
    }

    private Selection selection(PaperText text, IntPredicate allowed, int words, boolean spread) throws AssistException {
        if (IntStream.range(0, text.sentences().size()).noneMatch(allowed)) {
            throw new AssistException(Messages.nothing_to_read);
        }
        Selection selection = new Selection(model, new PaperFacts(text), allowed, words, spread);
        if (selection.open().isEmpty()) {
            throw new AssistException(Messages.nothing_stands_alone);
        }
        return selection;
    }

    private Draft plain(Manuscript paper, PaperText text, Selection selection, int sentences, CancelToken cancel)
            throws CancelledException {
        for (int i = 0; i < sentences && selection.choose(any -> true); i++) {
            cancel.check();
        }
        List<Candidate> chosen = selection.chosen();
        List<SentenceRole> known = roles.of(sentences(chosen), cancel);
        return new Draft(
                IntStream.range(0, chosen.size())
                        .mapToObj(i -> sentence(paper, text, chosen.get(i), known.get(i)))
                        .toList(),
                origin(),
                DEVICE);
    }

    /** One of each role first, then the best of any; in the order of the roles. */
    private Draft structured(Manuscript paper, PaperText text, Selection selection, CancelToken cancel) throws CancelledException {
        List<Candidate> open = selection.open();
        List<SentenceRole> known = roles.of(sentences(open), cancel);
        Map<Integer, SentenceRole> byIndex = new HashMap<>();
        for (int i = 0; i < open.size(); i++) {
            byIndex.put(open.get(i).index(), known.get(i));
        }
        for (SentenceRole role : SentenceRole.values()) {
            if (role != SentenceRole.OTHER) {
                selection.choose(i -> byIndex.get(i) == role);
            }
        }
        while (selection.choose(i -> byIndex.get(i) != SentenceRole.OTHER)) {
            cancel.check();
        }
        List<DraftSentence> sentences = new ArrayList<>();
        selection.chosen().stream()
                .sorted(Comparator.comparing(candidate -> byIndex.getOrDefault(candidate.index(), SentenceRole.OTHER)))
                .forEach(candidate -> sentences.add(
                        sentence(paper, text, candidate, byIndex.getOrDefault(candidate.index(), SentenceRole.OTHER))));
        return new Draft(sentences, origin(), DEVICE);
    }

    private Origin origin() {
        return new Origin(NAME, model.version());
    }

    private static List<PaperSentence> sentences(List<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.text().sentence()).toList();
    }

    private static DraftSentence sentence(Manuscript paper, PaperText text, Candidate candidate, SentenceRole role) {
        ShortSentence sentence = candidate.text();
        Evidence evidence = Quotation.of(text, sentence.sentence());
        return new DraftSentence(sentence.text(), sentence.markup(paper), Optional.of(role), List.of(evidence), true);
    }

    private static IntPredicate part(PaperText text, SummaryRequest request) throws AssistException {
        if (request.range().isPresent()) {
            SourceRange wanted = request.range().get();
            return i -> {
                SourceRange range = Quotation.range(text.sentences().get(i));
                return range.unit().equals(wanted.unit()) && range.range().overlaps(wanted.range());
            };
        }
        if (request.section().isEmpty()) {
            return i -> true;
        }
        String name = request.section().get();
        List<PaperText.Heading> headings = text.headings();
        int first = IntStream.range(0, headings.size())
                .filter(i -> headings.get(i).text().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new AssistException(NLS.bind(Messages.no_section, name)));
        int end = IntStream.range(first + 1, headings.size())
                .filter(i -> headings.get(i).level() <= headings.get(first).level())
                .findFirst()
                .orElse(headings.size());
        return i -> first <= text.sentences().get(i).section() && text.sentences().get(i).section() < end;
    }
}
