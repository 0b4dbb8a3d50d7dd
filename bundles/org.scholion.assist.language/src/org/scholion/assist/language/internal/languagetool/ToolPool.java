package org.scholion.assist.language.internal.languagetool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.languagetool.Languages;
import org.scholion.assist.AssistException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The checkers of each language, made when first needed. Loading a language takes seconds and cannot be stopped, so it runs beside
 * the thread that asks for it: who is cancelled leaves at once, and the next one finds the language loaded. Thread-safe.
 */
final class ToolPool {

    private static final int POLL_MILLIS = 20;

    private final int limit;
    private final Map<String, Tools> byLanguage = new HashMap<>();
    private final Map<String, RuleTable> tables = new HashMap<>();

    /** @param limit how many checkers of one language there are at most */
    ToolPool(int limit) {
        this.limit = limit;
    }

    /** A checker for one thread. */
    final class Lease implements AutoCloseable {
        private final Tools tools;
        private final SentenceChecker checker;

        private Lease(Tools tools, SentenceChecker checker) {
            this.tools = tools;
            this.checker = checker;
        }

        SentenceChecker checker() {
            return checker;
        }

        @Override
        public void close() {
            synchronized (ToolPool.this) {
                tools.idle.addFirst(checker);
                ToolPool.this.notifyAll();
            }
        }
    }

    /** What there is of one language. */
    private static final class Tools {
        private final Deque<SentenceChecker> idle = new ArrayDeque<>();
        private int made;
        private boolean loading;
        private Optional<Throwable> failure = Optional.empty();
    }

    /**
     * A checker that is free, or a new one, or the first that becomes free.
     *
     * @param code LanguageTool's
     * @throws AssistException when the language cannot be loaded
     */
    synchronized Lease lease(String code, CancelToken cancel) throws AssistException, CancelledException {
        Tools tools = byLanguage.computeIfAbsent(code, missing -> new Tools());
        while (tools.idle.isEmpty()) {
            cancel.check();
            if (tools.failure.isPresent()) {
                Throwable cause = tools.failure.get();
                throw new AssistException(NLS.bind(Messages.ToolPool_notLoaded, code, cause), cause);
            }
            // one after the other: the first loads what all of them share
            if (!tools.loading && tools.made < limit) {
                tools.loading = true;
                CompletableFuture.supplyAsync(() -> new SentenceChecker(code, Languages.getLanguageForShortCode(code), table(code)))
                        .whenComplete((checker, failure) -> loaded(tools, checker, failure));
            }
            awaitChange();
        }
        return new Lease(tools, tools.idle.removeFirst());
    }

    private synchronized void loaded(Tools tools, @Nullable SentenceChecker checker, @Nullable Throwable failure) {
        tools.loading = false;
        if (checker != null) {
            tools.made++;
            tools.idle.addFirst(checker);
        } else if (failure != null) {
            tools.failure = Optional.of(failure instanceof CompletionException ? Objects.requireNonNullElse(failure.getCause(), failure) : failure);
        }
        notifyAll();
    }

    /** All rules that found something since the start. */
    synchronized List<RuleFacts> knownRules() {
        return tables.values().stream().flatMap(table -> table.known().stream()).toList();
    }

    private synchronized RuleTable table(String code) {
        return tables.computeIfAbsent(code.substring(0, 2), RuleTable::new);
    }

    private void awaitChange() throws CancelledException {
        try {
            wait(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
