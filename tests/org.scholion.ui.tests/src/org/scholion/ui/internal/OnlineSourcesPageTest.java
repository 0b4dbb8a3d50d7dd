package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scholion.jobs.OnlineAccess;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.library.Messages;

class OnlineSourcesPageTest extends WorkbenchTest {

    private static final String TITLE = "Preferences (Filtered)";
    private static final String APPLY = "Apply and Close";
    private static final ServiceCaller<OnlineAccess> ACCESS = new ServiceCaller<>(OnlineSourcesPageTest.class, OnlineAccess.class);

    private ScholionBot dialog;

    @BeforeEach
    void openPage() {
        access().store(OnlineSettings.OFF);
        String id = ScholionUi.PREFERENCES + ".library.online";
        bot.later(() -> PreferencesUtil.createPreferenceDialogOn(
                        PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), id, new String[] {id}, null)
                .open());
        dialog = bot.shell(TITLE);
    }

    @AfterEach
    void forget() {
        if (bot.hasShell(TITLE)) {
            dialog.button("Cancel").click();
            closed();
        }
        access().store(OnlineSettings.OFF);
    }

    private static OnlineAccess access() {
        return ACCESS.current().orElseThrow();
    }

    private void closed() {
        bot.waitUntil(() -> !bot.hasShell(TITLE), "the preferences are closed");
    }

    private List<String> texts() {
        return bot.ask(() -> dialog.controls().stream().filter(Label.class::isInstance).map(control -> ((Label) control).getText()).toList());
    }

    /** The field for the mail address, which is the only one that shows what is typed. */
    private void mail(String address) {
        bot.ask(() -> {
            dialog.controls().stream()
                    .filter(control -> control instanceof Text text
                            && Messages.sources_mail.equals(text.getData(Accessibles.NAME)))
                    .map(Text.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .setText(address);
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachSourceIsOffAndSaysWhatIsSent(OnlineSource source) {
        String label = source.title() + " (" + source.address().getAuthority() + ")";

        assertFalse(dialog.checkBox(label).isChecked());
        assertTrue(texts().contains(source.sent()), () -> texts().toString());
    }

    @Test
    void nothingCountsBeforeItIsApplied() {
        dialog.checkBox("Crossref (api.crossref.org)").click();
        mail("ada@shore.example");
        assertEquals(Set.of(), access().settings().on());

        dialog.button(APPLY).click();

        closed();
        assertEquals(Set.of(OnlineSource.CROSSREF), access().settings().on());
        assertEquals("ada@shore.example", access().settings().contact());
    }

    @Test
    void whatWasGivenUpIsNotKept() {
        dialog.checkBox("arXiv (export.arxiv.org)").click();

        dialog.button("Cancel").click();

        closed();
        assertEquals(Set.of(), access().settings().on());
    }

    @Test
    void aMailAddressThatIsNoneIsRefused() {
        mail("nobody");

        bot.waitUntil(() -> !dialog.button(APPLY).isEnabled(), "it cannot be applied", LONG);
        mail("");
        bot.waitUntil(() -> dialog.button(APPLY).isEnabled(), "it can be applied", LONG);
    }

    @Test
    void keptAnswersCanBeForgotten() throws IOException {
        Path cache = Files.createDirectories(OnlineSettings.standardCache());
        Path answer = Files.writeString(cache.resolve("0123.answer"), "kept");

        dialog.button("Forget Kept Answers").click();

        bot.waitUntil(() -> !Files.exists(answer), "the answer is gone", LONG);
        bot.waitUntil(() -> texts().stream().anyMatch(text -> text.startsWith("Answers deleted:")), () -> texts().toString(), LONG);
    }

    @Test
    void aKeyIsNotShownWhileItIsTyped() {
        bot.ask(() -> {
            dialog.controls().stream()
                    .filter(control -> control instanceof Text text && String.valueOf(text.getData(Accessibles.NAME)).contains("Key"))
                    .map(Text.class::cast)
                    .forEach(text -> assertTrue((text.getStyle() & SWT.PASSWORD) != 0));
            return null;
        });
    }
}
