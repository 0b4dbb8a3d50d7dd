package org.scholion.library.internal.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes paragraphs of lines, and whole words of those that are parted at the end of a line. */
final class Paragraphs {

    private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:-[\\p{L}]+)*");
    private static final Pattern PARTED = Pattern.compile("([\\p{L}]+(?:-[\\p{L}]+)*)[-\u2010\u00ad]$");
    private static final Pattern REST = Pattern.compile("^\\p{Ll}+(?:-\\p{L}+)*");

    private final Set<String> words = new HashSet<>();

    /** @param pages all lines of the document, which tell the words that it uses */
    Paragraphs(List<List<TextLine>> pages) {
        for (List<TextLine> page : pages) {
            for (TextLine line : page) {
                Matcher word = WORD.matcher(line.text());
                while (word.find()) {
                    boolean parted = word.end() >= line.text().length() - 1;
                    if (!parted && word.start() > 0) {
                        words.add(word.group().toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
    }

    /** The text of a page; its paragraphs are lines. */
    String text(List<TextLine> lines) {
        float step = usualStep(lines);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                TextLine before = lines.get(i - 1);
                if (breaks(before, lines.get(i), step)) {
                    text.append('\n');
                } else if (!joined(text, lines.get(i).text())) {
                    text.append(' ');
                }
            }
            text.append(lines.get(i).text());
        }
        return text.toString().replace("\u00ad", "");
    }

    private static boolean breaks(TextLine before, TextLine line, float step) {
        if (before.sameLineAs(line)) {
            return false;
        }
        if (!before.sameSizeAs(line)) {
            return true;
        }
        boolean ended = before.text().matches("(?s).*[.!?:;][\"'\u201d\u2019)\\]]?");
        float down = line.baseline() - before.baseline();
        if (down < 0 || down > 12 * step) {
            return ended;
        }
        return down > 1.5f * step
                || ended && (line.left() > before.left() + 0.8f * line.size() || before.right() < line.right() - 4 * line.size());
    }

    /** The step from line to line that most lines have. */
    private static float usualStep(List<TextLine> lines) {
        List<Float> steps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float step = lines.get(i).baseline() - lines.get(i - 1).baseline();
            if (step > 2 && step < 60) {
                steps.add(step);
            }
        }
        float[] sorted = new float[steps.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = steps.get(i);
        }
        Arrays.sort(sorted);
        return sorted.length == 0 ? 12 : sorted[sorted.length / 2];
    }

    /** Takes the hyphen at the end of the text away where it only parts a word; whether the next line follows without a space. */
    private boolean joined(StringBuilder text, String next) {
        String end = text.substring(Math.max(0, text.length() - 80));
        Matcher parted = PARTED.matcher(end);
        Matcher rest = REST.matcher(next);
        if (!parted.find() || !rest.find()) {
            return false;
        }
        String whole = (parted.group(1) + rest.group()).toLowerCase(Locale.ROOT);
        String compound = (parted.group(1) + "-" + rest.group()).toLowerCase(Locale.ROOT);
        boolean soft = end.endsWith("\u00ad");
        boolean keep = !soft && !words.contains(whole) && (words.contains(compound) || parted.group(1).contains("-"));
        if (!keep) {
            text.setLength(text.length() - 1);
        }
        return true;
    }
}
