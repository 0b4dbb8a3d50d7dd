package org.scholion.library.internal.online;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;

/**
 * What went wrong with a source, as one sentence that names it. Never shows keys, since addresses are not shown.
 *
 * @param source that was asked
 * @param settings say where it is and whether there is a key
 */
record Faults(OnlineSource source, OnlineSettings settings) {

    private static final int MAX_SAID = 200;

    LibraryException refused(int status) {
        boolean keyed = settings.key(source).isPresent();
        String message = switch (status) {
            case 401, 403 -> keyed ? Messages.refused_key : Messages.refused_noKey;
            default -> Messages.refused_request;
        };
        return new LibraryException(NLS.bind(message, source.title(), "HTTP " + status));
    }

    LibraryException trouble(int status, Optional<Duration> asked) {
        if (status == 429 || asked.isPresent()) {
            String said = "HTTP " + status;
            return new LibraryException(
                    asked.isPresent()
                            ? NLS.bind(Messages.refused_limitUntil, new Object[] {source.title(), asked.get().toSeconds(), said})
                            : NLS.bind(Messages.refused_limit, source.title(), said));
        }
        return new LibraryException(NLS.bind(Messages.refused_trouble, source.title(), "HTTP " + status));
    }

    LibraryException unreachable(IOException failure) {
        String text = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            text = message == null || message.isBlank() ? text : message;
        }
        return new LibraryException(
                NLS.bind(Messages.source_unreachable, new Object[] {source.title(), settings.address(source).getHost(), shown(text)}), failure);
    }

    LibraryException silent() {
        return new LibraryException(NLS.bind(Messages.source_silent, source.title()));
    }

    LibraryException tooLarge(long limit) {
        return new LibraryException(NLS.bind(Messages.answer_large, source.title(), limit >> 20));
    }

    LibraryException wrongType(String type) {
        return new LibraryException(NLS.bind(Messages.answer_type, source.title(), shown(type)));
    }

    LibraryException moved(String where) {
        return new LibraryException(NLS.bind(Messages.source_moved, source.title(), shown(where.replaceFirst("\\?.*", ""))));
    }

    LibraryException broken(BrokenAnswer answer) {
        return new LibraryException(NLS.bind(Messages.answer_broken, source.title(), answer.getMessage()), answer);
    }

    private static String shown(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > MAX_SAID ? line.substring(0, line.offsetByCodePoints(0, MAX_SAID / 2)) + "…" : line;
    }
}
