package org.scholion.ui.word.internal;

import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.manuscript.Prose;
import org.scholion.ui.FindingSupport;
import org.scholion.ui.word.internal.cite.WordCompletion;
import org.scholion.ui.word.internal.document.Services;
import org.scholion.ui.word.internal.document.WordDocument;
import org.scholion.ui.word.internal.look.SpanHover;
import org.scholion.ui.word.internal.look.WordPage;

/** What the viewer of a Word document can do. */
final class WordViewerConfiguration extends TextSourceViewerConfiguration {

    private final ITextEditor editor;
    private final Supplier<WordPage> page;
    private final Runnable refused;

    /**
     * @param editor of the viewer
     * @param page gives the page that the viewer shows
     * @param refused called when a change was not made since the letters there cannot be changed
     */
    WordViewerConfiguration(IPreferenceStore preferences, ITextEditor editor, Supplier<WordPage> page, Runnable refused) {
        super(preferences);
        this.editor = editor;
        this.page = page;
        this.refused = refused;
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        return page.get().presentation();
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, @Nullable String contentType) {
        return new SpanHover(FindingSupport.hover());
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, @Nullable String contentType, int state) {
        return getTextHover(viewer, contentType);
    }

    @Override
    public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
        QuickAssistAssistant assistant = new QuickAssistAssistant();
        assistant.setQuickAssistProcessor(FindingSupport.quickAssist());
        assistant.setInformationControlCreator(getInformationControlCreator(viewer));
        return assistant;
    }

    /** Works that can be cited at the caret; they are ranked in a thread of their own. */
    @Override
    public IContentAssistant getContentAssistant(ISourceViewer viewer) {
        ContentAssistant assistant = new ContentAssistant(true);
        assistant.setContentAssistProcessor(
                new WordCompletion(editor, () -> Services.file(editor.getEditorInput())), IDocument.DEFAULT_CONTENT_TYPE);
        assistant.setInformationControlCreator(getInformationControlCreator(viewer));
        return assistant;
    }

    /** Spelling is checked by Scholion itself. */
    @Override
    public @Nullable IReconciler getReconciler(@Nullable ISourceViewer viewer) {
        return null;
    }

    @Override
    public IAutoEditStrategy[] getAutoEditStrategies(ISourceViewer viewer, @Nullable String contentType) {
        return new IAutoEditStrategy[] {this::keepParagraphs};
    }

    /** What is typed or pasted stays in its paragraph, and leaves alone what cannot be changed. */
    private void keepParagraphs(IDocument document, DocumentCommand command) {
        String typed = command.text == null ? "" : command.text;
        if (document instanceof WordDocument word && word.dragged(typed).isPresent() && word.allows(command.offset, command.length, "x")) {
            command.text = String.valueOf(word.dragged(typed).get());
            return;
        }
        boolean alone = typed.isBlank() && !typed.isEmpty() && !typed.equals(" ");
        String text = typed.replaceAll("[\\s\u2028\u2029]+", " ").replace(String.valueOf(Prose.PLACEHOLDER), "");
        if (document instanceof WordDocument word && (alone || !word.allows(command.offset, command.length, text))) {
            command.doit = false;
            refused.run();
        } else if (!text.equals(typed)) {
            command.text = text;
        }
    }
}
