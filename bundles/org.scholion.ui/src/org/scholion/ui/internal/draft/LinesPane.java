package org.scholion.ui.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Sentences one below the other, each with a box to tick; scrolls where there is no room. */
final class LinesPane {

    private static final int COLUMNS = 3;
    private static final int MARGIN = 8;
    private static final int MARK = 3;

    private final ScrolledComposite scrolled;
    private final Composite content;
    private final ResourceManager images;
    private final LineListener listener;
    private final boolean editable;
    private final List<LineRow> rows = new ArrayList<>();
    private Optional<LineRow> current = Optional.empty();

    /** Hears what the author does with a sentence. */
    interface LineListener {
        /** It was ticked, unticked, or its text was changed. */
        void changed(DraftLine line);

        /** It was chosen, to look where it comes from. */
        void open(DraftLine line);

        /** It shall go up (-1) or down (1). */
        void move(DraftLine line, int by);

        /** The keyboard is in another sentence. */
        void selected();
    }

    /** @param editable whether the texts may be changed, and moved */
    LinesPane(Composite parent, ResourceManager images, boolean editable, LineListener listener) {
        this.images = images;
        this.editable = editable;
        this.listener = listener;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        content = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(MARGIN, MARGIN / 2).spacing(6, 2).applyTo(content);
        content.addListener(SWT.Paint, this::markCurrent);
        scrolled.setContent(content);
        scrolled.addListener(SWT.Resize, event -> fit());
    }

    Control control() {
        return scrolled;
    }

    Composite content() {
        return content;
    }

    ResourceManager images() {
        return images;
    }

    LineListener listener() {
        return listener;
    }

    boolean isEditable() {
        return editable;
    }

    /** Shows sentences; the keyboard stays in the one that it is in. */
    void show(List<DraftLine> lines) {
        boolean focused = current.filter(LineRow::hasFocus).isPresent();
        Optional<DraftLine> selected = selected();
        scrolled.setRedraw(false);
        for (Control child : content.getChildren()) {
            child.dispose();
        }
        rows.clear();
        for (DraftLine line : lines) {
            rows.add(new LineRow(this, line, rows.size() + 1));
        }
        current = rows.stream().filter(row -> selected.filter(row.line()::equals).isPresent()).findFirst();
        content.layout(true, true);
        fit();
        scrolled.setRedraw(true);
        current.ifPresent(row -> {
            if (focused) {
                row.focus();
            }
            reveal(row);
        });
    }

    /** The sentence that the keyboard was in last. */
    Optional<DraftLine> selected() {
        return current.map(LineRow::line);
    }

    /** Boxes show again whether their sentences are used. */
    void refresh() {
        rows.forEach(LineRow::refresh);
    }

    /** The keyboard goes to the sentence that it was in, else to the first one. */
    void focus() {
        current.or(() -> rows.stream().findFirst()).ifPresent(LineRow::focus);
    }

    void entered(LineRow row) {
        if (current.filter(row::equals).isEmpty()) {
            current = Optional.of(row);
            content.redraw();
            listener.selected();
        }
        reveal(row);
    }

    /** The keyboard goes to the sentence above (-1) or below (1). */
    void step(LineRow row, int by) {
        int place = rows.indexOf(row) + by;
        if (place >= 0 && place < rows.size()) {
            rows.get(place).focus();
        }
    }

    /** The height of a text may be another one. */
    void fit() {
        int width = scrolled.getClientArea().width;
        Point size = content.computeSize(width > 0 ? width : SWT.DEFAULT, SWT.DEFAULT);
        if (scrolled.getMinHeight() != size.y) {
            scrolled.setMinHeight(size.y);
        }
        content.layout(true);
    }

    private void reveal(LineRow row) {
        Rectangle area = row.area();
        int top = scrolled.getOrigin().y;
        int height = scrolled.getClientArea().height;
        if (area.y < top) {
            scrolled.setOrigin(0, area.y - MARGIN / 2);
        } else if (area.y + area.height > top + height) {
            scrolled.setOrigin(0, area.y + area.height - height + MARGIN / 2);
        }
    }

    private void markCurrent(Event event) {
        current.filter(row -> editable).ifPresent(row -> {
            Rectangle area = row.area();
            event.gc.setBackground(content.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            event.gc.fillRectangle(1, area.y, MARK, area.height);
        });
    }
}
