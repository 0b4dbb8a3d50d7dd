package org.scholion.assist.language.internal.consistency.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.text.TextRange;

/** Commas that authors set or leave out by habit: behind "e.g." and "i.e.", and before the "and" of a list. */
public final class CommaHabitsRule implements PaperRule<CommaHabitsRule.Facts> {

    private static final int HABIT = 5;
    private static final int SLIP_SHARE = 5;
    private static final Pattern EXAMPLE = Pattern.compile("\\b(?:e\\.g\\.|i\\.e\\.)(,?)(?=[ \\u00A0])");
    private static final Pattern LIST = Pattern.compile("\\b\\p{Ll}{3,}, \\p{Ll}{3,}(,?) (?:and|or) \\p{Ll}{3,}[.;]");

    /** Places with and without the comma. */
    public record Facts(List<TextRange> exampleWith, List<TextRange> exampleWithout, List<TextRange> listWith, List<TextRange> listWithout) {
        public Facts {
            exampleWith = List.copyOf(exampleWith);
            exampleWithout = List.copyOf(exampleWithout);
            listWith = List.copyOf(listWith);
            listWithout = List.copyOf(listWithout);
        }
    }

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.EXAMPLE_COMMA, Rule.SERIAL_COMMA);
    }

    @Override
    public Facts facts(BlockText text) {
        List<TextRange> exampleWith = new ArrayList<>();
        List<TextRange> exampleWithout = new ArrayList<>();
        List<TextRange> listWith = new ArrayList<>();
        List<TextRange> listWithout = new ArrayList<>();
        if (text.isEnglish() && text.kind().holdsSentences()) {
            collect(EXAMPLE, text, exampleWith, exampleWithout);
            collect(LIST, text, listWith, listWithout);
        }
        return new Facts(exampleWith, exampleWithout, listWith, listWithout);
    }

    private static void collect(Pattern pattern, BlockText text, List<TextRange> with, List<TextRange> without) {
        Matcher matcher = pattern.matcher(text.text());
        while (matcher.find()) {
            if (text.isOpen(matcher.start()) && text.at(matcher.end() + 1) != '\uFFFC') {
                (matcher.group(1).isEmpty() ? without : with).add(new TextRange(matcher.start(), matcher.end()));
            }
        }
    }

    @Override
    public void judge(Paper paper, List<Facts> facts, Findings findings) {
        int exampleWith = facts.stream().mapToInt(ofBlock -> ofBlock.exampleWith().size()).sum();
        int exampleWithout = facts.stream().mapToInt(ofBlock -> ofBlock.exampleWithout().size()).sum();
        int listWith = facts.stream().mapToInt(ofBlock -> ofBlock.listWith().size()).sum();
        int listWithout = facts.stream().mapToInt(ofBlock -> ofBlock.listWithout().size()).sum();
        for (int i = 0; i < facts.size(); i++) {
            PaperBlock block = paper.blocks().get(i);
            Facts ofBlock = facts.get(i);
            if (isHabit(exampleWith, exampleWithout)) {
                report(Rule.EXAMPLE_COMMA, block, ofBlock.exampleWithout(), findings);
            } else if (isHabit(exampleWithout, exampleWith)) {
                report(Rule.EXAMPLE_COMMA, block, ofBlock.exampleWith(), findings);
            }
            if (isHabit(listWith, listWithout)) {
                report(Rule.SERIAL_COMMA, block, ofBlock.listWithout(), findings);
            } else if (isHabit(listWithout, listWith)) {
                report(Rule.SERIAL_COMMA, block, ofBlock.listWith(), findings);
            }
        }
    }

    private static boolean isHabit(int often, int rare) {
        return often >= HABIT && rare * SLIP_SHARE <= often;
    }

    private static void report(Rule rule, PaperBlock block, List<TextRange> places, Findings findings) {
        for (TextRange range : places) {
            String written = range.of(block.text().text());
            String replacement = rule == Rule.EXAMPLE_COMMA ? otherExample(written) : otherList(written);
            findings.add(rule, block, range, List.of(replacement), written, replacement);
        }
    }

    private static String otherExample(String written) {
        return written.endsWith(",") ? written.substring(0, written.length() - 1) : written + ",";
    }

    private static String otherList(String written) {
        int last = Math.max(written.lastIndexOf(" and "), written.lastIndexOf(" or "));
        boolean comma = written.charAt(last - 1) == ',';
        return comma ? written.substring(0, last - 1) + written.substring(last) : written.substring(0, last) + "," + written.substring(last);
    }
}
