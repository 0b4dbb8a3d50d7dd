package org.scholion.cli.internal.report;

import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.Prose;
import org.scholion.text.TextRange;

/** Prose for a person: in place of placeholders stands, in ⟨⟩ or its own brackets, what a reader of the paper sees there. */
public final class ReadableProse {

    private ReadableProse() {}

    /** The text of a range. */
    public static String of(Prose prose, TextRange range) {
        StringBuilder text = new StringBuilder();
        int at = range.start();
        for (Placeholder placeholder : prose.placeholders()) {
            if (range.contains(placeholder.offset())) {
                text.append(prose.text(), at, placeholder.offset());
                String display = placeholder.display().replaceAll("\\s+", " ").strip();
                boolean bracketed = display.startsWith("[") && display.endsWith("]");
                text.append(bracketed ? display : '⟨' + display + '⟩');
                at = placeholder.offset() + 1;
            }
        }
        return text.append(prose.text(), at, range.end()).toString();
    }
}
