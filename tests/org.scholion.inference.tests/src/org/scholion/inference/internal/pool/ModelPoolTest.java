package org.scholion.inference.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.Encoder;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Priority;
import org.scholion.inference.internal.FakeSettings;
import org.scholion.inference.internal.store.ModelUse;
import org.scholion.inference.internal.store.Stores;
import org.scholion.inference.store.ModelSettings;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class ModelPoolTest {

    private static final long MIB = 1L << 20;

    @TempDir
    Path folder = Path.of("");

    private final FakeEngine engine = new FakeEngine();
    private final FakeSettings settings = new FakeSettings();
    private final ModelUse use = new ModelUse();
    private final AtomicLong now = new AtomicLong();
    private final List<ModelEngine.Source> sources = new ArrayList<>();
    private Path sys = Path.of("");
    private ModelPool pool = pool();

    @BeforeEach
    void start() throws Exception {
        for (String id : List.of("a", "b", "c")) {
            add(id, ModelTask.EMBEDDING, "en");
        }
        sys = Files.createDirectories(folder.resolve("sys"));
        settings.store(budget(250));
        pool = pool();
    }

    @Test
    void aModelIsLoadedOnceForAllLeases() throws Exception {
        try (ModelLease<Encoder> first = lease("a");
                ModelLease<Encoder> second = lease("a")) {
            assertEquals(1, engine.loads.get());
            assertEquals(2, pool.loaded().getFirst().leaseCount());
            assertEquals("fake", first.service().device().name());
            assertEquals("a", second.service().descriptor().id());
        }
        assertEquals(0, pool.loaded().getFirst().leaseCount());
    }

    @Test
    void loadsAtOnceShareOneLoad() throws Exception {
        engine.loadGate = new CountDownLatch(1);
        List<CompletableFuture<ModelLease<Encoder>>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(CompletableFuture.supplyAsync(() -> leased("a")));
        }
        engine.loading.await();
        engine.loadGate.countDown();
        for (CompletableFuture<ModelLease<Encoder>> one : all) {
            one.get(60, TimeUnit.SECONDS).close();
        }
        assertEquals(1, engine.loads.get());
    }

    @Test
    void aCancelledLoadIsTakenOverByWhoeverWaits() throws Exception {
        engine.loadGate = new CountDownLatch(1);
        AtomicBoolean cancelled = new AtomicBoolean();
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> assertThrows(
                CancelledException.class, () -> pool.lease(Encoder.class, "a", Priority.INTERACTIVE, cancelled::get)));
        engine.loading.await();
        CompletableFuture<ModelLease<Encoder>> second = CompletableFuture.supplyAsync(() -> leased("a"));
        cancelled.set(true);
        first.get(60, TimeUnit.SECONDS);
        engine.loadGate.countDown();
        second.get(60, TimeUnit.SECONDS).close();
        assertEquals(1, pool.loaded().size());
    }

    @Test
    void aFailureIsNotKept() throws Exception {
        engine.broken = true;
        assertTrue(message(() -> lease("a")).contains("is broken"));
        engine.broken = false;
        lease("a").close();
        assertEquals(2, engine.loads.get());
    }

    @Test
    void anIdleModelIsUnloadedAfterItsTime() throws Exception {
        lease("a").close();
        now.addAndGet(TimeUnit.MINUTES.toNanos(5) - 1);
        assertEquals(0, pool.unloadIdle());
        now.incrementAndGet();
        assertEquals(1, pool.unloadIdle());
        assertEquals(1, engine.closes.get());
        assertEquals(List.of(), pool.loaded());
    }

    @Test
    void aLeasedModelIsNeverUnloaded() throws Exception {
        try (ModelLease<Encoder> lease = lease("a")) {
            now.addAndGet(TimeUnit.HOURS.toNanos(1));
            assertEquals(0, pool.unloadIdle());
            assertFalse(pool.release("a"));
        }
        assertTrue(pool.release("a"));
        assertEquals(1, engine.closes.get());
    }

    @Test
    void aModelIsNotClosedUnderARunningCall() throws Exception {
        engine.callGate = new CountDownLatch(1);
        ModelLease<Encoder> lease = lease("a");
        CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> embed(lease));
        engine.calling.await();
        lease.close();
        assertFalse(pool.release("a"));
        pool.deactivate();
        assertEquals(0, engine.closes.get());
        engine.callGate.countDown();
        assertEquals(1, call.get(60, TimeUnit.SECONDS));
        assertEquals(1, engine.closes.get());
    }

    @Test
    void aClosedLeaseRefusesCalls() throws Exception {
        ModelLease<Encoder> lease = lease("a");
        Encoder service = lease.service();
        lease.close();
        lease.close();
        assertThrows(IllegalStateException.class, () -> service.tokenCount("text"));
    }

    @Test
    void theLongestUnusedMakesRoom() throws Exception {
        lease("a").close();
        now.incrementAndGet();
        lease("b").close();
        now.incrementAndGet();
        lease("a").close();
        lease("c").close();
        assertEquals(List.of("a", "c"), pool.loaded().stream().map(one -> one.descriptor().id()).toList());
    }

    @Test
    void modelsInUseAreNotPushedOut() throws Exception {
        try (ModelLease<Encoder> first = lease("a");
                ModelLease<Encoder> second = lease("b")) {
            assertTrue(message(() -> lease("c")).contains("in use"));
            assertEquals(2, pool.loaded().size());
        }
        lease("c").close();
    }

    @Test
    void aModelLargerThanTheBudgetIsRefused() {
        engine.bytes = 300 * MIB;
        String message = message(() -> lease("a"));
        assertTrue(message.contains("300") && message.contains("250"), message);
        assertEquals(0, engine.loads.get());
    }

    @Test
    void anUnknownModelAndAWrongRoleAreTold() throws Exception {
        assertTrue(message(() -> lease("zzz")).contains("zzz"));
        assertTrue(message(() -> pool.lease(Generator.class, "a", Priority.VISIBLE, CancelToken.NEVER)).contains("Generator"));
        assertEquals(0, pool.loaded().getFirst().leaseCount());
    }

    @Test
    void withoutAnEngineItIsTold() {
        ModelPool bare = new ModelPool(settings, Stores.in(folder.resolve("s"), List.of(() -> sources), List.of()), use, List.of());
        assertTrue(message(() -> bare.lease(Encoder.class, "a", Priority.VISIBLE, CancelToken.NEVER)).contains("can run"));
    }

    @Test
    void backgroundWorkOnABatteryGetsHalfOfTheThreads() throws Exception {
        settings.store(new ModelSettings(
                Optional.empty(), List.of(), OptionalLong.empty(), 5, Optional.empty(), OptionalInt.of(6), Map.of()));
        Path battery = Files.createDirectories(sys.resolve("class/power_supply/BAT0"));
        Files.writeString(battery.resolve("type"), "Battery\n");
        Files.writeString(battery.resolve("status"), "Discharging\n");
        pool.lease(Encoder.class, "a", Priority.BACKGROUND, CancelToken.NEVER).close();
        pool.lease(Encoder.class, "b", Priority.INTERACTIVE, CancelToken.NEVER).close();
        assertEquals(List.of(3, 6), engine.options.stream().map(ModelEngine.Options::threadCount).toList());
    }

    @Test
    void anAdapterIsLoadedWithTheFolderOfItsBase() throws Exception {
        adapter("roles", "a");
        lease("roles").close();
        assertEquals(Optional.of(folder.resolve("embedded/a")), engine.loaded.getFirst().base());
        lease("a").close();
        assertEquals(Optional.empty(), engine.loaded.getLast().base());
    }

    @Test
    void anAdapterWithoutItsBaseNamesBoth() throws Exception {
        adapter("roles", "gone");
        String message = message(() -> lease("roles"));
        assertTrue(message.contains("roles") && message.contains("gone"), message);
        assertEquals(0, engine.loads.get());
    }

    private void adapter(String id, String base) throws Exception {
        add(id, ModelTask.TAGGING, "en");
        String settings = "{\"base_model_name_or_path\": \"" + base + "\"}";
        Files.writeString(folder.resolve("embedded").resolve(id).resolve("adapter_config.json"), settings);
    }

    @Test
    void theChosenModelIsPreferred() throws Exception {
        add("de-only", ModelTask.EMBEDDING, "de");
        assertEquals(Optional.of("de-only"), preferred("de-AT"));
        settings.store(new ModelSettings(
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                5,
                Optional.empty(),
                OptionalInt.empty(),
                Map.of("embedding:de", "b", "embedding", "c")));
        assertEquals(Optional.of("b"), preferred("de"));
        assertEquals(Optional.of("c"), preferred("en"));
        assertEquals(Optional.empty(), pool.preferred(ModelTask.GENERATION, "en"));
    }

    private Optional<String> preferred(String language) {
        return pool.preferred(ModelTask.EMBEDDING, language).map(ModelDescriptor::id);
    }

    private void add(String id, ModelTask task, String language) throws Exception {
        Path model = Files.createDirectories(folder.resolve("embedded").resolve(id));
        sources.add(new ModelEngine.Source(new ModelDescriptor(id, id, task, List.of(language), "MIT", "1"), model));
    }

    private ModelPool pool() {
        EmbeddedModels embedded = () -> List.copyOf(sources);
        return new ModelPool(
                settings,
                Stores.in(folder.resolve("store"), List.of(embedded), List.of()),
                use,
                List.of(engine),
                new Machine(sys, 4),
                now::get);
    }

    private static ModelSettings budget(long mib) {
        return new ModelSettings(
                Optional.empty(), List.of(), OptionalLong.of(mib * MIB), 5, Optional.empty(), OptionalInt.empty(), Map.of());
    }

    private ModelLease<Encoder> lease(String id) throws ModelException, CancelledException {
        return pool.lease(Encoder.class, id, Priority.INTERACTIVE, CancelToken.NEVER);
    }

    private ModelLease<Encoder> leased(String id) {
        try {
            return lease(id);
        } catch (ModelException | CancelledException e) {
            throw new AssertionError(e);
        }
    }

    private static int embed(ModelLease<Encoder> lease) {
        try {
            return lease.service().embed(List.of("x"), Encoder.Role.QUERY, CancelToken.NEVER).count();
        } catch (ModelException | CancelledException e) {
            throw new AssertionError(e);
        }
    }

    private static String message(org.junit.jupiter.api.function.Executable action) {
        return String.valueOf(assertThrows(ModelException.class, action).getMessage());
    }
}
