package org.scholion.inference.onnx.internal.decode;

import java.util.List;

/** Holds back text that may be the beginning of a stop text. Not thread-safe; for one output. */
final class StopTexts {

    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean stopped;

    StopTexts(List<String> stops) {
        this.stops = stops;
    }

    /** Adds text; what is certain not to be part of a stop text. */
    String add(String text) {
        held.append(text);
        int stop = -1;
        for (String candidate : stops) {
            int at = held.indexOf(candidate);
            stop = at >= 0 && (stop < 0 || at < stop) ? at : stop;
        }
        if (stop >= 0) {
            stopped = true;
            return take(stop);
        }
        int certain = held.length();
        for (String candidate : stops) {
            for (int i = Math.max(0, held.length() - candidate.length() + 1); i < certain; i++) {
                if (candidate.startsWith(held.substring(i))) {
                    certain = i;
                }
            }
        }
        if (certain > 0 && Character.isHighSurrogate(held.charAt(certain - 1))) {
            certain--;
        }
        return take(certain);
    }

    /** Whether a stop text came. */
    boolean stopped() {
        return stopped;
    }

    /** What is still held back when the output ends without a stop text. */
    String finish() {
        return take(held.length());
    }

    private String take(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return text;
    }
}
