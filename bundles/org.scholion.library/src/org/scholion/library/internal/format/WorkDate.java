package org.scholion.library.internal.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;

/**
 * When a work appeared.
 *
 * @param month 1 to 12; 0 where unknown
 * @param day 1 to 31; 0 where unknown
 */
public record WorkDate(int year, int month, int day) {

    private static final Pattern YEAR = Pattern.compile("(?<![\\d.])(1[4-9]\\d\\d|20\\d\\d)(?!\\d)");
    private static final Pattern NUMBERS_AFTER = Pattern.compile("^[-/.](\\d{1,2})(?!\\d)(?:[-/.](\\d{1,2})(?!\\d))?");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)");
    private static final Pattern NUMBERS_BEFORE = Pattern.compile("(?<!\\d)(?:(\\d{1,2})[-/.])?(\\d{1,2})[-/.]$");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int LONGEST = 200;

    public WorkDate {
        if (month < 0 || month > 12 || month == 0) {
            month = 0;
            day = 0;
        }
        if (day < 0 || day > 31) {
            day = 0;
        }
    }

    /** The date in a text such as {@code 2001/09/01/}, {@code 2012 Jul 5}, {@code June 2003}, {@code 2017-06-12T10:00:00Z}. */
    public static Optional<WorkDate> of(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST));
        Matcher year = YEAR.matcher(start);
        if (!year.find()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(year.group());
        String before = start.substring(0, year.start());
        String after = start.substring(year.end());
        Matcher numbers = NUMBERS_AFTER.matcher(after);
        if (numbers.find()) {
            return Optional.of(new WorkDate(number, number(numbers.group(1)), number(numbers.group(2))));
        }
        int month = month(after);
        if (month > 0) {
            return Optional.of(new WorkDate(number, month, day(after)));
        }
        month = month(before);
        if (month > 0) {
            return Optional.of(new WorkDate(number, month, day(before)));
        }
        Matcher ahead = NUMBERS_BEFORE.matcher(before);
        if (ahead.find()) {
            // 05/06/2010 has two readings, 06/2010 has one
            return Optional.of(new WorkDate(number, ahead.group(1) == null ? number(ahead.group(2)) : 0, 0));
        }
        return Optional.of(new WorkDate(number, 0, 0));
    }

    /** ISO 8601, as exact as it is known. */
    public String iso() {
        if (month == 0) {
            return String.format(Locale.ROOT, "%04d", year);
        }
        return day == 0
                ? String.format(Locale.ROOT, "%04d-%02d", year, month)
                : String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }

    /** Sets the year and, where more than the year is known, the date. */
    public void put(Reference.Builder reference) {
        reference.year(year);
        if (month > 0) {
            reference.field(WorkField.DATE, iso());
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int month(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            int at = MONTHS.indexOf(words.group().substring(0, 3).toLowerCase(Locale.ROOT));
            if (at >= 0 && at % 3 == 0) {
                return at / 3 + 1;
            }
        }
        return 0;
    }

    private static int day(String text) {
        Matcher day = DAY.matcher(text);
        return day.find() ? Integer.parseInt(day.group(1)) : 0;
    }
}
