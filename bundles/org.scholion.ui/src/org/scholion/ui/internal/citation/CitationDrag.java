package org.scholion.ui.internal.citation;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.scholion.manuscript.Manuscript;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.CitationAnswer;
import org.scholion.ui.citation.CitationWriter;

/** Lets rows be dragged into a text, where they become a citation. */
final class CitationDrag extends DragSourceAdapter {

    private final CitationsView view;
    private final CitationsTree tree;

    private CitationDrag(CitationsView view, CitationsTree tree) {
        this.view = view;
        this.tree = tree;
    }

    static void install(CitationsView view, CitationsTree tree) {
        DragSource source = new DragSource(tree.control(), DND.DROP_COPY);
        source.setTransfer(TextTransfer.getInstance());
        source.addDragListener(new CitationDrag(view, tree));
    }

    @Override
    public void dragStart(DragSourceEvent event) {
        event.doit = !tree.selection().isEmpty() && view.writer().isPresent() && manuscript().isPresent();
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
        event.data = text().orElse("");
    }

    /** What is dropped; empty where no citation can be written. */
    private Optional<String> text() {
        Optional<CitationWriter> writer = view.writer();
        List<CitableWork> works = tree.selection();
        return writer.isEmpty() ? Optional.empty() : manuscript().map(paper -> writer.get().text(paper, works));
    }

    @Override
    public void dragFinished(DragSourceEvent event) {
        Optional<CitationWriter> writer = view.writer();
        List<CitableWork> works = tree.selection();
        if (event.doit && event.detail != DND.DROP_NONE && writer.isPresent()) {
            manuscript().map(paper -> writer.get().dropped(paper, works)).ifPresent(view::status);
        }
    }

    private Optional<Manuscript> manuscript() {
        return view.answer().flatMap(CitationAnswer::manuscript);
    }
}
