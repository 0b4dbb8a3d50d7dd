package org.scholion.library.edit;

import java.util.List;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
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

    /** The stretch of the text that the ways to put it right change, with the place itself. */
    public TextRange changed() {
        TextRange all = range;
        for (Replacement replacement : replacements) {
            for (TextEdit edit : replacement.edits()) {
                all = all.hull(edit.range());
            }
        }
        return all;
    }

    /**
     * What stands in {@link #changed()} after each of the replacements, in their order.
     *
     * @param text the file's
     */
    public List<String> results(String text) {
        TextRange changed = changed();
        String before = changed.of(text);
        return replacements.stream()
                .map(replacement -> new TextEdits(replacement.edits().stream()
                                .map(edit -> new TextEdit(edit.range().shifted(-changed.start()), edit.replacement()))
                                .toList())
                        .applyTo(before))
                .toList();
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
