package org.scholion.ui.word.internal.cite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.NewCitation;
import org.scholion.text.TextRange;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.CitationSpot;
import org.scholion.ui.citation.CitationWriter;
import org.scholion.ui.word.internal.Messages;
import org.scholion.ui.word.internal.WordEditor;
import org.scholion.ui.word.internal.WordFiles;
import org.scholion.ui.word.internal.WordSettings;
import org.scholion.ui.word.internal.document.Services;
import org.scholion.ui.word.internal.document.WordDocument;

/**
 * Writes citations into Word documents: in the text that is edited a letter stands for one; when the document is saved it becomes
 * a field of
 * the kind that the document uses, with the data of its works.
 */
public final class WordCitations implements CitationWriter {

    @Override
    public boolean writes(Path file) {
        return WordFiles.isWord(file);
    }

    @Override
    public String insert(ITextEditor editor, Manuscript manuscript, List<CitableWork> works) {
        if (!(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
            return Messages.cite_readOnly;
        }
        TextRange selected = TextRange.ofLength(selection.getOffset(), selection.getLength());
        return insert(editor, selected, manuscript, works);
    }

    /**
     * Cites works at a place.
     *
     * @return what the author has to know; empty for nothing
     */
    static String insert(ITextEditor editor, TextRange selected, Manuscript manuscript, List<CitableWork> works) {
        if (editor instanceof ITextEditorExtension2 careful && !careful.validateEditorInputState()) {
            return Messages.cite_readOnly;
        }
        Optional<Path> file = Services.file(editor.getEditorInput());
        if (file.isEmpty() || works.isEmpty()
                || !(editor.getDocumentProvider().getDocument(editor.getEditorInput()) instanceof WordDocument document)) {
            return Messages.cite_readOnly;
        }
        try {
            CitationInsertion.Done done = new CitationInsertion(document, file.get())
                    .insert(CitationSpot.of(document.get(), selected), new CitationText(manuscript).of(works));
            editor.selectAndReveal(done.caret(), 0);
            return done.message().isEmpty() ? added(works) : done.message();
        } catch (BadLocationException e) {
            throw new IllegalStateException("a citation outside of the text", e);
        }
    }

    private static String added(List<CitableWork> works) {
        List<String> fresh = works.stream().filter(work -> work.missingEntry().isPresent()).map(CitableWork::key).toList();
        return fresh.isEmpty() || WordSettings.mode() == Mode.COMMENTS ? "" : NLS.bind(Messages.cite_added, String.join(", ", fresh));
    }

    /** How the citation reads; dropped into its document it becomes the citation itself. */
    @Override
    public String text(Manuscript manuscript, List<CitableWork> works) {
        NewCitation citation = new CitationText(manuscript).of(works);
        Path file = manuscript.root().path();
        for (WordDocument document : open(file)) {
            new CitationInsertion(document, file).letter(citation).ifPresent(letter -> document.drag(citation.shown(), letter));
        }
        return citation.shown();
    }

    @Override
    public String dropped(Manuscript manuscript, List<CitableWork> works) {
        open(manuscript.root().path()).forEach(WordDocument::endDrag);
        return added(works);
    }

    private static List<WordDocument> open(Path file) {
        List<WordDocument> documents = new ArrayList<>();
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            for (IWorkbenchPage page : window.getPages()) {
                for (IEditorReference reference : page.getEditorReferences()) {
                    IEditorPart part = reference.getEditor(false);
                    if (part instanceof WordEditor editor && Services.file(editor.getEditorInput()).filter(file::equals).isPresent()) {
                        document(editor).ifPresent(documents::add);
                    }
                }
            }
        }
        return documents;
    }

    private static Optional<WordDocument> document(WordEditor editor) {
        IEditorInput input = editor.getEditorInput();
        return editor.getDocumentProvider().getDocument(input) instanceof WordDocument document ? Optional.of(document) : Optional.empty();
    }
}
