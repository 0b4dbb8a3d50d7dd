package org.scholion.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckResult;
import org.scholion.assist.CheckService;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.internal.CheckEngine;
import org.scholion.assist.language.internal.consistency.ConsistencyAssistant;
import org.scholion.assist.language.internal.consistency.ProseAssistant;
import org.scholion.assist.language.internal.grammar.GrammarAssistant;
import org.scholion.assist.language.internal.judge.Judge;
import org.scholion.assist.language.internal.judge.ModelJudge;
import org.scholion.assist.language.internal.languagetool.LanguageToolAssistant;
import org.scholion.assist.language.internal.languagetool.LanguageToolDictionary;
import org.scholion.assist.language.internal.spelling.SpellingFilter;
import org.scholion.inference.Models;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Our checks, with or without the grammar model; nothing is known of texts that others of its kind checked. */
final class Checks {

    private final CheckService service;
    private final ExecutorService workers;
    private final int threads;

    /** @param models where the grammar model is; empty to check by rules alone */
    Checks(Optional<Models> models, ExecutorService workers, int threads) {
        this.workers = workers;
        this.threads = threads;
        Judge judge = models.<Judge>map(ModelJudge::new).orElse(Judge.NONE);
        List<BlockAssistant> assistants = new ArrayList<>(List.of(new LanguageToolAssistant(judge), new ProseAssistant()));
        models.ifPresent(given -> assistants.add(new GrammarAssistant(given, judge)));
        service = new CheckEngine(
                assistants, List.of(new ConsistencyAssistant()), List.of(new SpellingFilter(new LanguageToolDictionary())));
    }

    /**
     * What is found.
     *
     * @throws IllegalStateException when an assistant could not work, since what is measured would be something else
     */
    List<Finding> check(Manuscript manuscript) throws CancelledException {
        return check(manuscript, List.of(), progress -> {
            // nobody is told
        });
    }

    /**
     * Checks one block before all others.
     *
     * @return when its findings were there, by {@link System#nanoTime()}
     */
    long checkFirst(Manuscript manuscript, int block) throws CancelledException {
        AtomicLong done = new AtomicLong();
        check(manuscript, List.of(block), progress -> {
            if (progress.blockIndex() == block) {
                done.compareAndSet(0, System.nanoTime());
            }
        });
        // a block that is known is not told of again
        done.compareAndSet(0, System.nanoTime());
        return done.get();
    }

    private List<Finding> check(Manuscript manuscript, List<Integer> first, Consumer<CheckRequest.Progress> told) throws CancelledException {
        CheckResult result = service.check(
                new CheckRequest(manuscript, CheckSettings.DEFAULT, first, workers, threads, told), CancelToken.NEVER);
        if (!result.failures().isEmpty()) {
            throw new IllegalStateException(String.join("; ", result.failures()));
        }
        return result.findings();
    }

    /** Those findings that have a place in the prose. */
    static List<Remark> remarks(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.anchor().isPresent()).map(Remark::of).toList();
    }

    /** Loads what is loaded when the first text is checked. */
    void warmUp() throws CancelledException {
        check(Learners.manuscript("This sentences are checked befor the clock starts ."));
    }
}
