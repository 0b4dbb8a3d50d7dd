package org.scholion.ui.internal.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.assist.Advice;
import org.scholion.assist.RuleDescription;
import org.scholion.text.TextRange;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.editor.FindingText;

/** The page of a rule as text; {@code headings} are to be set off. */
@NonNullByDefault
public record RuleText(String text, List<TextRange> headings) {

    public RuleText {
        headings = List.copyOf(headings);
    }

    /** The page of a rule, as far as its documentation and a finding tell. */
    static RuleText of(Advice advice, Optional<RuleDescription> rule) {
        Builder page = new Builder();
        rule.ifPresent(page::describe);
        page.section(Messages.rulePage_here, advice.message());
        page.section(Messages.rulePage_why, rule.isPresent() && rule.get().reason().equals(advice.reason()) ? "" : advice.reason());
        page.section(
                Messages.rulePage_category,
                FindingText.category(advice.category()) + ", " + FindingText.severity(advice.severity()));
        page.section(Messages.rulePage_source, FindingText.source(advice));
        return page.build();
    }

    /** The page of a rule from its documentation alone. */
    public static RuleText of(RuleDescription rule) {
        Builder page = new Builder();
        page.describe(rule);
        page.section(Messages.rulePage_category, FindingText.category(rule.category()));
        page.section(Messages.rulePage_source, rule.id() + " \u00b7 " + rule.origin());
        return page.build();
    }

    /** Puts sections together. */
    private static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<TextRange> headings = new ArrayList<>();

        void describe(RuleDescription rule) {
            section(rule.title(), rule.reason());
            section(Messages.rulePage_wrong, rule.wrong());
            section(Messages.rulePage_right, rule.right());
        }

        void section(String heading, String body) {
            if (!body.isBlank()) {
                headings.add(TextRange.ofLength(text.length(), heading.length()));
                text.append(heading).append('\n').append(body).append("\n\n");
            }
        }

        RuleText build() {
            return new RuleText(text.toString().stripTrailing(), headings);
        }
    }
}
