package org.scholion.assist.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.assist.Origin;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.LineIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who could not work in a check: one sentence each, however often it happened. Thread-safe. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Manuscript manuscript;
    private final Map<Object, String> messages = new IdentityHashMap<>();
    private final Map<Object, Boolean> out = new IdentityHashMap<>();

    Failures(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    /** The assistant cannot work at all and is not asked again in this check. */
    synchronized void out(Object assistant, AssistException e) {
        out.put(assistant, true);
        if (messages.putIfAbsent(assistant, String.valueOf(e.getMessage())) == null) {
            LOG.warn("An assistant cannot work: {}", e.getMessage(), e);
        }
    }

    synchronized boolean isOut(Object assistant) {
        return out.containsKey(assistant);
    }

    /** The assistant failed on one block; the others are judged. */
    void stumbled(Object assistant, Origin origin, Block block, Throwable e) {
        int line = manuscript
                .source(block.range().unit())
                .map(source -> new LineIndex(source.text()).line(block.range().range().start()))
                .orElse(0);
        note(assistant, NLS.bind(Messages.Failures_block, new Object[] {
            origin, block.range().unit().path().getFileName(), line, cause(e)
        }), e);
    }

    /** The assistant failed on the paper. */
    void stumbled(Object assistant, Origin origin, Throwable e) {
        note(assistant, NLS.bind(Messages.Failures_paper, origin, cause(e)), e);
    }

    /** What a service answers, or {@code true} with a note when it fails. */
    boolean test(Object service, BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException e) {
            note(service, NLS.bind(Messages.Failures_service, service.getClass().getSimpleName(), cause(e)), e);
            return true;
        }
    }

    /** Does the work of a service, and notes when it fails. */
    void guarded(Object service, Runnable work) {
        test(service, () -> {
            work.run();
            return true;
        });
    }

    synchronized List<String> messages() {
        List<String> all = new ArrayList<>(messages.values());
        all.sort(null);
        return all;
    }

    private synchronized void note(Object service, String message, Throwable e) {
        if (messages.putIfAbsent(service, message) == null) {
            LOG.error("{}", message, e);
        }
    }

    private static String cause(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
