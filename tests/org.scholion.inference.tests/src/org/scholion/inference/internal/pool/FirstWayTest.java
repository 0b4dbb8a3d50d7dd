package org.scholion.inference.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Priority;
import org.scholion.inference.internal.FakeSettings;
import org.scholion.inference.internal.download.FaultyServer;
import org.scholion.inference.internal.store.ModelUse;
import org.scholion.inference.internal.store.Stores;
import org.scholion.inference.internal.store.UserModelStore;
import org.scholion.inference.store.InstallProgress;
import org.scholion.text.CancelToken;

/** From a catalogue's entry to a vector. */
class FirstWayTest {

    @Test
    void anInstalledModelCanBeUsed(@TempDir Path folder) throws Exception {
        try (FaultyServer server = new FaultyServer((asked, out) -> FaultyServer.whole(out, Stores.bytes("{}")))) {
            UserModelStore store = Stores.in(folder.resolve("models"), List.of(), List.of());
            store.install(
                    Stores.entry("small", Stores.urls(server.at("hub/"), Stores.pinned("config.json", "{}"))),
                    false,
                    InstallProgress.NONE,
                    CancelToken.NEVER);
            assertEquals(List.of("small"), store.read().models().stream().map(model -> model.id()).toList());
            FakeEngine engine = new FakeEngine();
            ModelPool pool = new ModelPool(new FakeSettings(), store, new ModelUse(), List.of(engine));
            assertEquals("small", pool.preferred(ModelTask.EMBEDDING, "en-GB").orElseThrow().id());
            try (ModelLease<Encoder> lease = pool.lease(Encoder.class, "small", Priority.INTERACTIVE, CancelToken.NEVER)) {
                assertEquals(
                        1, lease.service().embed(List.of("text"), Encoder.Role.QUERY, CancelToken.NEVER).count());
                assertEquals(1, pool.loaded().getFirst().leaseCount());
            }
        }
    }
}
