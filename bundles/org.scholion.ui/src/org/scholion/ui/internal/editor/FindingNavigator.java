package org.scholion.ui.internal.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PlacedFinding;
import org.scholion.manuscript.SourceText;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;
import org.scholion.ui.internal.PaperUi;

/** Goes from finding to finding through all files of a paper. In the thread of the user interface. */
public final class FindingNavigator {

    /** A finding where it stands now; {@code file} is its number in the paper. */
    private record Stop(PlacedFinding placed, int file, TextRange range) {}

    private static final Comparator<Stop> BY_PLACE = Comparator.comparingInt(Stop::file).thenComparing(Stop::range);

    private final PaperUi ui;

    public FindingNavigator(PaperUi ui) {
        this.ui = ui;
    }

    /**
     * Goes to the next finding behind the caret, or to the last one before it; at the end begins anew.
     *
     * @return where it went; empty when there is none
     */
    public Optional<PlacedFinding> go(boolean forward, IWorkbenchPage page) throws PartInitException {
        Optional<ITextEditor> editor = ui.tracker().activeEditor();
        Optional<Paper> paper = ui.tracker().activePaper();
        if (editor.isEmpty() || paper.isEmpty()) {
            return Optional.empty();
        }
        List<Path> files = paper.get().manuscript().stream()
                .flatMap(manuscript -> manuscript.sources().stream())
                .map(SourceText::unit)
                .map(unit -> unit.path())
                .toList();
        List<Stop> stops = stops(paper.get(), files);
        if (stops.isEmpty()) {
            return Optional.empty();
        }
        Path file = ui.papers().file(editor.get().getEditorInput()).orElse(paper.get().root());
        Stop chosen = choose(stops, files.indexOf(file), selection(editor.get()), forward);
        ui.papers().reveal(page, chosen.placed().path(), chosen.range(), true);
        return Optional.of(chosen.placed());
    }

    /** Opens an editor on a finding, or a place in a file, and selects it where it stands now. */
    public IEditorPart reveal(IWorkbenchPage page, Path file, TextRange range, Revision computedOn, boolean activate)
            throws PartInitException {
        Optional<TextRange> now = ui.checks().openFile(file).flatMap(open -> open.toCurrent(range, computedOn));
        return ui.papers().reveal(page, file, now.orElse(range), activate);
    }

    private List<Stop> stops(Paper paper, List<Path> files) {
        List<Stop> stops = new ArrayList<>();
        for (PlacedFinding placed : paper.state().findings()) {
            Optional<OpenFile> open = paper.openFile(placed.path());
            TextRange found = placed.finding().range().range();
            Optional<TextRange> now =
                    open.isPresent() ? open.get().toCurrent(found, placed.revision()) : Optional.of(found);
            now.ifPresent(range -> stops.add(new Stop(placed, files.indexOf(placed.path()), range)));
        }
        stops.sort(BY_PLACE);
        return stops;
    }

    private static Stop choose(List<Stop> stops, int file, TextRange caret, boolean forward) {
        if (forward) {
            return stops.stream()
                    .filter(stop -> stop.file() > file
                            || stop.file() == file && (stop.range().start() > caret.start()
                                    || stop.range().start() == caret.start() && caret.isEmpty()))
                    .findFirst()
                    .orElse(stops.getFirst());
        }
        return stops.reversed().stream()
                .filter(stop -> stop.file() < file || stop.file() == file && stop.range().start() < caret.start())
                .findFirst()
                .orElse(stops.getLast());
    }

    private static TextRange selection(ITextEditor editor) {
        ITextSelection selection = Adapters.adapt(editor.getSelectionProvider().getSelection(), ITextSelection.class);
        return selection == null ? TextRange.at(0) : TextRange.ofLength(selection.getOffset(), selection.getLength());
    }
}
