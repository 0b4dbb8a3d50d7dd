package org.scholion.assist.language.internal.consistency.numbers;

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

/** Decimal comma beside decimal point, thousands with a separator beside thousands without one. */
public final class NumberFormatRule implements PaperRule<NumberFormatRule.Facts> {

    private static final int HABIT = 3;

    private static final String ALONE = "(?<![\\p{L}\\p{N}.,_/:#(\\[-])";
    private static final Pattern POINT = Pattern.compile("(?<![\\p{L}\\p{N}.,_/:#-])\\d+\\.\\d+(?![\\p{L}\\p{N}.,_/-]*\\d)(?!\\.\\d)");
    private static final Pattern COMMA = Pattern.compile(ALONE + "\\d{1,3},\\d{1,2}(?=[ \\u00A0]?(?:%|kg|g|mm|cm|m|km|s|ms|°C|times|percent)\\b|[ \\u00A0]?%)");
    private static final Pattern GROUPED = Pattern.compile("(?<![\\p{L}\\p{N}.,_/:#-])\\d{2,3}(?:,\\d{3})+(?![\\p{L}\\p{N}_/-]|[.,]\\d)");
    private static final Pattern PLAIN = Pattern.compile("(?<![\\p{L}\\p{N}.,_/:#=-])[1-9]\\d{4,5}(?![\\p{L}\\p{N}_/:-]|[.,]\\d)");

    /** Numbers by how they are written. */
    public record Facts(int points, List<TextRange> commas, List<TextRange> grouped, List<TextRange> plain) {
        public Facts {
            commas = List.copyOf(commas);
            grouped = List.copyOf(grouped);
            plain = List.copyOf(plain);
        }
    }

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.DECIMAL_MARK, Rule.THOUSANDS_SEPARATOR);
    }

    @Override
    public Facts facts(BlockText text) {
        boolean digits = text.text().chars().anyMatch(c -> c >= '0' && c <= '9');
        if (!digits || !text.kind().holdsSentences() || !text.isEnglish()) {
            return new Facts(0, List.of(), List.of(), List.of());
        }
        return new Facts(find(POINT, text).size(), find(COMMA, text), find(GROUPED, text), find(PLAIN, text));
    }

    private static List<TextRange> find(Pattern pattern, BlockText text) {
        List<TextRange> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text.text());
        while (matcher.find()) {
            if (text.isOpen(matcher.start())) {
                found.add(new TextRange(matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    @Override
    public void judge(Paper paper, List<Facts> facts, Findings findings) {
        int points = 0;
        int grouped = 0;
        int plain = 0;
        for (Facts ofBlock : facts) {
            points += ofBlock.points();
            grouped += ofBlock.grouped().size();
            plain += ofBlock.plain().size();
        }
        for (int i = 0; i < facts.size(); i++) {
            PaperBlock block = paper.blocks().get(i);
            if (points >= HABIT) {
                for (TextRange range : facts.get(i).commas()) {
                    String written = range.of(block.text().text());
                    String replacement = written.replace(',', '.');
                    findings.add(Rule.DECIMAL_MARK, block, range, List.of(replacement), written, replacement);
                }
            }
            if (grouped >= HABIT && grouped >= 2 * plain) {
                for (TextRange range : facts.get(i).plain()) {
                    String written = range.of(block.text().text());
                    if (Integer.bitCount(Integer.parseInt(written)) == 1) {
                        // 16384: a power of two is rather a name than an amount
                        continue;
                    }
                    String replacement = grouped(written);
                    findings.add(Rule.THOUSANDS_SEPARATOR, block, range, List.of(replacement), written, replacement);
                }
            }
        }
    }

    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
