package org.scholion.ui.internal.draft;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.scholion.manuscript.Manuscript;

/** The abstract that stands in the paper, sentence by sentence; what is ticked is used as well. */
final class OwnPane implements LinesPane.LineListener {

    private final LinesPane lines;
    private final Consumer<DraftLine> onTick;
    private final Consumer<DraftLine> onOpen;
    private Optional<PaperParts> shown = Optional.empty();

    OwnPane(Composite parent, ResourceManager images, Consumer<DraftLine> onTick, Consumer<DraftLine> onOpen) {
        this.onTick = onTick;
        this.onOpen = onOpen;
        Composite pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(pane);
        Label title = new Label(pane, SWT.NONE);
        title.setText(Messages.own_title);
        GridDataFactory.fillDefaults().indent(DraftPane.INDENT, 2).grab(true, false).applyTo(title);
        lines = new LinesPane(pane, images, false, this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(lines.control());
    }

    /** The paper whose abstract shows. */
    Optional<Manuscript> paper() {
        return shown.map(PaperParts::paper);
    }

    /** Shows the abstract of a paper; where its words are the same, what is ticked stays. */
    void show(PaperParts parts) {
        if (!words(Optional.of(parts)).equals(words(shown))) {
            shown = Optional.of(parts);
            lines.show(parts.own().sentences().stream().map(DraftLine::of).toList());
        }
    }

    void clear() {
        if (shown.isPresent()) {
            shown = Optional.empty();
            lines.show(List.of());
        }
    }

    private static List<String> words(Optional<PaperParts> parts) {
        return parts.map(PaperParts::own).map(OwnAbstract::sentences).orElse(List.of()).stream().map(OwnAbstract.Sentence::markup).toList();
    }

    /** What is ticked may have been changed elsewhere. */
    void refresh() {
        lines.refresh();
    }

    @Override
    public void changed(DraftLine line) {
        onTick.accept(line);
    }

    @Override
    public void open(DraftLine line) {
        onOpen.accept(line);
    }

    @Override
    public void move(DraftLine line, int by) {
        // the order is that of the paper
    }

    @Override
    public void selected() {
        // nothing is done with a sentence that is only read
    }
}
