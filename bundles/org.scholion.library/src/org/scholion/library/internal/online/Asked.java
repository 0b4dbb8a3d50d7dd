package org.scholion.library.internal.online;

import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** What the sources have in common: asking and reading. */
abstract class Asked {

    /**
     * Makes something of an answer.
     *
     * @param <T> what is made
     */
    interface Reading<T> {
        T read(String answer) throws BrokenAnswer;
    }

    private final OnlineSource source;
    private final OnlineSettings settings;
    private final Web web;

    Asked(OnlineSource source, OnlineSettings settings, Web web) {
        this.source = source;
        this.settings = settings;
        this.web = web;
    }

    public final OnlineSource source() {
        return source;
    }

    final OnlineSettings settings() {
        return settings;
    }

    final Call.Builder call(String path) {
        return Call.to(source, settings, path);
    }

    final String key() {
        return settings.key(source).orElse("");
    }

    /** Asks and reads; an answer that cannot be read is not kept. Empty when the source has no such thing. */
    final <T> Optional<T> ask(Call.Builder call, Reading<T> reading, CancelToken cancel) throws LibraryException, CancelledException {
        Call made = call.build();
        Optional<String> answer = web.text(made, settings, cancel);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        try {
            T read = reading.read(answer.get());
            web.keep(made, settings, answer.get());
            return Optional.of(read);
        } catch (BrokenAnswer e) {
            throw new Faults(source, settings).broken(e);
        }
    }

    static int limited(int limit) {
        return Math.clamp(limit, 1, 100);
    }

    /** A question in one line of sensible length. */
    static String line(String query) {
        String line = query.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= 500 ? line : line.substring(0, line.offsetByCodePoints(0, 250));
    }
}
