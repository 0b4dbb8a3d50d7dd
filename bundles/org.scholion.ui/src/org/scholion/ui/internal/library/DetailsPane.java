package org.scholion.ui.internal.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.library.RichText.Look;
import org.scholion.ui.internal.library.RichText.Span;

/** Shows what is known of the selected work, and in which style. */
final class DetailsPane {

    private static final int MARGIN = 6;
    private static final int RISE = 4;

    private final Composite pane;
    private final Link style;
    private final StyledText text;
    private RichText shown = new RichText("", List.of());

    /**
     * @param chooseStyle when the author wants another style
     * @param open hears of links that were clicked
     */
    DetailsPane(Composite parent, Runnable chooseStyle, Consumer<String> open) {
        pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(pane);
        style = new Link(pane, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(MARGIN, 2).applyTo(style);
        style.addListener(SWT.Selection, event -> chooseStyle.run());
        text = new StyledText(pane, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setMargins(MARGIN, MARGIN / 2, MARGIN, MARGIN);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        Accessibles.name(text, Messages.details_name);
        text.addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && text.getSelectionCount() == 0) {
                int place = text.getOffsetAtPoint(new Point(event.x, event.y));
                shown.spans().stream()
                        .filter(span -> span.look() == Look.LINK && span.range().start() <= place && place < span.range().end())
                        .findFirst()
                        .ifPresent(span -> open.accept(span.target()));
            }
        });
    }

    Composite control() {
        return pane;
    }

    /** The text as the author sees it. */
    String text() {
        return text.getText();
    }

    void showStyle(StyleChoice choice) {
        String whose = choice.chosen().isPresent()
                ? Messages.details_styleChosen
                : choice.paper().isPresent() ? Messages.details_stylePaper : Messages.details_styleDefault;
        style.setText(NLS.bind(whose, choice.title().replace("&", "&&")));
    }

    void show(RichText newer) {
        shown = newer;
        text.setText(newer.text());
        for (StyleRange range : ranges(newer)) {
            text.setStyleRange(range);
        }
        text.setTopIndex(0);
    }

    /** Spans may lie in each other, ranges of the widget may not: one for each piece between two borders. */
    private List<StyleRange> ranges(RichText rich) {
        Set<Integer> borders = new TreeSet<>();
        for (Span span : rich.spans()) {
            borders.add(span.range().start());
            borders.add(span.range().end());
        }
        List<StyleRange> ranges = new ArrayList<>();
        int start = -1;
        for (int border : borders) {
            if (start >= 0) {
                StyleRange range = new StyleRange(start, border - start, null, null);
                int from = start;
                boolean any = false;
                for (Span span : rich.spans()) {
                    if (span.range().start() <= from && border <= span.range().end()) {
                        look(range, span.look());
                        any = true;
                    }
                }
                if (any) {
                    ranges.add(range);
                }
            }
            start = border;
        }
        return ranges;
    }

    private void look(StyleRange range, Look look) {
        switch (look) {
            case BOLD -> range.fontStyle |= SWT.BOLD;
            case ITALIC -> range.fontStyle |= SWT.ITALIC;
            case SUPERSCRIPT -> range.rise = RISE;
            case SUBSCRIPT -> range.rise = -RISE;
            case LINK -> {
                range.underline = true;
                range.underlineStyle = SWT.UNDERLINE_LINK;
                range.foreground = JFaceColors.getHyperlinkText(text.getDisplay());
            }
        }
    }
}
