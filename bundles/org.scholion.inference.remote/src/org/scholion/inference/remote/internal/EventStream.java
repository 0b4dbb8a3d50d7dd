package org.scholion.inference.remote.internal;

import java.io.IOException;
import java.util.Optional;
import org.scholion.inference.ModelException;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The events of an answer, each waited for in a turn of its own. */
final class EventStream {

    static final int MAX_EVENT_SIZE = 1 << 20;

    /** What some servers send as the last event. */
    private static final String DONE = "[DONE]";

    private final Response response;
    private final Turns turns;
    private final EventParser parser = new EventParser();
    private boolean ended;

    EventStream(Response response, Turns turns) {
        this.response = response;
        this.turns = turns;
    }

    /**
     * The data of the next event.
     *
     * @return empty at the end of the stream
     */
    Optional<String> next(CancelToken cancel) throws IOException, ModelException, CancelledException {
        cancel.check();
        Optional<String> event = parser.next();
        while (event.isEmpty() && !ended) {
            read(cancel);
            event = parser.next();
        }
        return event.filter(data -> !data.strip().equals(DONE));
    }

    private void read(CancelToken cancel) throws IOException, ModelException, CancelledException {
        byte[] bytes;
        try (Turns.Turn turn = turns.take(cancel)) {
            bytes = response.next(cancel);
        }
        if (bytes == null) {
            ended = true;
            parser.end();
            return;
        }
        parser.accept(bytes);
        if (parser.pendingSize() > MAX_EVENT_SIZE) {
            throw response.tooLarge();
        }
    }
}
