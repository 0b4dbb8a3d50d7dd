package org.scholion.ui.internal.editor;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.SettingsStore;
import org.scholion.ui.EditorPapers;

/** Knows the editors that show papers, and shows the findings in them. Used in the thread of the user interface. */
public final class EditorTracker {

    private final PaperChecks checks;
    private final EditorPapers papers;
    private final SettingsStore settings;
    private final Map<ITextEditor, EditorBinding> editors = new LinkedHashMap<>();
    private final Map<IDocument, DocumentBinding> documents = new HashMap<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Runnable> caretListeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean updating = new AtomicBoolean();
    private final PartWatch parts = new PartWatch();
    private @Nullable Display display;
    private Optional<ITextEditor> active = Optional.empty();

    public EditorTracker(PaperChecks checks, EditorPapers papers, SettingsStore settings) {
        this.checks = checks;
        this.papers = papers;
        this.settings = settings;
    }

    /** Begins with the windows and editors that are there. Does nothing the second time. */
    public void start(IWorkbench workbench) {
        if (display != null) {
            return;
        }
        display = workbench.getDisplay();
        checks.addListener(paper -> updateSoon());
        settings.addListener(this::updateSoon);
        workbench.addWindowListener(parts);
        for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
            parts.windowOpened(window);
        }
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null) {
            activated(window.getActivePage().getActiveEditor());
        }
    }

    /** Whether editors are watched. */
    public boolean isStarted() {
        return display != null;
    }

    /** The paper editor that was active last and is still open. */
    public Optional<ITextEditor> activeEditor() {
        return active;
    }

    /** The document of the paper editor that was active last. */
    public Optional<DocumentBinding> activeDocument() {
        return activeEditor().flatMap(this::document);
    }

    /** The paper of the editor that was active last; of any open one when that has none. */
    public Optional<Paper> activePaper() {
        return activeDocument().flatMap(document -> document.file().paper());
    }

    /** The document behind an editor, when it shows a paper. */
    public Optional<DocumentBinding> document(ITextEditor editor) {
        return Optional.ofNullable(editors.get(editor)).map(EditorBinding::document);
    }

    /** What belongs to a document, when an editor shows it. */
    public Optional<DocumentBinding> document(IDocument document) {
        return Optional.ofNullable(documents.get(document));
    }

    /** The document of a file, when it is open. */
    public Optional<DocumentBinding> document(Path file) {
        return documents.values().stream().filter(document -> document.file().path().equals(file)).findFirst();
    }

    /** The editors on a document. */
    public List<ITextEditor> editors(DocumentBinding document) {
        return editors.entrySet().stream()
                .filter(entry -> entry.getValue().document() == document)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@code listener} hears in the thread of the user interface when another paper is active or something about a paper changed. */
    public void addListener(Runnable listener) {
        listeners.addIfAbsent(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** {@code listener} hears in the thread of the user interface when a caret moved in an editor of a paper, or what shows of the text. */
    public void addCaretListener(Runnable listener) {
        caretListeners.addIfAbsent(listener);
    }

    public void removeCaretListener(Runnable listener) {
        caretListeners.remove(listener);
    }

    private void updateSoon() {
        Display target = display;
        if (target != null && !target.isDisposed() && updating.compareAndSet(false, true)) {
            target.asyncExec(this::update);
        }
    }

    private void update() {
        updating.set(false);
        int most = settings.current().maxMarks();
        for (DocumentBinding document : documents.values()) {
            document.file().paper().ifPresent(paper -> document.show(paper.state(), most));
        }
        listeners.forEach(Runnable::run);
    }

    private void activated(@Nullable IEditorPart part) {
        ITextEditor editor = part == null ? null : Adapters.adapt(part, ITextEditor.class);
        if (editor != null) {
            bind(editor);
            if (editors.containsKey(editor)) {
                active = Optional.of(editor);
            }
        }
        updateSoon();
    }

    private void bind(ITextEditor editor) {
        if (editors.containsKey(editor) || editor.getDocumentProvider() == null || editor.getEditorInput() == null) {
            return;
        }
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        Optional<Path> file = papers.file(editor.getEditorInput()).filter(checks::reads);
        if (document == null || model == null || file.isEmpty()) {
            return;
        }
        DocumentBinding binding = documents.computeIfAbsent(
                document, fresh -> new DocumentBinding(fresh, checks.open(file.get(), fresh.get())));
        editors.put(editor, new EditorBinding(editor, binding, model, () -> caretListeners.forEach(Runnable::run)));
    }

    private void unbind(ITextEditor editor) {
        EditorBinding binding = editors.remove(editor);
        if (binding == null) {
            return;
        }
        if (binding.dispose()) {
            documents.remove(binding.document().document());
            binding.document().dispose();
        }
        if (active.filter(editor::equals).isPresent()) {
            active = editors.keySet().stream().findFirst();
        }
        updateSoon();
    }

    /** Hears of windows and of the editors in them. */
    private final class PartWatch implements IWindowListener, IPartListener2 {

        @Override
        public void windowOpened(IWorkbenchWindow window) {
            window.getPartService().addPartListener(this);
            for (IWorkbenchPage page : window.getPages()) {
                for (IEditorReference reference : page.getEditorReferences()) {
                    partOpened(reference);
                }
            }
        }

        @Override
        public void windowActivated(IWorkbenchWindow window) {
            IWorkbenchPage page = window.getActivePage();
            activated(page == null ? null : page.getActiveEditor());
        }

        @Override
        public void windowDeactivated(IWorkbenchWindow window) {
            // the paper stays the active one
        }

        @Override
        public void windowClosed(IWorkbenchWindow window) {
            window.getPartService().removePartListener(this);
        }

        @Override
        public void partOpened(IWorkbenchPartReference reference) {
            ITextEditor editor = Adapters.adapt(reference.getPart(false), ITextEditor.class);
            if (editor != null) {
                bind(editor);
            }
        }

        @Override
        public void partInputChanged(IWorkbenchPartReference reference) {
            partClosed(reference);
            partOpened(reference);
            partActivated(reference);
        }

        @Override
        public void partClosed(IWorkbenchPartReference reference) {
            ITextEditor editor = Adapters.adapt(reference.getPart(false), ITextEditor.class);
            if (editor != null) {
                unbind(editor);
            }
        }

        @Override
        public void partActivated(IWorkbenchPartReference reference) {
            if (reference.getPart(false) instanceof IEditorPart part) {
                activated(part);
            }
        }

        @Override
        public void partBroughtToTop(IWorkbenchPartReference reference) {
            partActivated(reference);
        }
    }
}
