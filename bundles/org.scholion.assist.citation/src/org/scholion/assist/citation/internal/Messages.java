package org.scholion.assist.citation.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String need_claim;
    public static String need_definition;
    public static String need_message;
    public static String need_noModel;
    public static String need_number;
    public static String need_others;
    public static String need_probability;
    public static String reason_author;
    public static String reason_cited;
    public static String reason_citedOnce;
    public static String reason_meaning;
    public static String reason_weak;
    public static String reason_words;
    public static String support_found;
    public static String support_negation;
    public static String support_noText;
    public static String support_notFound;
    public static String support_numbers;

    static {
        NLS.initializeMessages("org.scholion.assist.citation.internal.messages", Messages.class);
    }

    private Messages() {}
}
