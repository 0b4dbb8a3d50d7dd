package org.scholion.inference.remote.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * The data of server-sent events, from bytes that may be cut anywhere. Lines end with CR, LF or both; lines of data of one event are
 * joined by LF; comments and other fields are left out. Lines are cut before they are decoded, so no character is ever split.
 */
final class EventParser {

    private static final String FIELD = "data";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Queue<String> events = new ArrayDeque<>();
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private boolean afterReturn;
    private boolean started;

    void accept(byte[] bytes) {
        for (byte value : bytes) {
            if (value == '\n' && afterReturn) {
                afterReturn = false;
            } else if (value == '\n' || value == '\r') {
                afterReturn = value == '\r';
                line();
            } else {
                afterReturn = false;
                line.write(value);
            }
        }
    }

    /** No more bytes come: an event whose lines are whole counts though no empty line ended it; a line without its end does not. */
    void end() {
        line.reset();
        event();
    }

    /** The next event. */
    Optional<String> next() {
        return Optional.ofNullable(events.poll());
    }

    /** How much of an event that has not ended is held, about. */
    int pendingSize() {
        return line.size() + data.length();
    }

    private void line() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (!started && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        started = true;
        if (text.isEmpty()) {
            event();
        } else if (text.startsWith(FIELD) && (text.length() == FIELD.length() || text.charAt(FIELD.length()) == ':')) {
            String value = text.substring(Math.min(text.length(), FIELD.length() + 1));
            data.append(hasData ? "\n" : "").append(value.startsWith(" ") ? value.substring(1) : value);
            hasData = true;
        }
    }

    private void event() {
        if (hasData) {
            events.add(data.toString());
        }
        data.setLength(0);
        hasData = false;
    }
}
