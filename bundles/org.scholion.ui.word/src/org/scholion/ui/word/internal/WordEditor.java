package org.scholion.ui.word.internal;

import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.PreferenceStore;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditorPreferenceConstants;
import org.eclipse.ui.texteditor.AbstractTextEditor;
import org.eclipse.ui.texteditor.ChainedPreferenceStore;
import org.eclipse.ui.texteditor.spelling.SpellingService;
import org.scholion.ui.word.internal.document.WordDocumentProvider;
import org.scholion.ui.word.internal.document.WordDocumentProvider.PictureSource;
import org.scholion.ui.word.internal.look.WordPage;
import org.scholion.ui.word.internal.look.WordViewer;

/**
 * The editor of Word documents: the document as it reads, in one column. What is changed is written as tracked changes, or as the author
 * wants it.
 */
public final class WordEditor extends TextEditor {

    public static final String ID = "org.scholion.ui.word.editor";

    /** How often it is looked whether Word wrote the file, in milliseconds. */
    private static final int LOOK_MILLIS = 1500;

    private Optional<WordPage> page = Optional.empty();

    /** Called by the constructor of the super class: fields of this one have no values yet. */
    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        IPreferenceStore preferences =
                new ChainedPreferenceStore(new IPreferenceStore[] {fixedPreferences(), EditorsUI.getPreferenceStore()});
        setPreferenceStore(preferences);
        setDocumentProvider(new WordDocumentProvider());
        setSourceViewerConfiguration(new WordViewerConfiguration(preferences, this, this::page, this::changeRefused));
    }

    /** What is for program text makes no sense on a page. */
    private static IPreferenceStore fixedPreferences() {
        PreferenceStore store = new PreferenceStore();
        store.setDefault(AbstractDecoratedTextEditorPreferenceConstants.EDITOR_LINE_NUMBER_RULER, false);
        store.setDefault(AbstractDecoratedTextEditorPreferenceConstants.EDITOR_CURRENT_LINE, false);
        store.setDefault(AbstractDecoratedTextEditorPreferenceConstants.EDITOR_PRINT_MARGIN, false);
        store.setDefault(AbstractTextEditor.PREFERENCE_SHOW_WHITESPACE_CHARACTERS, false);
        store.setDefault(AbstractTextEditor.PREFERENCE_WORD_WRAP_ENABLED, true);
        store.setDefault(SpellingService.PREFERENCE_SPELLING_ENABLED, false);
        return store;
    }

    /** The provider is the editor's own, whatever the input. */
    @Override
    protected void setDocumentProvider(@Nullable IEditorInput input) {
        // it was set when the editor was made
    }

    @Override
    protected ISourceViewer createSourceViewer(Composite parent, @Nullable IVerticalRuler ruler, int styles) {
        fOverviewRuler = createOverviewRuler(getSharedColors());
        WordViewer viewer = new WordViewer(parent, ruler, fOverviewRuler, isOverviewRulerVisible(), styles);
        getSourceViewerDecorationSupport(viewer);
        page = Optional.of(new WordPage(viewer));
        return viewer;
    }

    private WordPage page() {
        return page.orElseThrow(() -> new IllegalStateException("there is no viewer yet"));
    }

    @Override
    public void createPartControl(@Nullable Composite parent) {
        super.createPartControl(parent);
        page().begin(pictures());
        lookLater(getSourceViewer().getTextWidget());
    }

    private WordDocumentProvider documents() {
        return (WordDocumentProvider) getDocumentProvider();
    }

    private PictureSource pictures() {
        return documents().pictures(getEditorInput()).orElse((picture, cancel) -> new byte[0]);
    }

    private void lookLater(StyledText text) {
        text.getDisplay().timerExec(LOOK_MILLIS, () -> {
            if (!text.isDisposed()) {
                documents().refresh(getEditorInput(), text.getDisplay());
                lookLater(text);
            }
        });
    }

    @Override
    protected void doSetInput(@Nullable IEditorInput input) throws CoreException {
        super.doSetInput(input);
        page.ifPresent(shown -> shown.begin(pictures()));
    }

    @Override
    protected void handleElementContentReplaced() {
        super.handleElementContentReplaced();
        page.ifPresent(shown -> shown.begin(pictures()));
    }

    private void changeRefused() {
        getStatusLineManager().setErrorMessage(Messages.cannotChange);
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
