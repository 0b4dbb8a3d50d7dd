package org.scholion.assist.writing.internal.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.AssistException;
import org.scholion.assist.Origin;
import org.scholion.assist.UserFiles;
import org.scholion.assist.drafts.AbstractRequest;
import org.scholion.assist.drafts.AnswerAssistant;
import org.scholion.assist.drafts.Draft;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.drafts.Evidence;
import org.scholion.assist.drafts.SummaryRequest;
import org.scholion.assist.writing.internal.answer.ExtractedAnswers;
import org.scholion.assist.writing.internal.extract.ExtractiveDrafts;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.Priority;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/**
 * Gives the sentences that tell most of a paper to a language model as notes, and lets it write. A sentence of what it writes is
 * supported when
 * sentences of the paper come near to it, and have its numbers.
 */
public final class ModelDrafts implements DraftAssistant {

    /** As many words of notes as a small model reads well. */
    private static final int NOTE_WORDS = 450;

    private static final double TOKENS_PER_WORD = 1.6;
    private static final int EVIDENCE = 2;
    private static final GenerationOptions.Sampling SAMPLING = new GenerationOptions.Sampling(0, 1, 0, 1.1, 0);
    private static final Pattern HEADING = Pattern.compile("(?i)^\\W*(?:abstract|summary)\\W*[:\\n]\\W*");
    private static final Pattern LIST_MARK = Pattern.compile("(?m)^\\s*(?:[-*•]|\\d+[.)])\\s+");
    private static final Pattern WHOLE_SENTENCE = Pattern.compile(".*[.!?][\"'”’)]*$", Pattern.DOTALL);

    private final @Nullable Models models;
    private final DraftAssistant notes;
    private final AnswerAssistant search;
    private final Path settings;

    /** @param models where one for generation is asked for */
    public ModelDrafts(@Nullable Models models) {
        this(models, new ExtractiveDrafts(models), new ExtractedAnswers(models), UserFiles.standard().folder());
    }

    ModelDrafts(@Nullable Models models, DraftAssistant notes, AnswerAssistant search, Path settings) {
        this.models = models;
        this.notes = notes;
        this.search = search;
        this.settings = settings;
    }

    @Override
    public Engine engine() {
        return Engine.MODEL;
    }

    @Override
    public List<String> sections(Manuscript paper) {
        return notes.sections(paper);
    }

    @Override
    public Draft draftAbstract(Manuscript paper, AbstractRequest request, CancelToken cancel) throws AssistException, CancelledException {
        Draft map = notes.draftAbstract(paper, new AbstractRequest(NOTE_WORDS, false), cancel);
        Map<String, String> values = Map.of(
                "title", title(paper),
                "notes", written(map),
                "words", String.valueOf(request.words()),
                "structure", request.structured() ? ": background, aim, method, results, conclusion, in this order" : "");
        return write(paper, "abstract", values, request.words(), Integer.MAX_VALUE, cancel);
    }

    @Override
    public Draft summarise(Manuscript paper, SummaryRequest request, CancelToken cancel) throws AssistException, CancelledException {
        Draft map = notes.summarise(paper, request, cancel);
        String form =
                switch (request.length()) {
                    case LINE -> "one sentence";
                    case PARAGRAPH -> "one paragraph";
                    case BULLETS -> "at most five short points, each on a line of its own that begins with a hyphen";
                };
        int words = request.length().words();
        Map<String, String> values = Map.of("notes", written(map), "words", String.valueOf(words), "form", form);
        return write(paper, "summary", values, words, request.length().sentences(), cancel);
    }

    private Draft write(
            Manuscript paper, String task, Map<String, String> values, int words, int most, CancelToken cancel)
            throws AssistException, CancelledException {
        Models known = models;
        Optional<ModelDescriptor> model = known == null ? Optional.empty() : known.preferred(ModelTask.GENERATION, paper.language());
        if (known == null || model.isEmpty()) {
            throw new AssistException(Messages.no_model);
        }
        PromptTemplate template = PromptTemplate.read(task, settings);
        GenerationOptions options = new GenerationOptions(
                (int) Math.ceil(words * TOKENS_PER_WORD),
                SAMPLING,
                List.of(),
                new OutputConstraint.None(),
                GenerationOptions.Overflow.REFUSE,
                Optional.empty());
        try (ModelLease<Generator> lease = known.lease(Generator.class, model.get().id(), Priority.INTERACTIVE, cancel)) {
            Generator.Generated made = lease.service().generate(
                    template.fill(values),
                    options,
                    piece -> {
                        // shown when it is whole and its evidence known
                    },
                    cancel);
            List<DraftSentence> sentences = new ArrayList<>();
            for (String sentence : sentences(made.text(), words).stream().limit(most).toList()) {
                sentences.add(supported(paper, sentence, cancel));
            }
            if (sentences.isEmpty()) {
                throw new AssistException(Messages.nothing_written);
            }
            ModelDescriptor used = lease.service().descriptor();
            return new Draft(sentences, new Origin(used.name(), used.version()), lease.service().device().name());
        } catch (ModelException failed) {
            throw new AssistException(failed.getLocalizedMessage(), failed);
        }
    }

    /** The title as the paper has it; empty where there is none. */
    private static String title(Manuscript paper) {
        return paper.blocks().stream()
                .filter(block -> block.kind() == BlockKind.TITLE)
                .map(block -> block.prose().text())
                .findFirst()
                .orElse("");
    }

    /** Under the headings of their sections. */
    private static String written(Draft notes) {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (DraftSentence sentence : notes.sentences()) {
            String own = sentence.evidence().getFirst().section();
            if (!own.equals(section)) {
                text.append(text.isEmpty() ? "" : "\n").append(own).append(":\n");
                section = own;
            }
            text.append("- ").append(sentence.text()).append('\n');
        }
        return text.toString().strip();
    }

    /** Whole sentences, not more words than wanted. */
    static List<String> sentences(String made, int words) {
        String plain = LIST_MARK.matcher(HEADING.matcher(made.strip()).replaceFirst("")).replaceAll("");
        List<String> sentences = new ArrayList<>();
        int left = words;
        for (String line : plain.split("\\n+")) {
            String text = line.replaceAll("\\s+", " ").strip();
            for (TextRange range : SentenceSplitter.of("en").split(text)) {
                String sentence = range.of(text);
                left -= sentence.split(" ").length;
                if (left < 0) {
                    return sentences;
                }
                if (WHOLE_SENTENCE.matcher(sentence).matches()) {
                    sentences.add(sentence);
                }
            }
        }
        return sentences;
    }

    private DraftSentence supported(Manuscript paper, String sentence, CancelToken cancel) throws CancelledException {
        List<Evidence> evidence = new ArrayList<>();
        try {
            search.answer(sentence, List.of(paper), EVIDENCE, cancel).forEach(answer -> evidence.addAll(answer.sentence().evidence()));
        } catch (AssistException nothing) {
            evidence.clear();
        }
        boolean numbers = Figures.of(evidence.stream().map(Evidence::text).toList()).containsAll(Figures.of(List.of(sentence)));
        return new DraftSentence(
                sentence, paper.notation().encode(sentence), Optional.empty(), evidence, !evidence.isEmpty() && numbers);
    }
}
