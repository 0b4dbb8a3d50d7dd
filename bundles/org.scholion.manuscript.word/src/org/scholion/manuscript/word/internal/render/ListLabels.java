package org.scholion.manuscript.word.internal.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.manuscript.word.internal.read.Numbering;
import org.scholion.manuscript.word.internal.read.ParagraphKinds.ListPlace;

/** Counts the items of lists and numbered headings, and says what stands before each. Used for one document, in its order. */
final class ListLabels {

    private static final int LEVELS = 9;
    private static final String BULLET = "bullet";
    private static final String DOT = "\u2022";
    private static final Pattern NUMBER = Pattern.compile("%([1-9])");
    /** The letters of fonts of symbols, in which Word has its bullets. */
    private static final Pattern SYMBOL = Pattern.compile("[\uE000-\uF8FF]");

    private final Numbering numbering;
    private final Map<String, Integer[]> counters = new HashMap<>();

    ListLabels(Numbering numbering) {
        this.numbering = numbering;
    }

    /** What stands before the next item; empty where nothing does. */
    String next(ListPlace place) {
        Optional<Numbering.Level> level = numbering.of(place.list(), place.level());
        if (level.isEmpty() || place.level() >= LEVELS) {
            return "";
        }
        Integer[] counts = counters.computeIfAbsent(numbering.counter(place.list()), list -> new Integer[LEVELS]);
        Integer before = counts[place.level()];
        counts[place.level()] = before == null ? level.get().start() : before + 1;
        for (int deeper = place.level() + 1; deeper < LEVELS; deeper++) {
            counts[deeper] = null;
        }
        return level.get().format().equals(BULLET) ? bullet(level.get().text()) : text(place, level.get().text(), counts);
    }

    private static String bullet(String text) {
        return text.isBlank() ? "" : SYMBOL.matcher(text).replaceAll(DOT);
    }

    private String text(ListPlace place, String pattern, Integer[] counts) {
        Matcher numbers = NUMBER.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (numbers.find()) {
            int level = numbers.group(1).charAt(0) - '1';
            Optional<Numbering.Level> format = numbering.of(place.list(), level);
            Integer count = counts[level] == null ? format.map(Numbering.Level::start).orElse(1) : counts[level];
            String number = Numerals.format(count, format.map(Numbering.Level::format).orElse("decimal"));
            numbers.appendReplacement(text, Matcher.quoteReplacement(number));
        }
        return numbers.appendTail(text).toString().strip();
    }
}
