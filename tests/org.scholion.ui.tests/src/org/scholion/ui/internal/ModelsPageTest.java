package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelSettings;
import org.scholion.inference.store.ModelSettingsStore;
import org.scholion.inference.store.ModelStore;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.ScholionUi;

/** The page of models with a lab's catalogue, whose one model lies on a server of this machine. */
class ModelsPageTest extends WorkbenchTest {

    private static final String TITLE = "Preferences (Filtered)";
    private static final String NAME = "Model of the lab";
    private static final byte[] WEIGHTS = "weights".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private ModelStore store;
    private ModelSettingsStore settings;
    private ModelSettings before;

    @BeforeEach
    void startServer() throws Exception {
        store = service(ModelStore.class);
        settings = service(ModelSettingsStore.class);
        before = settings.current();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, WEIGHTS.length);
            exchange.getResponseBody().write(WEIGHTS);
            exchange.close();
        });
        server.start();
        Path catalogue = Files.writeString(folder.resolve("lab.json"), """
                {"version": 1, "models": [{"id": "lab-model", "name": "%s", "task": "generation",
                 "licence": {"name": "Lab-1.0", "url": "https://lab.example/licence", "acceptance": "Use it in the lab only."},
                 "size": 7, "memory": 1, "quality": "", "sources": [{"kind": "url", "base": "http://127.0.0.1:%d/", "seenIn": "here",
                 "files": [{"path": "model.onnx", "size": 7, "sha256": null}]}]}]}""".formatted(NAME, server.getAddress().getPort()));
        settings.store(before.withPlaces(before.mirror(), List.of(catalogue.toString())));
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop(0);
        if (store.find("lab-model").isPresent()) {
            store.remove("lab-model");
        }
        settings.store(before);
    }

    @Test
    void aModelIsInstalledVerifiedAndRemovedByItsButtons() throws Exception {
        ScholionBot dialog = openPage();
        Table table = find(dialog, Table.class);
        bot.waitUntil(() -> row(table) >= 0, "the model of the lab is listed");
        assertEquals("not installed", state(table));
        assertEquals(0, requests.get());
        select(table);
        assertFalse(dialog.button("Remove").isEnabled());

        dialog.button("Install…").clickLater();
        ScholionBot licence = bot.shell("Licence Lab-1.0");
        bot.screenshot("models-licence");
        assertEquals(0, requests.get());
        licence.button(IDialogConstants.OK_LABEL).click();
        bot.waitUntil(() -> state(table).equals("installed"), "the model is installed");
        assertTrue(says(dialog, NAME + " is installed."));
        InstalledModel installed = store.find("lab-model").orElseThrow();
        Path weights = installed.folder().resolve("model.onnx");
        assertEquals("weights", Files.readString(weights));

        select(table);
        dialog.button("Verify").click();
        bot.waitUntil(() -> says(dialog, NAME + " is as it was installed."), "the model is verified");

        Files.writeString(weights, "damaged");
        dialog.button("Verify").click();
        bot.waitUntil(
                () -> says(dialog, NAME + " differs from what was installed: model.onnx. Remove it and install it again."),
                "the damage is found");
        bot.screenshot("models-damaged");

        dialog.button("Remove").clickLater();
        bot.shell("Remove Model").button(IDialogConstants.OK_LABEL).click();
        bot.waitUntil(() -> state(table).equals("not installed"), "the model is removed");
        assertFalse(Files.exists(weights));
        dialog.button("Apply and Close").click();
    }

    @Test
    void nothingIsFetchedWhenTheLicenceIsNotAccepted() {
        ScholionBot dialog = openPage();
        Table table = find(dialog, Table.class);
        bot.waitUntil(() -> row(table) >= 0, "the model of the lab is listed");
        select(table);

        dialog.button("Install…").clickLater();
        bot.shell("Licence Lab-1.0").button(IDialogConstants.CANCEL_LABEL).click();

        bot.waitUntil(() -> !bot.hasShell("Licence Lab-1.0"), "the question is answered");
        assertEquals("not installed", state(table));
        assertEquals(0, requests.get());
        dialog.button("Apply and Close").click();
    }

    private ScholionBot openPage() {
        String id = ScholionUi.PREFERENCES + ".models";
        bot.later(() -> PreferencesUtil.createPreferenceDialogOn(
                        PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), id, new String[] {id}, null)
                .open());
        return bot.shell(TITLE);
    }

    private int row(Table table) {
        return bot.ask(() -> IntStream.range(0, table.getItemCount())
                .filter(i -> table.getItem(i).getText(0).equals(NAME))
                .findFirst()
                .orElse(-1));
    }

    private String state(Table table) {
        int row = row(table);
        return row < 0 ? "" : bot.ask(() -> table.getItem(row).getText(1));
    }

    private void select(Table table) {
        int row = row(table);
        bot.ask(() -> {
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, new Event());
            return row;
        });
    }

    private boolean says(ScholionBot dialog, String message) {
        List<Label> labels = dialog.controls().stream().filter(Label.class::isInstance).map(Label.class::cast).toList();
        return bot.ask(() -> labels.stream().anyMatch(label -> !label.isDisposed() && label.getText().equals(message)));
    }

    private static <T> T find(ScholionBot dialog, Class<T> type) {
        return dialog.controls().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static <T> T service(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(PaperUi.class).getBundleContext();
        return context.getService(context.getServiceReference(type));
    }
}
