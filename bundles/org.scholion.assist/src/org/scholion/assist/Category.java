package org.scholion.assist;

import java.util.Locale;

/** What a finding is about; the command line and the settings name it by {@link #id()}. */
public enum Category {
    SPELLING,
    GRAMMAR,
    STYLE,
    CONSISTENCY,
    CITATION;

    /** The name in files and on the command line, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
