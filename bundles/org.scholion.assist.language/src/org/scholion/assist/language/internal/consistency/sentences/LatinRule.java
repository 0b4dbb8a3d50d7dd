package org.scholion.assist.language.internal.consistency.sentences;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.BlockRule;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Notes;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.text.TextRange;

/** Latin abbreviations with a full stop too few or too many: "et al", "et. al.", "eg", "i.e". */
public final class LatinRule implements BlockRule {

    private static final Pattern WRONG = Pattern.compile(
            "\\b(?:(et\\.? al)(\\.?)|(e\\.?g|i\\.?e)(\\.?))(?![\\p{L}\\p{N}.-])");

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.LATIN_ABBREVIATION);
    }

    @Override
    public void judge(BlockText text, Notes notes) {
        if (!text.isEnglish() || !text.kind().holdsSentences()) {
            return;
        }
        Matcher matcher = WRONG.matcher(text.text());
        while (matcher.find()) {
            String right = matcher.group(1) != null ? "et al." : matcher.group(3).startsWith("e") ? "e.g." : "i.e.";
            boolean dotted = text.at(matcher.start() - 1) == '.' || text.at(matcher.start() - 1) == '-' || text.at(matcher.start() - 1) == '/';
            if (!matcher.group().equals(right) && !dotted && text.at(matcher.end()) != '/') {
                notes.add(Rule.LATIN_ABBREVIATION, new TextRange(matcher.start(), matcher.end()), List.of(right), matcher.group(), right);
            }
        }
    }
}
