package org.scholion.assist.language.internal.consistency.numbers;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.BlockRule;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Notes;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.text.TextRange;

/** A hyphen between two numbers that are a range, and small numbers in digits. */
public final class NumberSignsRule implements BlockRule {

    private static final Pattern RANGE = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,_/:#=+–-])(\\d{1,4}(?:\\.\\d+)?)(-)(\\d{1,4}(?:\\.\\d+)?)(?![\\p{L}\\p{N}_/:=+–-]|[.,]\\d|-\\d)");
    private static final Pattern SMALL = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,_/:#=+–~<>$€£-])(?<!\\uFFFC )([2-9]) (?=\\p{Ll}{4,}s\\b)");
    private static final Set<String> BEFORE_RANGES = Set.of(
            "Figures", "Figs", "Tables", "Sections", "Secs", "Equations", "Eqs", "Chapters", "Pages", "Refs", "Steps", "In", "From", "The",
            "Between", "After", "About", "For");
    private static final List<String> WORDS = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine");

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.NUMBER_RANGE_DASH, Rule.NUMBER_AS_WORD);
    }

    @Override
    public void judge(BlockText text, Notes notes) {
        if (!text.kind().holdsSentences()) {
            return;
        }
        Matcher range = RANGE.matcher(text.text());
        while (range.find()) {
            boolean grows = Double.parseDouble(range.group(1)) < Double.parseDouble(range.group(3));
            boolean name = range.group(1).startsWith("0") && range.group(1).indexOf('.') < 0 || range.group(3).startsWith("0") && range.group(3).indexOf('.') < 0;
            if (grows && !name && !isNamed(text, range.start()) && !isCode(text, range.end())) {
                String replacement = range.group(1) + "–" + range.group(3);
                notes.add(Rule.NUMBER_RANGE_DASH, new TextRange(range.start(), range.end()), List.of(replacement), range.group(), replacement);
            }
        }
        Matcher small = SMALL.matcher(text.text());
        while (text.isEnglish() && small.find()) {
            String word = WORDS.get(small.group(1).charAt(0) - '2');
            notes.add(Rule.NUMBER_AS_WORD, new TextRange(small.start(1), small.end(1)), List.of(word), small.group(1), word);
        }
    }

    /** Behind a name with a capital letter the numbers are part of the name: "ISO 8601-2". */
    private static boolean isNamed(BlockText text, int start) {
        int end = start;
        while (end > 0 && BlockText.isSpace(text.at(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isLetterOrDigit(text.at(begin - 1))) {
            begin--;
        }
        return begin < end && Character.isUpperCase(text.at(begin)) && end - begin < 12 && !isReferenceWord(text.text().substring(begin, end));
    }

    private static boolean isReferenceWord(String word) {
        return BEFORE_RANGES.contains(word);
    }

    /** "3-4-5" or "2-3x" is no range of numbers. */
    private static boolean isCode(BlockText text, int end) {
        return text.at(end) == '\uFFFC' || text.at(end) == '\'' || text.at(end) == '’';
    }
}
