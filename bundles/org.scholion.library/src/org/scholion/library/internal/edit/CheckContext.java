package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.List;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexField.Part.Kind;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexFlavour;
import org.scholion.bibtex.BibtexHabits;
import org.scholion.library.edit.BibtexFinding;
import org.scholion.library.edit.BibtexFinding.Replacement;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.edit.BibtexRule;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** The file under check and what was found in it. Not thread-safe. */
public final class CheckContext {

    private final BibtexFile file;
    private final BibtexEditor editor;
    private final List<BibtexFinding> findings = new ArrayList<>();

    public CheckContext(BibtexFile file) {
        this.file = file;
        editor = new BibtexEditor(file);
    }

    BibtexFile file() {
        return file;
    }

    BibtexEditor editor() {
        return editor;
    }

    BibtexHabits habits() {
        return editor.habits();
    }

    boolean biblatex() {
        return editor.habits().flavour() == BibtexFlavour.BIBLATEX;
    }

    public List<BibtexFinding> findings() {
        return findings;
    }

    void add(BibtexRule rule, Severity severity, TextRange range, String message, String reason, List<Replacement> replacements) {
        findings.add(new BibtexFinding(rule, severity, range, message, reason, replacements));
    }

    void add(BibtexRule rule, Severity severity, TextRange range, String message, String reason) {
        add(rule, severity, range, message, reason, List.of());
    }

    /** Whether a field is one piece in braces or quotes, so that places in its value are places in the file. */
    static boolean isOnePiece(BibtexField field) {
        return field.parts().size() == 1 && field.parts().getFirst().kind() != Kind.MACRO;
    }

    /** The place of a part of a value; the whole value where it is made of several pieces. */
    static TextRange place(BibtexField field, int start, int end) {
        return isOnePiece(field) ? new TextRange(start, end).shifted(field.parts().getFirst().content().start()) : field.valueRange();
    }

    /** The replacement of a part of a value; nothing where it is made of several pieces. */
    static List<Replacement> replacement(BibtexField field, int start, int end, String text, String label) {
        return isOnePiece(field) ? List.of(new Replacement(label, List.of(new TextEdit(place(field, start, end), text)))) : List.of();
    }
}
