package org.scholion.ui.word.internal.look;

import java.util.BitSet;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.PaintObjectEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.RenderedLine.Cell;
import org.scholion.manuscript.rendition.RenderedLine.Story;
import org.scholion.ui.word.internal.document.WordDocument;
import org.scholion.ui.word.internal.document.WordDocumentProvider.PictureSource;

/** Lays a document out as a page: margins, indents, room between paragraphs, tables, pictures. In the thread of the user interface. */
public final class WordPage {

    /** The width of a page of text, in letters of average width. */
    private static final int LETTERS = 92;

    /** Of white beside the text, in pixels. */
    private static final int LEAST_MARGIN = 36;
    private static final int EDGE = 20;
    private static final int LINE_GAP = 3;
    private static final int PARAGRAPH_GAP = 7;
    private static final int HEADING_GAP = 18;
    private static final int STORY_GAP = 14;
    private static final int INDENT = 26;
    /** How many lines below what shows are laid out with it. */
    private static final int AHEAD = 10;

    private final StyledText text;
    private final PictureCache pictures;
    private final WordFonts fonts;
    private final Things things;
    private final TableColumns columns;
    private final IPropertyChangeListener themes = event -> themeChanged(event.getProperty());
    private final ISourceViewer viewer;
    private final BitSet laidOut = new BitSet();
    /** Whether lines will be laid out soon. */
    private boolean laying;

    /** Draws the document that a viewer shows from now on. */
    public WordPage(ISourceViewer viewer) {
        this.viewer = viewer;
        text = viewer.getTextWidget();
        fonts = new WordFonts(text);
        pictures = new PictureCache(text);
        things = new Things(text, pictures);
        columns = new TableColumns(text, fonts, things);
        text.setLineSpacing(LINE_GAP);
        text.addListener(SWT.Resize, this::resized);
        text.addPaintObjectListener(this::paintThing);
        text.addPaintListener(this::layOutLater);
        text.addPaintListener(this::paintDesk);
        text.addPaintListener(this::paintTables);
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themes);
        text.addDisposeListener(event -> PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themes));
        margins();
    }

    /** Looks of letters for the viewer of this page. */
    public PresentationReconciler presentation() {
        WordPresentation letters = new WordPresentation(new SpanStyles(fonts, things));
        PresentationReconciler reconciler = new PresentationReconciler();
        reconciler.setDamager(letters, IDocument.DEFAULT_CONTENT_TYPE);
        reconciler.setRepairer(letters, IDocument.DEFAULT_CONTENT_TYPE);
        return reconciler;
    }

    /** Begins with the document that the viewer shows now. */
    public void begin(PictureSource source) {
        pictures.renew(source);
        laidOut.clear();
        columns.clear();
        layOutVisible();
    }

    /** Lines are laid out when they are seen first: the widget measures all lines before one that is laid out. */
    private void layOutVisible() {
        laying = false;
        if (text.isDisposed() || !(viewer.getDocument() instanceof WordDocument document)) {
            return;
        }
        int first = text.getTopIndex();
        int last = Math.min(Math.min(document.lineCount(), text.getLineCount()) - 1, text.getLineIndex(text.getClientArea().height) + AHEAD);
        text.setRedraw(false);
        try {
            for (int line = laidOut.nextClearBit(first); line <= last; line = laidOut.nextClearBit(line + 1)) {
                layOut(line, document.line(line), line == 0 ? null : document.line(line - 1));
                if (TableColumns.isRow(document.line(line))) {
                    text.setLineTabStops(line, 1, columns.stops(document, line));
                }
                laidOut.set(line);
            }
        } finally {
            text.setRedraw(true);
        }
    }

    /** A line that is drawn and not laid out yet will be, as soon as this drawing is over. */
    private void layOutLater(PaintEvent event) {
        int first = laidOut.nextClearBit(text.getTopIndex());
        if (!laying && viewer.getDocument() instanceof WordDocument document
                && first <= Math.min(document.lineCount() - 1, text.getLineIndex(event.y + event.height))) {
            laying = true;
            text.getDisplay().asyncExec(this::layOutVisible);
        }
    }

    private void layOut(int index, RenderedLine line, @Nullable RenderedLine before) {
        switch (line.alignment()) {
            case CENTRE -> text.setLineAlignment(index, 1, SWT.CENTER);
            case END -> text.setLineAlignment(index, 1, SWT.RIGHT);
            case START -> {
                // as every line is
            }
        }
        int indent = indent(line);
        if (indent > 0) {
            text.setLineIndent(index, 1, indent);
            text.setLineWrapIndent(index, 1, indent);
        }
        int gap = gap(line, before);
        if (gap > 0) {
            text.setLineVerticalIndent(index, gap);
        }
    }

    private static int indent(RenderedLine line) {
        if (line.cell().isPresent()) {
            return INDENT / 2 + INDENT * Math.min(1, line.cell().get().column());
        }
        return switch (line.kind()) {
            case LIST_ITEM -> INDENT * Math.max(1, line.level());
            case QUOTATION, FOOTNOTE -> INDENT;
            default -> line.story() == Story.BODY ? 0 : INDENT;
        };
    }

    private static int gap(RenderedLine line, @Nullable RenderedLine before) {
        if (before == null) {
            return EDGE;
        }
        if (line.kind() == BlockKind.HEADING || line.kind() == BlockKind.TITLE) {
            return HEADING_GAP;
        }
        if (line.story() != before.story()) {
            return STORY_GAP;
        }
        boolean sameTable = line.cell().map(Cell::table).equals(before.cell().map(Cell::table)) && line.cell().isPresent();
        boolean list = line.kind() == BlockKind.LIST_ITEM && before.kind() == BlockKind.LIST_ITEM;
        return sameTable || list ? 0 : PARAGRAPH_GAP;
    }

    private void resized(Event event) {
        margins();
    }

    private void margins() {
        GC gc = new GC(text);
        int page;
        try {
            gc.setFont(text.getFont());
            page = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth() * LETTERS);
        } finally {
            gc.dispose();
        }
        int width = text.getClientArea().width;
        int side = Math.max(LEAST_MARGIN, (width - page) / 2);
        if (side != text.getLeftMargin()) {
            // rulers of JFace take a room above the first line for a line before it: the first line itself begins lower
            text.setMargins(side, 0, side, 0);
        }
        if (things.setRoom(Math.max(LEAST_MARGIN, width - 2 * side)) && viewer.getDocument() != null) {
            viewer.invalidateTextPresentation();
        }
    }

    private void themeChanged(String property) {
        if (property.startsWith(WordColours.PREFIX) || property.endsWith("CHANGE_CURRENT_THEME")) {
            viewer.invalidateTextPresentation();
        }
    }

    private void paintThing(PaintObjectEvent event) {
        if (viewer.getDocument() instanceof WordDocument document) {
            try {
                document.thingAt(event.style.start)
                        .ifPresent(thing -> things.draw(event.gc, thing, event.style.font, event.x, event.y + event.ascent));
            } catch (BadLocationException e) {
                // drawn for a text that became shorter meanwhile: drawn again at once
                return;
            }
        }
    }

    /** What is beside the page. */
    private void paintDesk(PaintEvent event) {
        int edge = Math.max(0, text.getLeftMargin() - LEAST_MARGIN);
        int width = text.getClientArea().width;
        if (edge > 0) {
            event.gc.setBackground(WordColours.DESK.get());
            event.gc.fillRectangle(0, event.y, edge, event.height);
            event.gc.fillRectangle(width - edge, event.y, edge, event.height);
        }
    }

    private void paintTables(PaintEvent event) {
        if (!(viewer.getDocument() instanceof WordDocument document)) {
            return;
        }
        int first = Math.max(0, text.getLineIndex(event.y) - 1);
        int last = Math.min(document.lineCount() - 1, text.getLineIndex(event.y + event.height) + 1);
        event.gc.setForeground(WordColours.FRAME.get());
        for (int i = first; i <= last; i++) {
            if (cell(document, i).isPresent()) {
                paintCell(event.gc, document, i);
            }
        }
    }

    private void paintCell(GC gc, WordDocument document, int line) {
        int left = text.getLeftMargin() - 1;
        int right = text.getClientArea().width - text.getRightMargin();
        int top = text.getLinePixel(line);
        int bottom = text.getLinePixel(line + 1);
        gc.drawLine(left, top, left, bottom);
        gc.drawLine(right, top, right, bottom);
        if (!row(document, line - 1).equals(row(document, line))) {
            gc.drawLine(left, top, right, top);
        }
        if (TableColumns.isRow(document.line(line))) {
            for (int stop : columns.stops(document, line)) {
                int x = text.getLeftMargin() + INDENT / 2 + stop - TableColumns.BETWEEN / 2;
                gc.drawLine(x, top, x, bottom);
            }
        }
        if (!cell(document, line + 1).map(Cell::table).equals(cell(document, line).map(Cell::table))) {
            gc.drawLine(left, bottom, right, bottom);
        }
    }

    private static Optional<Cell> cell(WordDocument document, int line) {
        return line < 0 || line >= document.lineCount() ? Optional.empty() : document.line(line).cell();
    }

    /** The row that a line stands in, as its first cell. */
    private static Optional<Cell> row(WordDocument document, int line) {
        return cell(document, line).map(cell -> new Cell(cell.table(), cell.row(), 0));
    }
}
