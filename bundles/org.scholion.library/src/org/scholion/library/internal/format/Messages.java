package org.scholion.library.internal.format;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String json_cut;
    public static String json_noItem;
    public static String json_noItems;
    public static String line_corrupt;
    public static String problems_more;
    public static String record_empty;
    public static String record_noBegin;
    public static String record_noEnd;
    public static String record_noNumber;
    public static String xml_cut;
    public static String xml_noRecords;
    public static String xml_tooLarge;

    static {
        NLS.initializeMessages("org.scholion.library.internal.format.messages", Messages.class);
    }

    private Messages() {}
}
