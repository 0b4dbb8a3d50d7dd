package org.scholion.library.solr.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.solr.client.solrj.RemoteSolrException;
import org.apache.solr.common.SolrException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;

/**
 * What went wrong with a server, as one sentence that names it.
 *
 * @param address that was asked
 * @param collection of it
 */
record Faults(URI address, String collection) {

    private static final int MAX_SAID = 200;

    /** Whether another address of the same server may do better. */
    static boolean isOfAddress(ExecutionException failed) {
        SolrException said = find(failed, SolrException.class);
        return said == null ? find(failed, IOException.class) != null : said.code() >= 502 && said.code() <= 504;
    }

    LibraryException silent(Duration limit) {
        return new LibraryException(NLS.bind(Messages.server_silent, address, limit.toMillis() / 1000.0));
    }

    LibraryException of(ExecutionException failed) {
        SolrException said = find(failed, SolrException.class);
        if (said == null) {
            return new LibraryException(NLS.bind(Messages.server_unreachable, address, shown(innermost(failed))), failed);
        }
        String text = String.valueOf(said.getMessage());
        // what a server that is no Solr says is a page
        String detail = text.contains("mime type") ? "" : ": " + shown(text);
        String message = switch (said.code()) {
            case 401, 403 -> NLS.bind(Messages.server_forbidden, address, "HTTP " + said.code());
            case 404 -> NLS.bind(Messages.server_missing, address, collection);
            case 400 -> NLS.bind(Messages.server_refused, address, shown(text));
            default -> said instanceof RemoteSolrException && said.code() > 400
                    ? NLS.bind(Messages.server_error, address, "HTTP " + said.code() + detail)
                    : NLS.bind(Messages.server_notSolr, address, collection);
        };
        return new LibraryException(message, failed);
    }

    private static <T> @Nullable T find(Throwable failed, Class<T> kind) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }

    private static String innermost(Throwable failed) {
        String text = failed.getClass().getSimpleName();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            text = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
        }
        return text;
    }

    private static String shown(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > MAX_SAID ? line.substring(0, line.offsetByCodePoints(0, MAX_SAID / 2)) + "\u2026" : line;
    }
}
