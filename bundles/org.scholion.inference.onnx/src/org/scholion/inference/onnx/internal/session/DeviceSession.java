package org.scholion.inference.onnx.internal.session;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Device;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A graph on the device that is wanted, or on the CPU when that fails: at load or in a run, which is then repeated. A failure is
 * logged once. Thread-safe; inputs and pinned outputs are in the memory of the CPU.
 */
public final class DeviceSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);

    private final Path file;
    private final int threadCount;
    private final Rewriting rewriting;
    private volatile State state;

    private record State(NativeSession session, Device device) {}

    private DeviceSession(Path file, int threadCount, Rewriting rewriting, State state) {
        this.file = file;
        this.threadCount = threadCount;
        this.rewriting = rewriting;
        this.state = state;
    }

    /**
     * Loads a graph.
     *
     * @param threadCount threads of one run on the CPU
     * @throws CancelledException when the process ends
     */
    public static DeviceSession open(Path file, Optional<Accelerators.Accelerator> wanted, int threadCount)
            throws ModelException, CancelledException {
        return open(file, wanted, threadCount, Rewriting.NONE);
    }

    /**
     * The same for a graph that runs in another form.
     *
     * @param rewriting of the graph for each device
     */
    public static DeviceSession open(
            Path file, Optional<Accelerators.Accelerator> wanted, int threadCount, Rewriting rewriting)
            throws ModelException, CancelledException {
        if (wanted.isPresent()) {
            try (SessionOptions options = cpuOptions(threadCount)) {
                wanted.get().addTo(options);
                NativeSession session = NativeSession.open(file, rewriting, false, options);
                return new DeviceSession(file, threadCount, rewriting, new State(session, wanted.get().device()));
            } catch (OrtException | ModelException e) {
                LOG.warn(NLS.bind(Messages.Device_lost, new Object[] {wanted.get().device(), file, e.getMessage()}));
            }
        }
        return new DeviceSession(file, threadCount, rewriting, onCpu(file, rewriting, threadCount));
    }

    private static State onCpu(Path file, Rewriting rewriting, int threadCount) throws ModelException, CancelledException {
        try (SessionOptions options = cpuOptions(threadCount)) {
            return new State(NativeSession.open(file, rewriting, true, options), cpu(threadCount));
        } catch (OrtException e) {
            throw new ModelException(NLS.bind(Messages.Graph_broken, file, e.getMessage()), e);
        }
    }

    /** The CPU as a device. */
    public static Device cpu(int threadCount) {
        return new Device(Device.Kind.CPU, NLS.bind(Messages.Device_cpu, threadCount));
    }

    /**
     * Options for the CPU: threads that sleep when there is nothing to do, and memory that grows only by what is asked for.
     *
     * @return the caller closes it
     */
    public static SessionOptions cpuOptions(int threadCount) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threadCount);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        // otherwise the arena doubles with each extension
        options.addConfigEntry("session.use_device_allocator_for_initializers", "1");
        return options;
    }

    public Device device() {
        return state.device();
    }

    /** Threads of one run on the CPU. */
    public int threadCount() {
        return threadCount;
    }

    /** By name. */
    public Map<String, NodeInfo> inputs() {
        return state.session().inputs();
    }

    /** By name. */
    public Map<String, NodeInfo> outputs() {
        return state.session().outputs();
    }

    public Path file() {
        return file;
    }

    /** As {@link NativeSession#run}; goes on on the CPU when the device fails. */
    public OrtSession.Result run(
            Map<String, ? extends OnnxTensorLike> given,
            Set<String> wanted,
            Map<String, ? extends OnnxValue> pinned,
            CancelToken cancel)
            throws ModelException, CancelledException {
        State now = state;
        try {
            return now.session().run(given, wanted, pinned, cancel);
        } catch (ModelException e) {
            if (now.device().kind() == Device.Kind.CPU) {
                throw e;
            }
            return afterLoss(now, e).session().run(given, wanted, pinned, cancel);
        }
    }

    private synchronized State afterLoss(State lost, ModelException reason) throws ModelException, CancelledException {
        if (state == lost) {
            LOG.warn(NLS.bind(Messages.Device_lost, new Object[] {lost.device(), file, reason.getMessage()}));
            state = onCpu(file, rewriting, threadCount);
            lost.session().close();
        }
        return state;
    }

    @Override
    public synchronized void close() {
        state.session().close();
    }
}
