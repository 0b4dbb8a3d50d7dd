package org.scholion.library.internal.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.internal.Messages;
import org.scholion.library.internal.SharedFile;
import org.scholion.library.shared.SearchServer.Change;
import org.scholion.library.shared.SearchServer.Question;
import org.scholion.library.shared.SearchServer;
import org.scholion.library.shared.SharedSettings;
import org.scholion.library.shared.SharedStatus;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Asks the server that the author chose. One that was away is left alone for a while, longer each time, so that typing does not
 * wait for it.
 * Thread-safe.
 */
final class SharedServer {

    /** The name of the schema; it changes when documents of before cannot be used. */
    static final String SCHEMA = "scholion-1";

    private static final Duration QUESTION = Duration.ofSeconds(5);
    private static final Duration CHANGE = Duration.ofMinutes(2);
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    /** What a server has is asked again after this time. */
    private static final Duration KNOWN = Duration.ofMinutes(10);

    /**
     * What is known of a server.
     *
     * @param encoders of its works
     * @param works how many each source has
     * @param at the time by the clock
     */
    record Known(SharedSettings settings, List<String> encoders, Map<String, Long> works, long at) {
        long count() {
            return works.values().stream().mapToLong(Long::longValue).sum();
        }

        SharedStatus status(String encoder) {
            return new SharedStatus(count(), works, !encoder.isEmpty() && encoders.contains(encoder));
        }
    }

    private final SharedFile file;
    private final @Nullable SearchServer server;
    private final LongSupplier nanos;
    private @Nullable Known known;
    private @Nullable LibraryException trouble;
    private SharedSettings troubled = SharedSettings.OFF;
    private int failures;
    private long restUntil;

    /**
     * Asks nothing yet.
     *
     * @param server nothing where its bundle is not installed
     * @param nanos a clock
     */
    SharedServer(SharedFile file, @Nullable SearchServer server, LongSupplier nanos) {
        this.file = file;
        this.server = server;
        this.nanos = nanos;
    }

    /** What a server has; asked at once, even when it was away. */
    Known look(SharedSettings settings, CancelToken cancel) throws LibraryException, CancelledException {
        checkOn(settings);
        try {
            List<Map<String, Object>> answers =
                    server().ask(settings, List.of(SolrQuestion.sources(), SolrQuestion.schema()), QUESTION, cancel);
            String schema = String.valueOf(answers.get(1).get("name"));
            if (!schema.equals(SCHEMA)) {
                throw new LibraryException(NLS.bind(Messages.shared_schema, new Object[] {settings.collection(), schema, SCHEMA}));
            }
            Map<String, Long> encoders = Answers.facet(answers.getFirst(), Fields.ENCODER);
            Known found = new Known(
                    settings, List.copyOf(encoders.keySet()), Answers.facet(answers.getFirst(), Fields.SOURCE), nanos.getAsLong());
            answered(found);
            return found;
        } catch (LibraryException failed) {
            throw failed(settings, failed);
        } catch (IOException other) {
            throw failed(settings, broken(settings, other));
        }
    }

    /** What the chosen server has, as it was known some minutes ago. */
    Known known(CancelToken cancel) throws LibraryException, CancelledException {
        SharedSettings settings = settings();
        checkRest(settings);
        synchronized (this) {
            Known last = known;
            if (last != null && last.settings().equals(settings) && nanos.getAsLong() - last.at() < KNOWN.toNanos()) {
                return last;
            }
        }
        return look(settings, cancel);
    }

    /** Asks the chosen server several questions at once. */
    List<Map<String, Object>> ask(List<Question> questions, CancelToken cancel) throws LibraryException, CancelledException {
        SharedSettings settings = settings();
        checkRest(settings);
        try {
            List<Map<String, Object>> answers = server().ask(settings, questions, QUESTION, cancel);
            answered();
            return answers;
        } catch (LibraryException failed) {
            throw failed(settings, failed);
        }
    }

    /** Changes what the chosen server has. */
    void change(Change change, CancelToken cancel) throws LibraryException, CancelledException {
        server().change(settings(), change, CHANGE, cancel);
        synchronized (this) {
            known = null;
        }
    }

    /** An answer that is none: the server rests, too. */
    LibraryException broken(IOException other) throws LibraryException {
        SharedSettings settings = settings();
        return failed(settings, broken(settings, other));
    }

    /** What was wrong last. */
    synchronized Optional<LibraryException> trouble() {
        LibraryException last = trouble;
        return last == null ? Optional.empty() : Optional.of(last);
    }

    private SharedSettings settings() throws LibraryException {
        SharedSettings settings = file.settings();
        checkOn(settings);
        return settings;
    }

    private static void checkOn(SharedSettings settings) throws LibraryException {
        if (!settings.isOn()) {
            throw new LibraryException(Messages.shared_off);
        }
    }

    private SearchServer server() throws LibraryException {
        SearchServer known = server;
        if (known == null) {
            throw new LibraryException(Messages.shared_missing);
        }
        return known;
    }

    private static LibraryException broken(SharedSettings settings, IOException other) {
        Object[] parts = {settings.addresses().getFirst(), settings.collection(), other.getMessage()};
        return new LibraryException(NLS.bind(Messages.shared_broken, parts), other);
    }

    private synchronized void checkRest(SharedSettings settings) throws LibraryException {
        LibraryException last = trouble;
        if (last != null && troubled.equals(settings) && nanos.getAsLong() - restUntil < 0) {
            throw last;
        }
    }

    private synchronized void answered(Known found) {
        known = found;
        answered();
    }

    private synchronized void answered() {
        trouble = null;
        failures = 0;
    }

    private synchronized LibraryException failed(SharedSettings settings, LibraryException failure) {
        failures = troubled.equals(settings) ? failures + 1 : 1;
        troubled = settings;
        trouble = failure;
        known = null;
        long rest = Math.min(LONGEST_REST.toNanos(), FIRST_REST.toNanos() << Math.min(failures - 1, 10));
        restUntil = nanos.getAsLong() + rest;
        return failure;
    }
}
