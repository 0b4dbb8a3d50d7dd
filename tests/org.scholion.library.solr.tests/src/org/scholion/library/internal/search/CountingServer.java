package org.scholion.library.internal.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.scholion.library.LibraryException;
import org.scholion.library.shared.SearchServer;
import org.scholion.library.shared.SharedSettings;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Counts what is asked. */
final class CountingServer implements SearchServer {

    int rounds;
    int questions;
    private final SearchServer server;

    CountingServer(SearchServer server) {
        this.server = server;
    }

    @Override
    public List<Map<String, Object>> ask(SharedSettings settings, List<Question> asked, Duration limit, CancelToken cancel)
            throws LibraryException, CancelledException {
        rounds++;
        questions += asked.size();
        return server.ask(settings, asked, limit, cancel);
    }

    @Override
    public void change(SharedSettings settings, Change change, Duration limit, CancelToken cancel)
            throws LibraryException, CancelledException {
        server.change(settings, change, limit, cancel);
    }
}
