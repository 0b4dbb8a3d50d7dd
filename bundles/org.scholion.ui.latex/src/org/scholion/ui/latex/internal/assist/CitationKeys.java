package org.scholion.ui.latex.internal.assist;

import java.util.ArrayList;
import java.util.List;
import org.scholion.text.TextRange;

/**
 * The keys of the citation that is being typed.
 *
 * @param start where they begin, behind the brace
 * @param others all but the one that is being typed
 */
record CitationKeys(int start, List<String> others) {

    CitationKeys {
        others = List.copyOf(others);
    }

    /** @param typed what was typed of the key, in the braces of a citation */
    static CitationKeys around(String text, TextRange typed) {
        int start = typed.start();
        while (start > 0 && text.charAt(start - 1) != '{') {
            start--;
        }
        List<String> others = new ArrayList<>();
        int from = start;
        for (int i = start; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '}';
            boolean ends = c == '}' || c == '{' || c == '\\';
            if (c == ',' || ends) {
                boolean current = from <= typed.start() && typed.end() <= i;
                String key = text.substring(from, i).strip();
                if (!current && !key.isEmpty() && (c == ',' || c == '}')) {
                    others.add(key);
                }
                from = i + 1;
            }
            if (ends || c == '\n' && i >= typed.end()) {
                break;
            }
        }
        return new CitationKeys(start, others);
    }
}
