package org.scholion.library.internal.edit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String check_acronym;
    public static String check_acronym_fix;
    public static String check_acronym_why;
    public static String check_capitals;
    public static String check_capitals_why;
    public static String check_commas;
    public static String check_date;
    public static String check_date_why;
    public static String check_doi;
    public static String check_doiEnd;
    public static String check_doiResolver;
    public static String check_doiResolver_why;
    public static String check_doi_fix;
    public static String check_doi_why;
    public static String check_etAl;
    public static String check_field;
    public static String check_field_why;
    public static String check_future;
    public static String check_future_why;
    public static String check_html;
    public static String check_html_why;
    public static String check_isbn;
    public static String check_issn;
    public static String check_issnAsIsbn;
    public static String check_issnAsIsbn_why;
    public static String check_journal;
    public static String check_journal_why;
    public static String check_key;
    public static String check_key_why;
    public static String check_looseAnd;
    public static String check_looseAnd_why;
    public static String check_missing;
    public static String check_missing_why;
    public static String check_month;
    public static String check_month_why;
    public static String check_number_why;
    public static String check_others;
    public static String check_others_why;
    public static String check_pages;
    public static String check_pages_why;
    public static String check_remove_fix;
    public static String check_replace_fix;
    public static String check_semicolon;
    public static String check_separator_why;
    public static String check_special;
    public static String check_special_why;
    public static String check_string;
    public static String check_string_why;
    public static String check_titleCapitals;
    public static String check_titleCapitals_why;
    public static String check_unknownKey;
    public static String check_unknownKey_why;
    public static String check_url;
    public static String check_urlCommand_fix;
    public static String check_urlRaw_why;
    public static String check_url_fix;
    public static String check_url_why;
    public static String check_year;
    public static String check_yearDiffers;
    public static String check_yearDiffers_why;
    public static String check_year_fix;
    public static String check_year_why;
    public static String duplicate_doi;
    public static String duplicate_eprint;
    public static String duplicate_preprint;
    public static String duplicate_title;
    public static String duplicate_venue;
    public static String pattern_empty;
    public static String pattern_open;
    public static String pattern_part;
    public static String pattern_sign;
    public static String pattern_step;
    public static String text_doubtful;
    public static String text_noAuthors;
    public static String text_noTitle;
    public static String text_noVenue;
    public static String text_noYear;
    public static String text_others;

    static {
        NLS.initializeMessages("org.scholion.library.internal.edit.messages", Messages.class);
    }

    private Messages() {}
}
