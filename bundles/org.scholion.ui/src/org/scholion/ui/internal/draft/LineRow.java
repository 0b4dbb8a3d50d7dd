package org.scholion.ui.internal.draft;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.custom.VerifyKeyListener;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.CheckBox;
import org.scholion.ui.internal.Icon;

/** A sentence: whether it is used, what it does, its text, and below it where it comes from. */
final class LineRow {

    /** The least that a text shrinks to; it takes all room that there is. */
    private static final int WIDTH = 120;

    /** The room above a sentence. */
    private static final int ABOVE = 3;

    private final LinesPane pane;
    private final DraftLine line;
    private final Button use;
    private final StyledText text;
    private int height;

    /** @param number for screen readers, from 1 */
    LineRow(LinesPane pane, DraftLine line, int number) {
        this.pane = pane;
        this.line = line;
        Composite parent = pane.content();
        use = CheckBox.in(parent);
        use.setSelection(line.isUsed());
        use.setToolTipText(pane.isEditable() ? Messages.line_use : Messages.line_useOwn);
        Accessibles.name(use, NLS.bind(Messages.line_useName, number, line.written()));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, ABOVE).applyTo(use);
        Label role = new Label(parent, SWT.NONE);
        role.setText(pane.isEditable() ? line.role() : "");
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, ABOVE + 1).applyTo(role);
        text = new StyledText(parent, SWT.MULTI | SWT.WRAP | (pane.isEditable() ? SWT.NONE : SWT.READ_ONLY));
        text.setText(line.written());
        text.setMargins(2, 1, 2, 1);
        Accessibles.name(text, NLS.bind(Messages.line_textName, new Object[] {number, line.role(), line.origin()}));
        GridDataFactory.fillDefaults().indent(0, ABOVE).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        if (pane.isEditable()) {
            addOrigin(parent);
        }
        new CompareHover(text, line).activate();
        listen();
    }

    private void addOrigin(Composite parent) {
        Label mark = new Label(parent, SWT.NONE);
        if (line.source() == DraftLine.Source.UNSUPPORTED) {
            mark.setImage(pane.images().create(Icon.STATUS_PROBLEM.descriptor()));
            mark.setToolTipText(Messages.line_unsupported);
        }
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.END, SWT.CENTER).applyTo(mark);
        OriginLabel origin = new OriginLabel(parent);
        origin.setText(line.origin().replace("&", "&&"));
        GridDataFactory.fillDefaults().indent(2, 0).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(origin);
        origin.addListener(SWT.MouseUp, event -> {
            if (event.button == 1) {
                pane.listener().open(line);
            }
        });
        new CompareHover(origin, line).activate();
    }

    private void listen() {
        use.addListener(SWT.Selection, event -> {
            line.use(use.getSelection());
            pane.listener().changed(line);
        });
        use.addListener(SWT.FocusIn, event -> pane.entered(this));
        text.addListener(SWT.FocusIn, event -> pane.entered(this));
        text.setDoubleClickEnabled(false);
        text.addListener(SWT.MouseDoubleClick, event -> pane.listener().open(line));
        text.addVerifyKeyListener((VerifyKeyListener) this::pressed);
        text.addVerifyListener(event -> event.text = event.text.replaceAll("\\R", " "));
        text.addListener(SWT.Traverse, event -> event.doit = event.doit
                || event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        text.addListener(SWT.Modify, event -> {
            line.write(text.getText());
            pane.listener().changed(line);
            if (text.computeSize(text.getSize().x, SWT.DEFAULT).y != height) {
                pane.fit();
            }
        });
        text.addListener(SWT.Resize, event -> height = text.getSize().y);
    }

    private void pressed(VerifyEvent event) {
        boolean up = event.keyCode == SWT.ARROW_UP;
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            event.doit = false;
            pane.listener().open(line);
        } else if (up || event.keyCode == SWT.ARROW_DOWN) {
            if (event.stateMask == SWT.MOD3) {
                event.doit = false;
                pane.listener().move(line, up ? -1 : 1);
            } else if (event.stateMask == 0 && isAtEdge(up)) {
                event.doit = false;
                pane.step(this, up ? -1 : 1);
            }
        }
    }

    /** Whether the caret is in the first line as it shows, or in the last one. */
    private boolean isAtEdge(boolean first) {
        int caret = text.getLocationAtOffset(text.getCaretOffset()).y;
        return caret == text.getLocationAtOffset(first ? 0 : text.getCharCount()).y;
    }

    DraftLine line() {
        return line;
    }

    void refresh() {
        use.setSelection(line.isUsed());
    }

    void focus() {
        text.setFocus();
    }

    boolean hasFocus() {
        return text.isFocusControl() || use.isFocusControl();
    }

    /** What it covers in the pane. */
    Rectangle area() {
        Rectangle area = use.getBounds().union(text.getBounds());
        int below = pane.isEditable() ? text.getLineHeight() + 2 : 0;
        return new Rectangle(area.x, area.y, area.width, area.height + below);
    }
}
