package org.scholion.inference.onnx.internal.decode;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;

/** Texts that a decoder has read and that somebody may go on from; the oldest is closed when there are too many. Thread-safe. */
final class KeptTexts implements AutoCloseable {

    private final int most;
    private final ArrayDeque<Kept> kept = new ArrayDeque<>();
    private boolean closed;

    private record Kept(String key, Continuation text) {}

    /** @param most how many are kept, at least 1 */
    KeptTexts(int most) {
        this.most = most;
    }

    /** The text that was given back last for a key, which is then the caller's. */
    synchronized Optional<Continuation> take(String key) {
        for (Iterator<Kept> all = kept.iterator(); all.hasNext();) {
            Kept one = all.next();
            if (one.key().equals(key)) {
                all.remove();
                return Optional.of(one.text());
            }
        }
        return Optional.empty();
    }

    /** Keeps a text for who takes its key next; it is closed where these are closed already. */
    synchronized void giveBack(String key, Continuation text) {
        if (closed) {
            text.close();
            return;
        }
        kept.addFirst(new Kept(key, text));
        if (kept.size() > most) {
            kept.removeLast().text().close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        kept.forEach(one -> one.text().close());
        kept.clear();
    }
}
