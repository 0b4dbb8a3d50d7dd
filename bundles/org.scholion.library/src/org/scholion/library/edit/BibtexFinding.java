package org.scholion.library.edit;

import java.util.List;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Something in a bibliography that is wrong or doubtful.
 *
 * @param rule which check found it
 * @param severity how bad it is
 * @param range the place in the file's text
 * @param message what is wrong, one sentence for the author in his language
 * @param reason why that matters
 * @param replacements what can be done without doubt; mostly at most one
 */
public record BibtexFinding(
        BibtexRule rule, Severity severity, TextRange range, String message, String reason, List<Replacement> replacements) {

    public BibtexFinding {
        replacements = List.copyOf(replacements);
    }

    /** How bad it is. */
    public enum Severity {
        /** LaTeX or BibTeX stumble over it, or another work is cited than was meant. */
        ERROR,
        /** The bibliography will print something wrong or incomplete. */
        WARNING,
        /** A matter of form. */
        INFO
    }

    /**
     * A way to put it right.
     *
     * @param label what it does, for a menu
     * @param edits of the file's text, to be made together
     */
    public record Replacement(String label, List<TextEdit> edits) {
        public Replacement {
            edits = List.copyOf(edits);
        }
    }
}
