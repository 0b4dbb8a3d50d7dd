package org.scholion.inference.internal.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Device;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelService;
import org.scholion.inference.ModelTask;
import org.scholion.inference.ModelUpkeep;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.internal.store.ModelUse;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelSettings;
import org.scholion.inference.store.ModelSettingsStore;
import org.scholion.inference.store.ModelStore;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Loads models when they are first wanted and unloads them when nobody has wanted them for a while or their memory is needed.
 * Works on the
 * threads of its callers; models are loaded and closed outside of its lock.
 */
public final class ModelPool implements Models, ModelUpkeep, ModelUse.Holder {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final int MIB_SHIFT = 20;

    /** Without a setting, models get this part of the machine's memory. */
    private static final int MEMORY_PART = 4;

    private final ModelSettingsStore settings;
    private final ModelStore store;
    private final ModelUse use;
    private final List<ModelEngine> engines;
    private final Machine machine;
    private final LongSupplier nanoTime;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Slot> slots = new HashMap<>();
    private boolean stopped;

    public ModelPool(ModelSettingsStore settings, ModelStore store, ModelUse use, List<ModelEngine> engines) {
        this(settings, store, use, engines, Machine.standard(), System::nanoTime);
    }

    ModelPool(
            ModelSettingsStore settings,
            ModelStore store,
            ModelUse use,
            List<ModelEngine> engines,
            Machine machine,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.store = store;
        this.use = use;
        this.engines = List.copyOf(engines);
        this.machine = machine;
        this.nanoTime = nanoTime;
        use.add(this);
    }

    /** Unloads what nobody uses; the rest goes when its last lease is closed. */
    void deactivate() {
        use.remove(this);
        List<LoadedModel> idle = new ArrayList<>();
        lock.lock();
        try {
            stopped = true;
            slots.values().removeIf(slot -> takeIdle(slot, idle));
        } finally {
            lock.unlock();
        }
        idle.forEach(LoadedModel::close);
    }

    @Override
    public <S extends ModelService> ModelLease<S> lease(Class<S> role, String id, Priority priority, CancelToken cancel)
            throws ModelException, CancelledException {
        unloadIdle();
        Slot slot = acquire(id, priority, cancel);
        boolean given = false;
        try {
            LoadedModel model = loadedModel(slot);
            if (!model.roles().contains(role)) {
                throw new ModelException(NLS.bind(Messages.pool_wrongRole, id, role.getSimpleName()));
            }
            ModelLease<S> lease = new PooledLease<>(role, model.service(role, slot.gate.at(priority)), listener(slot));
            given = true;
            return lease;
        } finally {
            if (!given) {
                count(slot, -1, 0);
            }
        }
    }

    @Override
    public Optional<ModelDescriptor> preferred(ModelTask task, String language) {
        return new Preference(settings.current(), model -> fits(model)).choose(store.read().models(), task, language);
    }

    @Override
    public List<Loaded> loaded() {
        List<Loaded> loaded = new ArrayList<>();
        lock.lock();
        try {
            for (Slot slot : slots.values()) {
                LoadedModel model = slot.model;
                ModelDescriptor descriptor = slot.descriptor;
                if (model != null && descriptor != null) {
                    loaded.add(new Loaded(descriptor, model.device(), model.memoryBytes(), slot.leases));
                }
            }
        } finally {
            lock.unlock();
        }
        loaded.sort(Comparator.comparing(one -> one.descriptor().id()));
        return loaded;
    }

    @Override
    public int unloadIdle() {
        long idleNanos = TimeUnit.MINUTES.toNanos(settings.current().idleMinutes());
        long now = nanoTime.getAsLong();
        List<LoadedModel> idle = new ArrayList<>();
        lock.lock();
        try {
            slots.values().removeIf(slot -> now - slot.lastUse >= idleNanos && takeIdle(slot, idle));
        } finally {
            lock.unlock();
        }
        idle.forEach(LoadedModel::close);
        return idle.size();
    }

    @Override
    public boolean release(String id) {
        List<LoadedModel> idle = new ArrayList<>();
        boolean free;
        lock.lock();
        try {
            Slot slot = slots.get(id);
            free = slot == null || takeIdle(slot, idle);
            if (free) {
                slots.remove(id);
            }
        } finally {
            lock.unlock();
        }
        idle.forEach(LoadedModel::close);
        return free;
    }

    /** A slot with a loaded model, of which one more lease is counted. */
    private Slot acquire(String id, Priority priority, CancelToken cancel) throws ModelException, CancelledException {
        lock.lock();
        try {
            while (true) {
                cancel.check();
                Slot slot = slots.get(id);
                if (stopped) {
                    throw new ModelException(NLS.bind(Messages.pool_stopped, id));
                }
                if (slot == null) {
                    break;
                }
                if (slot.model != null) {
                    slot.leases++;
                    return slot;
                }
                awaitLoad(slot, cancel);
            }
            slots.put(id, new Slot());
        } finally {
            lock.unlock();
        }
        return load(id, priority, cancel);
    }

    /** Waits, with the lock, until somebody else has loaded a model or given up. */
    private void awaitLoad(Slot slot, CancelToken cancel) throws ModelException, CancelledException {
        try {
            changed.awaitNanos(POLL_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        cancel.check();
        ModelException failure = slot.failure;
        if (failure != null) {
            throw new ModelException(failure.getMessage(), failure);
        }
    }

    private Slot load(String id, Priority priority, CancelToken cancel) throws ModelException, CancelledException {
        @Nullable LoadedModel model = null;
        @Nullable ModelException failure = null;
        try {
            ModelEngine.Source source = source(id);
            ModelEngine engine = engine(source);
            reserve(id, source.descriptor(), engine.memoryBytes(source));
            model = engine.load(source, options(priority), cancel);
        } catch (ModelException e) {
            failure = e;
            throw e;
        } finally {
            lock.lock();
            try {
                Slot slot = slot(id);
                if (model == null) {
                    slot.failure = failure;
                    slots.remove(id);
                } else {
                    slot.model = model;
                    slot.bytes = model.memoryBytes();
                    slot.leases = 1;
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
        lock.lock();
        try {
            return slot(id);
        } finally {
            lock.unlock();
        }
    }

    private ModelEngine.Source source(String id) throws ModelException {
        InstalledModel model = store.find(id).orElseThrow(() -> new ModelException(NLS.bind(Messages.pool_notInstalled, id)));
        ModelDescriptor descriptor =
                model.descriptor().orElseThrow(() -> new ModelException(NLS.bind(Messages.pool_notAModel, id)));
        ModelEngine.Source source = source(model, descriptor);
        if (model.base().isPresent() && source.base().isEmpty()) {
            throw new ModelException(NLS.bind(Messages.pool_noBase, id, model.base().get()));
        }
        return source;
    }

    private ModelEngine.Source source(InstalledModel model, ModelDescriptor descriptor) {
        return new ModelEngine.Source(descriptor, model.folder(), model.base().flatMap(store::find).map(InstalledModel::folder));
    }

    private ModelEngine engine(ModelEngine.Source source) throws ModelException {
        return findEngine(source)
                .orElseThrow(() -> new ModelException(NLS.bind(Messages.pool_noEngine, source.descriptor().id(), source.folder())));
    }

    private Optional<ModelEngine> findEngine(ModelEngine.Source source) {
        return engines.stream().filter(engine -> engine.loads(source)).findFirst();
    }

    private boolean fits(InstalledModel model) {
        return model.descriptor().map(descriptor -> {
            ModelEngine.Source source = source(model, descriptor);
            return findEngine(source).map(engine -> engine.memoryBytes(source) <= budget()).orElse(false);
        }).orElse(false);
    }

    private ModelEngine.Options options(Priority priority) {
        ModelSettings current = settings.current();
        int threads = current.threadCount().orElseGet(machine::threadCount);
        if (priority == Priority.BACKGROUND && machine.onBattery()) {
            threads = Math.max(1, threads / 2);
        }
        // an engine that cannot use it takes what it can
        return new ModelEngine.Options(current.device().orElseGet(ModelPool::bestDevice), threads);
    }

    private static Device.Kind bestDevice() {
        String system = System.getProperty("os.name", "");
        return system.startsWith("Mac") ? Device.Kind.CORE_ML : system.startsWith("Windows") ? Device.Kind.DIRECT_ML : Device.Kind.CUDA;
    }

    private long budget() {
        return settings.current().memoryBudgetBytes().orElseGet(() -> machine.memoryBytes() / MEMORY_PART);
    }

    /** Notes what the model will take, and unloads others as far as that is necessary, longest unused first. */
    private void reserve(String id, ModelDescriptor descriptor, long bytes) throws ModelException {
        long budget = budget();
        List<LoadedModel> idle = new ArrayList<>();
        lock.lock();
        try {
            if (bytes > budget) {
                throw new ModelException(
                        NLS.bind(Messages.pool_tooLarge, new Object[] {id, bytes >> MIB_SHIFT, budget >> MIB_SHIFT}));
            }
            Slot own = slot(id);
            own.descriptor = descriptor;
            own.bytes = bytes;
            while (slots.values().stream().mapToLong(slot -> slot.bytes).sum() > budget) {
                Optional<Map.Entry<String, Slot>> oldest = slots.entrySet().stream()
                        .filter(entry -> entry.getValue().isIdle() && entry.getValue().bytes > 0)
                        .min(Comparator.comparingLong(entry -> entry.getValue().lastUse - nanoTime.getAsLong()));
                if (oldest.isEmpty()) {
                    throw new ModelException(
                            NLS.bind(Messages.pool_noRoom, new Object[] {id, bytes >> MIB_SHIFT, budget >> MIB_SHIFT}));
                }
                takeIdle(oldest.get().getValue(), idle);
                slots.remove(oldest.get().getKey());
            }
        } finally {
            lock.unlock();
            idle.forEach(LoadedModel::close);
        }
    }

    /** With the lock: whether the slot was idle; then its model is to be closed. */
    private static boolean takeIdle(Slot slot, List<LoadedModel> idle) {
        LoadedModel model = slot.model;
        if (model == null || !slot.isIdle()) {
            return false;
        }
        idle.add(model);
        return true;
    }

    private PooledLease.Listener listener(Slot slot) {
        return new PooledLease.Listener() {
            @Override
            public void begin() {
                count(slot, 0, 1);
            }

            @Override
            public void end() {
                count(slot, 0, -1);
            }

            @Override
            public void close() {
                count(slot, -1, 0);
            }
        };
    }

    private void count(Slot slot, int leases, int calls) {
        List<LoadedModel> idle = new ArrayList<>();
        lock.lock();
        try {
            slot.leases += leases;
            slot.calls += calls;
            slot.lastUse = nanoTime.getAsLong();
            if (stopped && takeIdle(slot, idle)) {
                slots.values().remove(slot);
            }
        } finally {
            lock.unlock();
        }
        idle.forEach(LoadedModel::close);
    }

    private Slot slot(String id) {
        Slot slot = slots.get(id);
        if (slot == null) {
            throw new IllegalStateException("no slot of " + id);
        }
        return slot;
    }

    private LoadedModel loadedModel(Slot slot) {
        lock.lock();
        try {
            LoadedModel model = slot.model;
            if (model == null) {
                throw new IllegalStateException("not loaded");
            }
            return model;
        } finally {
            lock.unlock();
        }
    }
}
