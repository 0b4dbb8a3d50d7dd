package org.scholion.assist;

import java.util.Locale;

/** How much a finding matters, the least first. */
public enum Severity {
    /** A matter of taste. */
    INFO,
    /** Most editors would change it. */
    WARNING,
    /** Wrong. */
    ERROR;

    /** The name in files and on the command line, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
