package org.scholion.inference.remote.internal;

import java.util.List;
import java.util.function.Consumer;

/**
 * Gives pieces of text away as they come, but not what may be the beginning of a stop text, nor half of a surrogate pair. Servers are told
 * the stop texts too; some take only a few or none.
 */
final class PieceWriter {

    private final List<String> stops;
    private final Consumer<String> onText;
    private final StringBuilder held = new StringBuilder();
    private final StringBuilder given = new StringBuilder();
    private boolean stopped;

    PieceWriter(List<String> stops, Consumer<String> onText) {
        this.stops = List.copyOf(stops);
        this.onText = onText;
    }

    void accept(String piece) {
        if (stopped || piece.isEmpty()) {
            return;
        }
        held.append(piece);
        int stop = stops.stream().mapToInt(held::indexOf).filter(index -> index >= 0).min().orElse(-1);
        if (stop >= 0) {
            held.setLength(stop);
            finish();
            stopped = true;
        } else {
            give(held.length() - uncertain());
        }
    }

    /** Nothing more comes: what was held is given away, a lone half of a pair as U+FFFD. */
    void finish() {
        give(held.length());
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isEmpty() {
        return given.isEmpty() && held.isEmpty();
    }

    String text() {
        return given.toString();
    }

    /** How many units at the end may belong to something that is not complete. */
    private int uncertain() {
        int longest = Character.isHighSurrogate(held.charAt(held.length() - 1)) ? 1 : 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--) {
                if (stop.startsWith(held.substring(held.length() - length))) {
                    longest = length;
                }
            }
        }
        int start = held.length() - longest;
        boolean splits = start > 0 && longest > 0 && Character.isLowSurrogate(held.charAt(start))
                && Character.isHighSurrogate(held.charAt(start - 1));
        return splits ? longest + 1 : longest;
    }

    private void give(int length) {
        if (length > 0) {
            String piece = wellFormed(held.substring(0, length));
            held.delete(0, length);
            given.append(piece);
            onText.accept(piece);
        }
    }

    private static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c).forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
