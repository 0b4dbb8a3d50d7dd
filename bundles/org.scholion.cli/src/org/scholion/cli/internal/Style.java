package org.scholion.cli.internal;

import org.scholion.assist.Severity;

/**
 * Colours and weights of a terminal (ECMA-48).
 *
 * @param on whether there are any
 */
public record Style(boolean on) {

    /** Text as it is. */
    public static final Style PLAIN = new Style(false);

    public String bold(String text) {
        return with("1", text);
    }

    public String dim(String text) {
        return with("2", text);
    }

    public String added(String text) {
        return with("32", text);
    }

    public String removed(String text) {
        return with("31", text);
    }

    public String place(String text) {
        return with("36", text);
    }

    public String severity(Severity severity, String text) {
        return with(
                switch (severity) {
                    case ERROR -> "1;31";
                    case WARNING -> "1;33";
                    case INFO -> "1;34";
                },
                text);
    }

    private String with(String code, String text) {
        return on && !text.isEmpty() ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
    }
}
