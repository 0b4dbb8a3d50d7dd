package org.scholion.assist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A page of the documentation: a heading, paragraphs, and two sections with an example each, the wrong one first.
 *
 * @param title the first heading
 * @param reason the paragraphs behind it
 * @param wrong the first example
 * @param right the second example
 */
public record RulePage(String title, String reason, String wrong, String right) {

    private static final String FENCE = "```";
    private static final String TRANSLATED = "zh";

    /**
     * Reads {@code rules/ID.md}, or its translation.
     *
     * @param owner a class of the bundle that the page lies in
     * @param id of the rule
     * @param locale in which it is wanted; English where there is no page in it
     * @throws IllegalStateException when there is no page
     */
    public static RulePage read(Class<?> owner, String id, Locale locale) {
        String name = "/rules/" + id + (locale.getLanguage().equals(TRANSLATED) ? "_" + TRANSLATED : "") + ".md";
        try (@Nullable InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the page " + name + " is not in the bundle");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** What this page says about the rule that it is for. */
    public RuleDescription describe(String id, Category category, boolean onByDefault, Origin origin) {
        return new RuleDescription(id, category, title, reason, wrong, right, onByDefault, origin);
    }

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
