package org.scholion.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.core.commands.Command;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;

/** Does what a person would do. Used outside the thread of the user interface. */
public final class ScholionBot {

    private final Supplier<List<Control>> place;

    /** A bot for all windows. */
    public ScholionBot() {
        this(Widgets::everywhere);
    }

    ScholionBot(Supplier<List<Control>> place) {
        this.place = place;
    }

    /** Waits until the Workbench has a window with a page. */
    public void waitForWorkbench() {
        waitUntil(() -> PlatformUI.isWorkbenchRunning() && window() != null && window().getActivePage() != null, "a window");
        Ui.run(() -> window().getShell().forceActive());
    }

    /** Opens a file in its editor. */
    public BotEditor open(Path file) {
        return open(file, null);
    }

    /** Opens a file in the editor with that id. */
    public BotEditor open(Path file, String editorId) {
        IEditorPart part = Ui.get(() -> {
            try {
                var store = EFS.getLocalFileSystem().fromLocalFile(file.toFile());
                return editorId == null
                        ? IDE.openEditorOnFileStore(page(), store)
                        : IDE.openEditor(page(), file.toUri(), editorId, true);
            } catch (PartInitException e) {
                throw new BotException("cannot open " + file, e);
            }
        });
        return new BotEditor(part);
    }

    /** The open editor with that title. */
    public BotEditor editor(String title) {
        return new BotEditor(Ui.get(() -> Arrays.stream(page().getEditorReferences())
                .filter(reference -> reference.getPartName().equals(title))
                .map(reference -> reference.getEditor(true))
                .findFirst()
                .orElseThrow(() -> new BotException("no editor " + title))));
    }

    public BotEditor activeEditor() {
        return new BotEditor(Ui.get(() -> page().getActiveEditor()));
    }

    public void closeAllEditors() {
        Ui.run(() -> page().closeEditors(page().getEditorReferences(), false));
    }

    public int editorCount() {
        IEditorReference[] references = Ui.get(() -> page().getEditorReferences());
        return references.length;
    }

    /** Opens the view with that id, or brings it to the front. */
    public BotView showView(String id) {
        return new BotView(Ui.<IViewPart>get(() -> {
            try {
                return page().showView(id);
            } catch (PartInitException e) {
                throw new BotException("cannot open view " + id, e);
            }
        }));
    }

    /** The open view with that title. */
    public BotView view(String title) {
        return new BotView(Ui.get(() -> Arrays.stream(page().getViewReferences())
                .filter(reference -> reference.getPartName().equals(title))
                .map(reference -> reference.getView(true))
                .findFirst()
                .orElseThrow(() -> new BotException("no view " + title))));
    }

    /** Runs a command as its key binding would. */
    public void command(String id) {
        awaitOffer(id);
        Ui.run(() -> {
            try {
                window().getWorkbench().<IHandlerService>getService(IHandlerService.class).executeCommand(id, null);
            } catch (Exception e) {
                throw new BotException("command " + id, e);
            }
        });
    }

    /** A window that has just closed takes a moment to give the focus back, and commands of an editor want it. */
    private void awaitOffer(String id) {
        waitUntil(
                () -> ask(() -> {
                    Command command = window().getWorkbench().getService(ICommandService.class).getCommand(id);
                    return command.isHandled() && command.isEnabled();
                }),
                "command " + id + " is offered");
    }

    /** Runs a command that opens a dialog. */
    public void commandLater(String id) {
        awaitOffer(id);
        Ui.later(() -> {
            try {
                window().getWorkbench().<IHandlerService>getService(IHandlerService.class).executeCommand(id, null);
            } catch (Exception e) {
                throw new BotException("command " + id, e);
            }
        });
    }

    /** Runs something in the thread of the user interface that opens a dialog. */
    public void later(Runnable action) {
        Ui.later(action);
    }

    /** Asks something in the thread of the user interface. */
    public <T> T ask(Supplier<T> question) {
        return Ui.get(question);
    }

    public BotTree tree() {
        return new BotTree(find(Tree.class, "a tree", tree -> true));
    }

    public BotTable table() {
        return new BotTable(find(Table.class, "a table", table -> true));
    }

    /** The text field with that message or accessible name. */
    public BotText textWithMessage(String message) {
        return new BotText(find(Text.class, "a field “" + message + "”", text -> text.getMessage().equals(message)));
    }

    /** The same as a widget. */
    public Text textWithMessageWidget(String message) {
        return find(Text.class, "a field “" + message + "”", text -> text.getMessage().equals(message));
    }

    public BotButton button(String label) {
        return new BotButton(find(Button.class, "a button “" + label + "”", button -> plain(button.getText()).equals(label)));
    }

    public BotButton checkBox(String label) {
        return new BotButton(find(
                Button.class,
                "a check box “" + label + "”",
                button -> (button.getStyle() & SWT.CHECK) != 0 && plain(button.getText()).equals(label)));
    }

    /** Clicks the link with that text. */
    public void link(String text) {
        Link link = find(Link.class, "a link “" + text + "”", found -> found.getText().contains(">" + text + "<"));
        Ui.run(() -> Widgets.notify(link, SWT.Selection));
    }

    /** Waits for a shell that has this title, and gives a bot for it. */
    public ScholionBot shell(String title) {
        waitUntil(() -> shellOf(title) != null, "a window “" + title + "”");
        return new ScholionBot(() -> Widgets.controls(shellOf(title)));
    }

    public boolean hasShell(String title) {
        return Ui.get(() -> shellOf(title) != null);
    }

    /** All controls of this bot's place. */
    public List<Control> controls() {
        return Ui.get(place);
    }

    /** Presses a key in a control: listeners and key bindings hear of it. */
    public static void press(Control control, int modifiers, int keyCode, char character) {
        Ui.run(() -> {
            for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
                Event event = new Event();
                event.stateMask = modifiers;
                event.keyCode = keyCode;
                event.character = character;
                event.doit = true;
                if (!control.isDisposed()) {
                    Widgets.notify(control, type, event);
                }
            }
        });
    }

    public void waitUntil(Condition condition, String what) {
        Ui.waitUntil(condition, what, Ui.PATIENCE);
    }

    /** @param what says what was waited for, when it did not come */
    public void waitUntil(Condition condition, Supplier<String> what, Duration patience) {
        Ui.waitUntil(condition, what, patience);
    }

    public void waitUntil(Condition condition, String what, Duration patience) {
        Ui.waitUntil(condition, what, patience);
    }

    /**
     * Keeps a picture of the Workbench, and what is open above it, in the folder of the system property {@code
     * scholion.screenshots}.
     */
    public void screenshot(String name) {
        Screenshots.take(name);
    }

    private <T extends Control> T find(Class<T> type, String what, Predicate<T> which) {
        Ui.waitUntil(() -> Widgets.find(place.get(), type, which).isPresent(), what, Ui.PATIENCE);
        return Ui.get(() -> Widgets.find(place.get(), type, which).orElseThrow(() -> new BotException("not there any more: " + what)));
    }

    private static String plain(String label) {
        return label.replace("&", "");
    }

    private static Shell shellOf(String title) {
        return Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().equals(title))
                .findFirst()
                .orElse(null);
    }

    private static IWorkbenchWindow window() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchWindow[] all = PlatformUI.getWorkbench().getWorkbenchWindows();
        return active != null || all.length == 0 ? active : all[0];
    }

    private static IWorkbenchPage page() {
        return window().getActivePage();
    }
}
