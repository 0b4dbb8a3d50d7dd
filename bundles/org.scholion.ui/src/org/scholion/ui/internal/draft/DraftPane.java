package org.scholion.ui.internal.draft;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IViewSite;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.MenuActions;

/** The sentences that were written, to be taken, changed, moved or left. */
final class DraftPane implements LinesPane.LineListener {

    /** How far titles stand from the border. */
    static final int INDENT = 8;

    private static final int WIDTH = 120;

    private final Composite pane;
    private final Label title;
    private final Label hint;
    private final LinesPane rows;
    private final DraftLines lines;
    private final Consumer<DraftLine> onChange;
    private final Consumer<DraftLine> onOpen;
    private final Action up;
    private final Action down;
    private final Action open;

    DraftPane(Composite parent, ResourceManager images, Consumer<DraftLine> onChange, Consumer<DraftLine> onOpen, DraftLines lines) {
        this.onChange = onChange;
        this.onOpen = onOpen;
        this.lines = lines;
        pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(pane);
        title = new Label(pane, SWT.NONE);
        title.setText(Messages.draft_title);
        GridDataFactory.fillDefaults().indent(INDENT, 2).grab(true, false).exclude(true).applyTo(title);
        hint = new Label(pane, SWT.WRAP);
        GridDataFactory.fillDefaults().indent(INDENT, INDENT / 2).grab(true, false).hint(WIDTH, SWT.DEFAULT).exclude(true).applyTo(hint);
        rows = new LinesPane(pane, images, true, this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows.control());
        up = MenuActions.of(Messages.action_up, Icon.MOVE_UP.descriptor(), () -> moveSelected(-1));
        down = MenuActions.of(Messages.action_down, Icon.MOVE_DOWN.descriptor(), () -> moveSelected(1));
        open = MenuActions.of(Messages.action_open, Icon.GO_TO.descriptor(), () -> rows.selected().ifPresent(onOpen));
        selected();
    }

    void install(IViewSite site) {
        IToolBarManager bar = site.getActionBars().getToolBarManager();
        bar.add(open);
        bar.add(up);
        bar.add(down);
        site.getActionBars().updateActionBars();
    }

    Control control() {
        return pane;
    }

    void focus() {
        rows.focus();
    }

    /** Shows the sentences as they are now. */
    void show() {
        rows.show(lines.all());
        selected();
    }

    /**
     * Says what is the matter.
     *
     * @param text empty for nothing
     * @param titled whether a title sets it apart from what stands beside it
     */
    void say(String text, boolean titled) {
        boolean changed = include(title, titled);
        changed |= include(hint, !text.isEmpty());
        String shown = text.replace("&", "&&");
        if (changed || !hint.getText().equals(shown)) {
            hint.setText(shown);
            pane.layout(true);
        }
    }

    private static boolean include(Control control, boolean wanted) {
        GridData data = (GridData) control.getLayoutData();
        boolean changed = data.exclude == wanted;
        data.exclude = !wanted;
        control.setVisible(wanted);
        return changed;
    }

    private void moveSelected(int by) {
        rows.selected().ifPresent(line -> move(line, by));
    }

    @Override
    public void changed(DraftLine line) {
        onChange.accept(line);
    }

    @Override
    public void open(DraftLine line) {
        onOpen.accept(line);
    }

    @Override
    public void move(DraftLine line, int by) {
        if (lines.canMove(line, by)) {
            lines.move(line, by);
            show();
        }
    }

    @Override
    public void selected() {
        up.setEnabled(rows.selected().filter(line -> lines.canMove(line, -1)).isPresent());
        down.setEnabled(rows.selected().filter(line -> lines.canMove(line, 1)).isPresent());
        open.setEnabled(rows.selected().flatMap(DraftLine::evidence).isPresent());
    }
}
