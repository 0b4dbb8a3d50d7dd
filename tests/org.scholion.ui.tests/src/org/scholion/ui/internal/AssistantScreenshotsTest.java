package org.scholion.ui.internal;

import java.io.IOException;
import java.util.Arrays;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.ui.internal.draft.Messages;
import org.scholion.ui.internal.draft.Task;

/** Walks through the states of the view that writes, in a light and in a dark theme, and keeps a picture of each. */
class AssistantScreenshotsTest extends AssistantTest {

    private static final String THEMES = "org.eclipse.e4.ui.css.theme.";
    private static final String[] NAMES = {"e4_default", "e4_dark"};

    @BeforeEach
    void enlarge() {
        bot.later(() -> shell().setBounds(0, 0, 1280, 800));
    }

    @AfterEach
    void light() {
        use(NAMES[0]);
    }

    @Test
    void statesInALightAndInADarkTheme() throws IOException {
        for (String theme : NAMES) {
            use(theme);
            closeView();
            showView();
            waitForLabel(Messages.view_noPaper);
            picture(theme + "-assistant-no-paper");
            open(hall(), GENERIC);
            waitForLabel(Messages.own_title);
            picture(theme + "-assistant-before");
            write(Task.STRUCTURED_ABSTRACT);
            waitForSentences();
            press(1, 0, SWT.ARROW_DOWN, (char) 0);
            picture(theme + "-assistant-abstract");
            hover();
            bot.waitUntil(() -> tips() > 0, "the sentence of the paper beside it", LONG);
            picture(theme + "-assistant-hover");
            choose(Messages.bar_task, Task.SECTION.ordinal());
            write(Task.SECTION);
            bot.waitUntil(() -> sentences().size() < 4, "a summary of the section", LONG);
            picture(theme + "-assistant-section");
            unsupported(theme);
            bot.closeAllEditors();
        }
    }

    private void unsupported(String theme) {
        ServiceRegistration<DraftAssistant> registration = FrameworkUtil.getBundle(PaperUi.class)
                .getBundleContext()
                .registerService(DraftAssistant.class, new FakeDrafts(), FakeDrafts.BEFORE_ALL_OTHERS);
        choose(Messages.bar_task, Task.ABSTRACT.ordinal());
        bot.waitUntil(() -> hasCombo(Messages.bar_engine), "two engines", LONG);
        choose(Messages.bar_engine, 1);
        write(Task.ABSTRACT);
        bot.waitUntil(() -> sentences().contains("A guess."), "what the paper does not say", LONG);
        picture(theme + "-assistant-unsupported");
        registration.unregister();
    }

    private void hover() {
        bot.ask(() -> {
            StyledText text = rows().get(1);
            Point place = text.toDisplay(20, 6);
            text.getDisplay().setCursorLocation(place);
            Event event = new Event();
            event.x = 20;
            event.y = 6;
            text.notifyListeners(SWT.MouseHover, event);
            return null;
        });
    }

    private long tips() {
        return bot.ask(() -> Arrays.stream(shell().getDisplay().getShells()).filter(one -> one.isVisible() && (one.getStyle() & SWT.TOOL) != 0)
                .count());
    }

    private void picture(String name) {
        bot.waitUntil(Jobs::areIdle, "all jobs have ended");
        bot.screenshot(name);
    }

    private void use(String theme) {
        bot.ask(() -> {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(THEMES + theme, false);
            return null;
        });
    }

    private static Shell shell() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }
}
