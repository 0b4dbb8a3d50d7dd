package org.scholion.ui.latex.internal.editor;

import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.scholion.ui.latex.internal.syntax.TypingAid;
import org.scholion.ui.latex.internal.syntax.TypingAid.Typed;

/** Writes the closing half of what the author opens. */
public final class LatexAutoEdit implements IAutoEditStrategy {

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        if (!command.doit || command.text == null || command.getCommandCount() > 1) {
            return;
        }
        if (command.text.isEmpty() && command.length == 1) {
            if (TypingAid.deletesPair(document.get(), command.offset + 1)) {
                command.length = 2;
            }
        } else if (command.length == 0 && !command.text.isEmpty() && command.text.length() <= 2) {
            TypingAid.type(document.get(), command.offset, command.text).ifPresent(typed -> apply(typed, command));
        }
    }

    private static void apply(Typed typed, DocumentCommand command) {
        command.offset = typed.replaced().start();
        command.length = typed.replaced().length();
        command.text = typed.text();
        command.shiftsCaret = false;
        command.caretOffset = typed.replaced().start() + typed.caret();
    }
}
