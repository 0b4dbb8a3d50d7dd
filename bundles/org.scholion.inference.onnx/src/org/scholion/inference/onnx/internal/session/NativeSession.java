package org.scholion.inference.onnx.internal.session;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One graph of a model, loaded. Runs may be at the same time; closing waits for them, since ONNX Runtime does not (its own close is
 * unguarded and must not be called twice).
 */
public final class NativeSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NativeSession.class);

    private final Path file;
    private final OrtSession session;
    private final Map<String, NodeInfo> inputs;
    private final Map<String, NodeInfo> outputs;
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    private NativeSession(Path file, OrtSession session) throws OrtException {
        this.file = file;
        this.session = session;
        inputs = Map.copyOf(session.getInputInfo());
        outputs = Map.copyOf(session.getOutputInfo());
    }

    /**
     * Loads a graph.
     *
     * @param options stay the caller's, who closes them
     * @throws ModelException when the file is broken or refers to files outside its folder; names the file
     * @throws CancelledException when the process ends
     */
    public static NativeSession open(Path file, OrtSession.SessionOptions options) throws ModelException, CancelledException {
        return open(file, Rewriting.NONE, false, options);
    }

    /**
     * The same for a graph that may be written anew before.
     *
     * @param onCpu whether the form for the CPU is tried first
     */
    static NativeSession open(Path file, Rewriting rewriting, boolean onCpu, OrtSession.SessionOptions options)
            throws ModelException, CancelledException {
        GraphFile.check(file);
        NativeRuntime runtime = NativeRuntime.get();
        try (NativeRuntime.Call call = runtime.begin(NativeSession::cannotBeTerminated)) {
            OrtSession session = session(runtime.environment(), file, rewriting, onCpu, options);
            NativeHandles.opened();
            try {
                return new NativeSession(file, session);
            } catch (OrtException e) {
                session.close();
                NativeHandles.closed();
                throw e;
            }
        } catch (OrtException | IOException e) {
            throw new ModelException(NLS.bind(Messages.Graph_broken, file, e.getMessage()), e);
        }
    }

    private static OrtSession session(
            OrtEnvironment environment, Path file, Rewriting rewriting, boolean onCpu, OrtSession.SessionOptions options)
            throws OrtException, IOException, ModelException {
        Optional<ByteBuffer> anew = onCpu ? rewriting.of(file) : Optional.empty();
        if (anew.isPresent()) {
            try {
                return environment.createSession(anew.get(), options);
            } catch (OrtException e) {
                LOG.warn("The faster form of {} was refused", file, e);
            }
        }
        Optional<ByteBuffer> plain = rewriting.plain(file);
        return plain.isPresent()
                ? environment.createSession(plain.get(), options)
                : environment.createSession(file.toString(), options);
    }

    private static void cannotBeTerminated() {
        // it is waited for
    }

    public Path file() {
        return file;
    }

    /** By name. */
    public Map<String, NodeInfo> inputs() {
        return inputs;
    }

    /** By name. */
    public Map<String, NodeInfo> outputs() {
        return outputs;
    }

    /**
     * Runs the graph once.
     *
     * @param wanted the outputs that ONNX Runtime allocates
     * @param pinned the outputs that are written into values of the caller
     * @return the caller closes it
     * @throws CancelledException within 100 ms after {@code cancel} says so or the process ends, also in the middle of the run
     */
    public OrtSession.Result run(
            Map<String, ? extends OnnxTensorLike> given,
            Set<String> wanted,
            Map<String, ? extends OnnxValue> pinned,
            CancelToken cancel)
            throws ModelException, CancelledException {
        cancel.check();
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("closed: " + file);
            }
            try (RunWatch watch = RunWatch.start(cancel); NativeRuntime.Call call = NativeRuntime.get().begin(watch::terminate)) {
                return session.run(given, wanted, pinned, watch.options());
            }
        } catch (OrtException e) {
            cancel.check();
            if (NativeRuntime.get().isEnded()) {
                throw new CancelledException();
            }
            throw new ModelException(NLS.bind(Messages.Graph_runFailed, file, e.getMessage()), e);
        } finally {
            life.readLock().unlock();
        }
    }

    /** When the process ends, the session stays open: its memory goes with the process. */
    @Override
    public void close() {
        life.writeLock().lock();
        try (NativeRuntime.Call call = NativeRuntime.get().begin(NativeSession::cannotBeTerminated)) {
            if (!closed) {
                closed = true;
                session.close();
                NativeHandles.closed();
            }
        } catch (CancelledException e) {
            closed = true;
        } catch (OrtException e) {
            throw new IllegalStateException("not closed: " + file, e);
        } finally {
            life.writeLock().unlock();
        }
    }
}
