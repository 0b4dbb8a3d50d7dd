package org.scholion.library.internal.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;

/** Formats with one field for the numbers of books and of journals. */
public final class SerialNumbers {

    private static final Pattern ISSN = Pattern.compile("(?<![\\dXx-])\\d{4}-?\\d{3}[\\dXx](?![\\dXx-])");
    private static final Pattern ISBN = Pattern.compile("(?<!\\d)(?:97[89][- ]?)?\\d(?:[- ]?\\d){8}[- ]?[\\dXx](?!\\d)");

    private SerialNumbers() {}

    /** Sets the ISBN or the ISSN, whichever the text has. */
    public static void put(Reference.Builder reference, String text) {
        Matcher book = ISBN.matcher(text);
        if (book.find()) {
            reference.field(WorkField.ISBN, book.group());
            return;
        }
        Matcher journal = ISSN.matcher(text);
        if (journal.find()) {
            reference.field(WorkField.ISSN, journal.group());
        }
    }
}
