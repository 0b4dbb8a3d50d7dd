package org.scholion.assist.writing.internal.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.text.TextRange;

/** The numbers of a text. Digits that belong to a name, such as {@code COVID-19} or {@code H2O}, are none. */
final class Numbers {

    /** Thousands may be parted by a comma, in LaTeX in braces or by a thin space. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d.,_^/-])(?<!\\p{L}-)\\d{1,3}(?:(?:,|\\{,}|\\\\,|\u202F|\u2009)\\d{3})+(?:\\.\\d+)?(?![\\p{L}\\d])"
                    + "|(?<![\\p{L}\\d.,_])(?<!\\p{L}[-–])\\d+(?:\\.\\d+)?(?![\\p{L}\\d])(?!-\\p{L}|\\.\\d)");

    private static final Pattern BETWEEN = Pattern.compile("[^\\d.]");

    /** A number and where it stands. */
    record Found(BigDecimal value, TextRange range) {}

    private Numbers() {}

    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            String digits = BETWEEN.matcher(matcher.group()).replaceAll("");
            found.add(new Found(new BigDecimal(digits), new TextRange(matcher.start(), matcher.end())));
        }
        return found;
    }

    /** All numbers of texts, for {@link #has}. */
    static TreeSet<BigDecimal> all(Iterable<String> texts) {
        TreeSet<BigDecimal> values = new TreeSet<>();
        for (String text : texts) {
            in(text).forEach(number -> values.add(number.value()));
        }
        return values;
    }

    /** Whether one of them is the number, or becomes it by rounding to as many places, or is it in percent. */
    static boolean has(Set<BigDecimal> values, BigDecimal number) {
        BigDecimal share = number.movePointLeft(2);
        return values.stream().anyMatch(value -> rounds(value, number) || rounds(value, share));
    }

    private static boolean rounds(BigDecimal value, BigDecimal number) {
        boolean exact = value.compareTo(number) == 0;
        return exact || value.scale() > number.scale() && value.setScale(number.scale(), RoundingMode.HALF_UP).compareTo(number) == 0;
    }
}
