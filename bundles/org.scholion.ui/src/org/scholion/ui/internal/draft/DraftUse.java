package org.scholion.ui.internal.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;
import org.scholion.ui.draft.DraftWriter;
import org.scholion.ui.internal.MenuActions;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.editor.DocumentBinding;
import org.scholion.ui.internal.editor.FindingNavigator;

/**
 * What is done with a text, and with what it rests on, in the editors. In the thread of the user interface. Methods that return a
 * text say in
 * it what the author has to know; it is empty for nothing.
 */
@NonNullByDefault
final class DraftUse {

    private final PaperUi ui;
    private final DraftServices services;

    /**
     * What is to be used.
     *
     * @param paper the main file of the paper that it was made of
     * @param sentences in the notation of the paper, at least one
     * @param points whether each stands for itself
     */
    record Text(Path paper, List<String> sentences, boolean points) {}

    /** Where in an editor something is written. */
    private record Target(ITextEditor editor, DocumentBinding document, TextRange place) {}

    DraftUse(PaperUi ui, DraftServices services) {
        this.ui = ui;
        this.services = services;
    }

    /** What is selected in the editor of the paper; an empty range where only the caret stands. */
    Optional<TextRange> selection() {
        return ui.tracker().activeEditor().flatMap(editor -> {
            Object selection = editor.getSelectionProvider() == null ? null : editor.getSelectionProvider().getSelection();
            return selection instanceof ITextSelection text && text.getOffset() >= 0
                    ? Optional.of(TextRange.ofLength(text.getOffset(), Math.max(0, text.getLength())))
                    : Optional.empty();
        });
    }

    /** Whether texts can be written into the active editor. */
    boolean canWrite() {
        return ui.tracker().activeDocument().flatMap(document -> services.writer(document.file().path())).isPresent();
    }

    String replaceSelection(Text text) {
        return write(text, active(selection()));
    }

    /** Behind what is selected, where something is. */
    String insert(Text text) {
        return write(text, active(selection().map(range -> TextRange.at(range.end()))));
    }

    private Optional<Target> active(Optional<TextRange> place) {
        Optional<ITextEditor> editor = ui.tracker().activeEditor();
        Optional<DocumentBinding> document = ui.tracker().activeDocument();
        return editor.isEmpty() || document.isEmpty()
                ? Optional.empty()
                : place.map(range -> new Target(editor.get(), document.get(), range));
    }

    /** Puts the text in the place of the abstract that stands in the paper; its file is opened where that is needed. */
    String replaceAbstract(Text text, PaperParts parts, IWorkbenchPage page) {
        Optional<SourceRange> range = parts.own().range();
        Optional<SourceText> source = range.flatMap(known -> parts.paper().source(known.unit()));
        if (range.isEmpty() || source.isEmpty()) {
            return Messages.use_abstractGone;
        }
        String problem = reveal(page, parts.paper(), range.get());
        if (!problem.isEmpty()) {
            return problem;
        }
        Optional<DocumentBinding> document = ui.tracker().document(range.get().unit().path());
        Optional<ITextEditor> editor =
                document.flatMap(known -> ui.tracker().editors(known).stream().findFirst());
        Optional<TextRange> place = document.flatMap(known -> known.current(source.get(), range.get().range()));
        if (editor.isEmpty() || place.isEmpty()) {
            return Messages.use_abstractGone;
        }
        return write(text, Optional.of(new Target(editor.get(), document.get(), place.get())));
    }

    private String write(Text text, Optional<Target> target) {
        if (target.isEmpty()) {
            return Messages.use_notHere;
        }
        Target found = target.get();
        Optional<DraftWriter> writer = services.writer(found.document().file().path());
        if (writer.isEmpty()) {
            return Messages.use_noWriter;
        }
        return new DraftInsertion(ui.tracker(), writer.get())
                .write(found.editor(), found.document(), found.place(), text.sentences(), text.points());
    }

    String copy(Text text, Control control) {
        Optional<DraftWriter> writer = services.writer(text.paper());
        MenuActions.copy(
                writer.map(known -> known.text(text.sentences(), text.points())).orElse(String.join(" ", text.sentences())), control);
        return "";
    }

    /** Opens an editor on a place of a paper, as it was read, and selects it where it stands now. */
    String reveal(IWorkbenchPage page, Manuscript paper, SourceRange range) {
        Path file = range.unit().path();
        Revision revision = paper.source(range.unit()).map(SourceText::revision).orElse(Revision.DISK);
        try {
            new FindingNavigator(ui).reveal(page, file, range.range(), revision, true);
            return "";
        } catch (PartInitException cannot) {
            return NLS.bind(Messages.view_cannotOpen, file.getFileName(), cannot.getStatus().getMessage());
        }
    }
}
