package org.scholion.cli.internal.report;

import org.scholion.assist.Category;
import org.scholion.assist.Severity;
import org.scholion.cli.internal.Messages;

/** Names of severities and categories for people. */
public final class Labels {

    private Labels() {}

    public static String of(Severity severity) {
        return switch (severity) {
            case ERROR -> Messages.severity_error;
            case WARNING -> Messages.severity_warning;
            case INFO -> Messages.severity_info;
        };
    }

    public static String of(Category category) {
        return switch (category) {
            case SPELLING -> Messages.category_spelling;
            case GRAMMAR -> Messages.category_grammar;
            case STYLE -> Messages.category_style;
            case CONSISTENCY -> Messages.category_consistency;
            case CITATION -> Messages.category_citation;
        };
    }
}
