package org.scholion.ui.latex.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.PaperListener;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.text.TextRange;
import org.scholion.ui.EditorPapers;

/** The papers that are open in editors; empty answers where a service is missing. Only {@link #reveal} needs the user interface. */
public final class Papers {

    private static final ServiceCaller<PaperChecks> CHECKS = new ServiceCaller<>(Papers.class, PaperChecks.class);
    private static final ServiceCaller<EditorPapers> EDITORS = new ServiceCaller<>(Papers.class, EditorPapers.class);

    private Papers() {}

    /** The file behind a document. */
    public static Optional<Path> file(IDocument document) {
        return EDITORS.current().flatMap(papers -> papers.file(document));
    }

    /** The file that an editor shows, when it can belong to a paper. */
    public static Optional<Path> paperFile(IEditorInput input) {
        return EDITORS.current()
                .flatMap(papers -> papers.file(input))
                .filter(file -> CHECKS.current().map(checks -> checks.reads(file)).orElse(false));
    }

    /** Whether a file is a bibliography by its name. */
    public static boolean isBibliography(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".bib");
    }

    /** The open papers that name a bibliography file, as they were read last. */
    public static List<Manuscript> citing(Path bibliography) {
        return CHECKS.current().map(PaperChecks::papers).orElse(List.of()).stream()
                .flatMap(paper -> paper.manuscript().stream())
                .filter(paper -> paper.structure().bibliographyFiles().stream()
                        .anyMatch(named -> named.file().filter(unit -> unit.path().equals(bibliography)).isPresent()))
                .toList();
    }

    /** The paper behind a document, as it was read last. */
    public static Optional<Manuscript> manuscript(IDocument document) {
        return EDITORS.current().flatMap(papers -> papers.paper(document)).flatMap(Paper::manuscript);
    }

    /** The paper behind an editor. */
    public static Optional<Paper> paper(IEditorPart editor) {
        return EDITORS.current().flatMap(papers -> papers.paper(editor));
    }

    public static void addListener(PaperListener listener) {
        CHECKS.call(checks -> checks.addListener(listener));
    }

    public static void removeListener(PaperListener listener) {
        CHECKS.call(checks -> checks.removeListener(listener));
    }

    /**
     * Where a range of a paper stands in the text that is in its editor now.
     *
     * @param manuscript the one that {@code range} speaks of
     * @return empty when the file is not open, or the text there was changed
     */
    public static Optional<TextRange> inEditor(Manuscript manuscript, SourceRange range) {
        Optional<SourceText> source = manuscript.source(range.unit());
        return source.flatMap(text -> CHECKS.current()
                .flatMap(checks -> checks.openFile(range.unit().path()))
                .flatMap(file -> file.toCurrent(range.range(), text.revision())));
    }

    /**
     * Where a range of a paper stands in the text that is in its editor now.
     *
     * @param manuscript the one that {@code range} speaks of
     * @return the range as it was when the file is not open or the text there was changed
     */
    public static TextRange current(Manuscript manuscript, SourceRange range) {
        return inEditor(manuscript, range).orElse(range.range());
    }

    /** Says something in the status line of the active editor. */
    public static void say(String message) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IEditorPart editor = window == null || window.getActivePage() == null ? null : window.getActivePage().getActiveEditor();
        if (editor != null) {
            editor.getEditorSite().getActionBars().getStatusLineManager().setMessage(message);
        }
    }

    /** Opens a file in an editor that stays behind the active one, or takes the one that is open. */
    public static Optional<ITextEditor> openBehind(IWorkbenchPage page, Path file) {
        try {
            Optional<EditorPapers> papers = EDITORS.current();
            if (papers.isEmpty()) {
                return Optional.empty();
            }
            IEditorPart part = papers.get().reveal(page, file, TextRange.at(0), false);
            return Optional.ofNullable(Adapters.adapt(part, ITextEditor.class));
        } catch (PartInitException e) {
            // what cannot be shown cannot be changed either, and the caller says so
            return Optional.empty();
        }
    }

    /** Shows a place of a file in an editor of the active page. */
    public static void reveal(Path file, TextRange range) throws PartInitException {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        Optional<EditorPapers> papers = EDITORS.current();
        if (papers.isPresent() && page != null) {
            papers.get().reveal(page, file, range, true);
        }
    }
}
