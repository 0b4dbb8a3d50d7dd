package org.scholion.assist.language.internal.consistency.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.text.TextRange;

/** What stands between quotation marks. */
final class Quoted {

    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\"[^\"]*\"|‘[^‘’]*(?:’\\p{L}[^‘’]*)*’");

    private final List<TextRange> ranges = new ArrayList<>();

    Quoted(String text) {
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            ranges.add(new TextRange(matcher.start(), matcher.end()));
        }
    }

    boolean holds(int offset) {
        return ranges.stream().anyMatch(range -> range.contains(offset));
    }
}
