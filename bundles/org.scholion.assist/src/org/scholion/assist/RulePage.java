package org.scholion.assist.language.internal.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of the documentation: a heading, paragraphs, and two sections with an example each, the wrong one first.
 *
 * @param title the first heading
 * @param reason the paragraphs behind it
 * @param wrong the first example
 * @param right the second example
 */
record RulePage(String title, String reason, String wrong, String right) {

    private static final String FENCE = "```";

    /** @throws IllegalArgumentException when a part is missing */
    static RulePage parse(String markdown) {
        String title = "";
        StringBuilder reason = new StringBuilder();
        List<String> examples = new ArrayList<>();
        StringBuilder example = new StringBuilder();
        boolean inExample = false;
        int sections = 0;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                if (inExample) {
                    examples.add(example.toString().strip());
                    example.setLength(0);
                }
                inExample = !inExample;
            } else if (inExample) {
                example.append(line).append('\n');
            } else if (line.startsWith("# ")) {
                title = line.substring(2).strip();
            } else if (line.startsWith("## ")) {
                sections++;
            } else if (sections == 0) {
                reason.append(line).append('\n');
            }
        }
        if (title.isEmpty() || reason.toString().isBlank() || examples.size() != 2 || sections != 2) {
            throw new IllegalArgumentException("a page needs a heading, a reason and two sections with an example each: " + title);
        }
        return new RulePage(title, reason.toString().strip(), examples.get(0), examples.get(1));
    }
}
