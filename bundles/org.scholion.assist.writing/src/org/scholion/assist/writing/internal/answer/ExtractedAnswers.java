package org.scholion.assist.writing.internal.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.AssistException;
import org.scholion.assist.drafts.AnswerAssistant;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.drafts.Evidence;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.PaperText;
import org.scholion.assist.writing.internal.paper.Quotation;
import org.scholion.assist.writing.internal.paper.Terms;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Looks for the sentences that share the question's words and meaning. The words of the sentences beside it count half. Without
 * the model words
 * decide alone.
 */
public final class ExtractedAnswers implements AnswerAssistant {

    private static final String ENCODER = "all-minilm-l6-v2";

    /** So many sentences are compared by meaning: those that have most of the words. */
    private static final int COMPARED = 160;

    private static final double NEIGHBOURS = 0.5;
    private static final double MEANING_WEIGHT = 0.5;

    /** From here on a sentence answers; {@code releng/evaluation/run-answers} says how often that is right. */
    private static final double NEAR = 0.42;

    private static final double NEAR_BY_WORDS = 0.3;

    /** What questions are made of, beside words of function. */
    private static final Set<String> ASKING = Set.of(
            "why", "paper", "authors", "author", "study", "article", "say", "says", "said", "tell", "tells", "explain", "describe", "mean", "means");

    private final @Nullable Models models;

    /** @param models with the encoder; without them words decide */
    public ExtractedAnswers(@Nullable Models models) {
        this.models = models;
    }

    private record Candidate(int paper, PaperText text, PaperSentence sentence, double words) {}

    @Override
    public List<Answer> answer(String question, List<Manuscript> papers, int limit, CancelToken cancel)
            throws AssistException, CancelledException {
        List<String> asked = Terms.of(question).stream().filter(term -> !ASKING.contains(term)).toList();
        if (asked.isEmpty()) {
            throw new AssistException(Messages.no_words);
        }
        List<Candidate> candidates = candidates(asked, papers, cancel);
        List<Answer> answers = models == null ? byWords(candidates) : byMeaning(question, candidates, models, cancel);
        return answers.stream()
                .sorted(Comparator.comparingDouble((Answer answer) -> -answer.score()))
                .limit(limit)
                .toList();
    }

    private static List<Candidate> candidates(List<String> asked, List<Manuscript> papers, CancelToken cancel) throws CancelledException {
        List<PaperText> texts = papers.stream().map(PaperText::of).toList();
        WordOverlap overlap = new WordOverlap(
                asked,
                texts.stream()
                        .flatMap(text -> text.sentences().stream())
                        .map(PaperSentence::terms)
                        .toList());
        List<Candidate> candidates = new ArrayList<>();
        for (int paper = 0; paper < texts.size(); paper++) {
            cancel.check();
            List<PaperSentence> sentences = texts.get(paper).sentences();
            for (int i = 0; i < sentences.size(); i++) {
                candidates.add(new Candidate(paper, texts.get(paper), sentences.get(i), words(overlap, sentences, i)));
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.words()))
                .limit(COMPARED)
                .toList();
    }

    /** Of the sentence, and half of what its neighbours in the paragraph have more. */
    private static double words(WordOverlap overlap, List<PaperSentence> sentences, int index) {
        PaperSentence sentence = sentences.get(index);
        double own = overlap.of(sentence.terms());
        List<String> around = new ArrayList<>(sentence.terms());
        IntStream.of(index - 1, index + 1)
                .filter(i -> 0 <= i && i < sentences.size() && sentences.get(i).block() == sentence.block())
                .forEach(i -> around.addAll(sentences.get(i).terms()));
        return own + NEIGHBOURS * (overlap.of(around) - own);
    }

    private static List<Answer> byWords(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.words() >= NEAR_BY_WORDS)
                .map(candidate -> answer(candidate, candidate.words()))
                .toList();
    }

    private static List<Answer> byMeaning(String question, List<Candidate> candidates, Models models, CancelToken cancel)
            throws AssistException, CancelledException {
        List<String> texts = candidates.stream().map(candidate -> candidate.sentence().readable()).toList();
        try (ModelLease<Encoder> lease = models.lease(Encoder.class, ENCODER, Priority.INTERACTIVE, cancel)) {
            Embeddings asked = lease.service().embed(List.of(question), Encoder.Role.QUERY, cancel);
            Embeddings sentences = lease.service().embed(texts, Encoder.Role.PASSAGE, cancel);
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                double meaning = Math.max(0, asked.cosine(0, sentences, i));
                double score = Math.min(1, (1 - MEANING_WEIGHT) * candidates.get(i).words() + MEANING_WEIGHT * meaning);
                if (score >= NEAR) {
                    answers.add(answer(candidates.get(i), score));
                }
            }
            return answers;
        } catch (ModelException failed) {
            throw new AssistException(failed.getLocalizedMessage(), failed);
        }
    }

    private static Answer answer(Candidate candidate, double score) {
        Evidence evidence = Quotation.of(candidate.text(), candidate.sentence());
        return new Answer(
                candidate.paper(), new DraftSentence(evidence.text(), evidence.text(), Optional.empty(), List.of(evidence), true), score);
    }
}
