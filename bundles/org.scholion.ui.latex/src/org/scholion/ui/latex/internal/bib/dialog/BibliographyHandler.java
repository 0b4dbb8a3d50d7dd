package org.scholion.ui.latex.internal.bib.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.text.TextEdit;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.Papers;

/** A command on the bibliography file in the active editor. */
@NonNullByDefault
abstract class BibliographyHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(@Nullable ExecutionEvent event) throws ExecutionException {
        OpenBibliography.of(HandlerUtil.getActiveEditorChecked(event)).ifPresent(open -> {
            if (open.isWritable()) {
                run(open);
            } else {
                Papers.say(Messages.cite_readOnly);
            }
        });
        return null;
    }

    /** In the thread of the user interface. */
    protected abstract void run(OpenBibliography open);

    /**
     * Changes the text by edits that are worked out behind the user interface.
     *
     * @param edits nothing where the file cannot be changed in this way
     * @param refusal what is said then
     */
    static void change(OpenBibliography open, String name, Function<BibtexFile, Optional<List<TextEdit>>> edits, String refusal) {
        String text = open.text();
        new Computation<>(
                        NLS.bind(name, open.name()),
                        cancel -> edits.apply(BibtexParser.parse(text)),
                        open.shell().getDisplay(),
                        found -> {
                            if (found.isEmpty()) {
                                Papers.say(refusal);
                            } else if (found.get().isEmpty()) {
                                Papers.say(Messages.bib_nothingToChange);
                            } else if (!open.apply(text, found.get())) {
                                Papers.say(Messages.bib_changedMeanwhile);
                            }
                        })
                .schedule();
    }
}
