package org.scholion.assist.writing.internal.extract;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
public final class Messages extends NLS {

    public static String no_section = "";
    public static String nothing_stands_alone = "";
    public static String nothing_to_read = "";

    static {
        NLS.initializeMessages("org.scholion.assist.writing.internal.extract.messages", Messages.class);
    }

    private Messages() {}
}
