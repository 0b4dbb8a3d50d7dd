package org.scholion.ui.internal.editor;

import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.Category;
import org.scholion.assist.Severity;
import org.scholion.ui.internal.Messages;

/** A finding in words. */
public final class FindingText {

    private static final double NEARLY_ALWAYS = 0.9;
    private static final double MOSTLY = 0.7;
    private static final double OFTEN = 0.4;

    private FindingText() {}

    /** All that a hover says: message, reason, and who says so. */
    public static String hover(Advice advice) {
        StringBuilder text = new StringBuilder(advice.message());
        if (!advice.reason().isBlank()) {
            text.append('\n').append(advice.reason());
        }
        return text.append('\n').append(source(advice)).toString();
    }

    /** Rule, origin, and how often such findings are right. */
    public static String source(Advice advice) {
        return NLS.bind(
                Messages.finding_source, new Object[] {advice.rule(), advice.origin(), confidence(advice.confidence())});
    }

    /** A confidence in words. */
    public static String confidence(double confidence) {
        if (confidence >= NEARLY_ALWAYS) {
            return Messages.confidence_nearlyAlways;
        }
        if (confidence >= MOSTLY) {
            return Messages.confidence_mostly;
        }
        return confidence >= OFTEN ? Messages.confidence_often : Messages.confidence_seldom;
    }

    public static String category(Category category) {
        return switch (category) {
            case SPELLING -> Messages.category_spelling;
            case GRAMMAR -> Messages.category_grammar;
            case STYLE -> Messages.category_style;
            case CONSISTENCY -> Messages.category_consistency;
            case CITATION -> Messages.category_citation;
        };
    }

    public static String severity(Severity severity) {
        return switch (severity) {
            case INFO -> Messages.severity_info;
            case WARNING -> Messages.severity_warning;
            case ERROR -> Messages.severity_error;
        };
    }

    /** Words for a label: on one line, shortened in the middle. */
    public static String shortened(String words, int length) {
        String line = words.replaceAll("\\s+", " ").strip();
        if (line.length() <= length) {
            return line;
        }
        int head = length * 2 / 3;
        return line.substring(0, head).stripTrailing() + " … " + line.substring(line.length() - (length - head - 3)).stripLeading();
    }
}
