package org.scholion.testkit;

import java.util.List;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart2;

/** A view. */
public final class BotView {

    private final IViewPart part;

    BotView(IViewPart part) {
        this.part = part;
    }

    public IViewPart part() {
        return part;
    }

    /** A bot for the inside of the view. */
    public ScholionBot bot() {
        return new ScholionBot(() -> part.getSite().getService(MPart.class).getWidget() instanceof Control control
                ? Widgets.controls(control)
                : List.of());
    }

    /** The line under the title. */
    public String description() {
        return Ui.get(() -> ((IWorkbenchPart2) part).getContentDescription());
    }

    public void setFocus() {
        Ui.run(() -> part.getSite().getPage().activate(part));
    }

    public void close() {
        Ui.run(() -> part.getSite().getPage().hideView(part));
    }
}
