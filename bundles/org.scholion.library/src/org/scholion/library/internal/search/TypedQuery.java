package org.scholion.library.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a person typed, taken apart: {@code author:name}, {@code title:word}, {@code year:2010}, {@code year:2010-2015} are
 * conditions; the rest
 * are words, {@code "phrases"}, {@code word*}, {@code -word}. Any text is understood somehow.
 *
 * @param words what is no condition; may be empty
 */
record TypedQuery(String words, List<Condition> conditions) {

    private static final Pattern CONDITION =
            Pattern.compile("(?<!\\S)(author:|title:|year:|-)(?:\"([^\"]*)\"|(\\S+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARS = Pattern.compile("(\\d{4})?(-)?(\\d{4})?");

    /** What must hold. */
    sealed interface Condition permits Years, With, Without {
        // what each has is different
    }

    /** Of the year; without a bound there is none. */
    record Years(OptionalInt from, OptionalInt to) implements Condition {}

    /** All words of a text stand in a field. */
    record With(String field, String text) implements Condition {}

    /** No word of a text stands anywhere. */
    record Without(String text) implements Condition {}

    TypedQuery {
        conditions = List.copyOf(conditions);
    }

    static TypedQuery of(String typed) {
        List<Condition> conditions = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Matcher matcher = CONDITION.matcher(typed);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            boolean understood = condition(matcher.group(1), value, conditions);
            matcher.appendReplacement(words, Matcher.quoteReplacement(understood ? " " : " " + value + " "));
        }
        matcher.appendTail(words);
        return new TypedQuery(words.toString().strip(), conditions);
    }

    private static boolean condition(String name, String value, List<Condition> conditions) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "year:" -> {
                Matcher years = YEARS.matcher(value);
                if (value.length() < 4 || !years.matches()) {
                    return false;
                }
                String to = years.group(2) == null ? years.group(1) : years.group(3);
                conditions.add(new Years(year(years.group(1)), year(to)));
            }
            case "author:" -> conditions.add(new With(Fields.PEOPLE, value));
            case "title:" -> conditions.add(new With(Fields.TITLE, value));
            default -> conditions.add(new Without(value));
        }
        return true;
    }

    private static OptionalInt year(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
