package org.scholion.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/** Finds widgets. In the thread of the user interface. */
final class Widgets {

    private Widgets() {}

    /** All controls below a place that show, the place included. */
    static List<Control> controls(Control place) {
        List<Control> found = new ArrayList<>();
        collect(place, found);
        return found;
    }

    static List<Control> everywhere() {
        List<Control> found = new ArrayList<>();
        for (Shell shell : Ui.display().getShells()) {
            if (shell.isVisible()) {
                collect(shell, found);
            }
        }
        return found;
    }

    static <T extends Control> Optional<T> find(List<Control> among, Class<T> type, Predicate<T> which) {
        return among.stream().filter(type::isInstance).map(type::cast).filter(which).findFirst();
    }

    static void notify(Widget widget, int type) {
        notify(widget, type, new Event());
    }

    static void notify(Widget widget, int type, Event event) {
        event.widget = widget;
        event.display = widget.getDisplay();
        event.type = type;
        event.time = (int) System.currentTimeMillis();
        widget.notifyListeners(type, event);
    }

    private static void collect(Control control, List<Control> found) {
        if (control.isDisposed() || !control.getVisible()) {
            return;
        }
        found.add(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, found);
            }
        }
    }
}
