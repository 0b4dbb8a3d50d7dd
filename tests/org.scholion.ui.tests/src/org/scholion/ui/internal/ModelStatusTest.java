package org.scholion.ui.internal;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.scholion.inference.Device;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelService;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.testkit.BotEditor;
import org.scholion.text.CancelToken;

class ModelStatusTest extends WorkbenchTest {

    private ServiceRegistration<Models> registered;

    @BeforeEach
    void loadModel() {
        registered = FrameworkUtil.getBundle(PaperUi.class).getBundleContext().registerService(
                Models.class, new OneLoaded(), new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
    }

    @AfterEach
    void unloadModel() {
        registered.unregister();
    }

    @Test
    void theStatusLineNamesTheModelAndTheDeviceThatItReallyRunsOn() throws Exception {
        BotEditor editor = open(paper("paper.tex", "A banana."), GENERIC);
        waitForMarks(editor, "banana");
        bot.waitUntil(() -> tips().anyMatch(tip -> tip.contains("1 finding in paper.tex")
                && tip.endsWith("\nTiny judge runs on CPU (2 threads).")), "the status line names the model");
    }

    private Stream<String> tips() {
        return bot.ask(() -> Stream.of(Display.getDefault().getShells())
                .flatMap(ModelStatusTest::bars)
                .flatMap(bar -> Stream.of(bar.getItems()))
                .map(ToolItem::getToolTipText)
                .flatMap(tip -> Optional.ofNullable(tip).stream())
                .toList()
                .stream());
    }

    private static Stream<ToolBar> bars(Control control) {
        Stream<ToolBar> inside =
                control instanceof Composite area ? Stream.of(area.getChildren()).flatMap(ModelStatusTest::bars) : Stream.empty();
        return control instanceof ToolBar bar ? Stream.concat(Stream.of(bar), inside) : inside;
    }

    private static final class OneLoaded implements Models {
        @Override
        public <S extends ModelService> ModelLease<S> lease(Class<S> role, String id, Priority priority, CancelToken cancel)
                throws ModelException {
            throw new ModelException(id);
        }

        @Override
        public Optional<ModelDescriptor> preferred(ModelTask task, String language) {
            return Optional.empty();
        }

        @Override
        public List<Loaded> loaded() {
            ModelDescriptor descriptor =
                    new ModelDescriptor("tiny", "Tiny judge", ModelTask.GENERATION, List.of("en"), "none", "1");
            return List.of(new Loaded(descriptor, new Device(Device.Kind.CPU, "CPU (2 threads)"), 1, 1));
        }
    }
}
