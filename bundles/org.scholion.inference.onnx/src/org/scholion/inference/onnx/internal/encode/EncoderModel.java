package org.scholion.inference.onnx.internal.encode;

import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.scholion.inference.Device;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.inference.onnx.internal.token.Tokenizer;
import org.scholion.inference.onnx.internal.token.Tokens;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * A graph with its tokenizer: what all models without a loop share. Thread-safe.
 *
 * <p>Work goes in steps, each in a turn of its own. In a step several lanes run small batches at the same time, each on one thread:
 * that is faster than one large batch on all threads, since a small one stays in the cache of its core and no thread waits for
 * another within an operator. It also keeps the scales of dynamic quantisation, which ONNX Runtime takes over a whole batch, apart.
 */
final class EncoderModel implements AutoCloseable {

    /** On the CPU: what stays in its cache. */
    private static final int BATCH_TOKEN_COUNT = 256;
    /** On other devices: what keeps them busy. */
    private static final int DEVICE_BATCH_TOKEN_COUNT = 16_384;
    /** Batches of each lane in one step, so that lanes seldom wait for each other. */
    private static final int BATCHES_PER_STEP = 2;
    private static final int TEXTS_PER_LOOK = 32;
    /** A text is tokenized up to so many characters for each token that is wanted, and further only where that is not enough. */
    private static final int CHARACTERS_PER_TOKEN = 16;

    private final ModelDescriptor descriptor;
    private final Tokenizer tokenizer;
    private final DeviceSession session;
    private final int maxTokenCount;
    private final Output output;
    private final int laneCount;
    private final Queue<Lane> idle = new ArrayDeque<>();

    /** The output that is read. */
    record Output(String name, int width, boolean perToken) {}

    EncoderModel(
            ModelDescriptor descriptor, Tokenizer tokenizer, DeviceSession session, int maxTokenCount, Output output, int laneCount) {
        this.descriptor = descriptor;
        this.tokenizer = tokenizer;
        this.session = session;
        this.maxTokenCount = maxTokenCount;
        this.output = output;
        this.laneCount = laneCount;
    }

    ModelDescriptor descriptor() {
        return descriptor;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    Device device() {
        Device device = session.device();
        return device.kind() == Device.Kind.CPU ? DeviceSession.cpu(Math.max(laneCount, session.threadCount())) : device;
    }

    DeviceSession session() {
        return session;
    }

    int maxTokenCount() {
        return maxTokenCount;
    }

    int width() {
        return output.width();
    }

    /** The ids of each text, without special tokens, at least as many as the model can take where there are more. */
    List<long[]> ids(List<String> texts, CancelToken cancel) throws CancelledException {
        List<long[]> all = new ArrayList<>(texts.size());
        for (int start = 0; start < texts.size(); start += TEXTS_PER_LOOK) {
            cancel.check();
            List<String> part = texts.subList(start, Math.min(texts.size(), start + TEXTS_PER_LOOK));
            int most = maxTokenCount * CHARACTERS_PER_TOKEN;
            long[][] ids = tokenizer.encodeIds(part.stream().map(text -> beginning(text, most)).toList(), false);
            for (int i = 0; i < ids.length; i++) {
                all.add(enough(part.get(i), ids[i], most, cancel));
            }
        }
        return all;
    }

    private long[] enough(String text, long[] ids, int tried, CancelToken cancel) throws CancelledException {
        long[] found = ids;
        long most = tried;
        while (text.length() > most && found.length <= maxTokenCount) {
            cancel.check();
            most *= 2;
            found = tokenizer.encodeIds(List.of(beginning(text, (int) Math.min(most, Integer.MAX_VALUE))), false)[0];
        }
        return found;
    }

    /** The tokens of a text, without special ones, at least as many as the model can take where there are more. */
    Tokens tokens(String text, CancelToken cancel) throws CancelledException {
        long most = (long) maxTokenCount * CHARACTERS_PER_TOKEN;
        while (true) {
            cancel.check();
            Tokens found = tokenizer.encode(beginning(text, (int) Math.min(most, Integer.MAX_VALUE)), false);
            if (text.length() <= most || found.count() > maxTokenCount) {
                return found;
            }
            most *= 2;
        }
    }

    /** The beginning of a text that is longer than {@code most} units; never half a surrogate pair. */
    private static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /**
     * Runs the graph over rows.
     *
     * @param use gives for a row the place where its output is used; called from several threads, for each row once
     */
    void run(List<Row> rows, Turns turns, CancelToken cancel, IntFunction<RowUse> use) throws ModelException, CancelledException {
        boolean onCpu = session.device().kind() == Device.Kind.CPU;
        int lanes = onCpu ? laneCount : 1;
        Queue<int[]> batches = new ArrayDeque<>(Batches.of(rows, onCpu ? BATCH_TOKEN_COUNT : DEVICE_BATCH_TOKEN_COUNT));
        while (!batches.isEmpty()) {
            Queue<int[]> step = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < lanes * BATCHES_PER_STEP && !batches.isEmpty(); i++) {
                step.add(batches.remove());
            }
            try (Turns.Turn turn = turns.take(cancel)) {
                new Step(rows, step, cancel, use).run(Math.min(lanes, step.size()));
            }
        }
    }

    /** Takes the output of one row. */
    @FunctionalInterface
    interface RowUse {
        void take(FloatBuffer values, int start);
    }

    private Lane borrow() {
        synchronized (idle) {
            Lane lane = idle.poll();
            return lane == null ? new Lane(session, output.name(), output.width(), output.perToken()) : lane;
        }
    }

    private void giveBack(Lane lane) {
        synchronized (idle) {
            if (idle.size() < laneCount) {
                idle.add(lane);
            }
        }
    }

    /** The batches that run in one turn. */
    private final class Step {
        private final List<Row> rows;
        private final Queue<int[]> batches;
        private final CancelToken cancel;
        private final IntFunction<RowUse> use;
        private final AtomicBoolean failed = new AtomicBoolean();

        Step(List<Row> rows, Queue<int[]> batches, CancelToken cancel, IntFunction<RowUse> use) {
            this.rows = rows;
            this.batches = batches;
            this.cancel = cancel;
            this.use = use;
        }

        void run(int lanes) throws ModelException, CancelledException {
            // helpers that get no thread in time find nothing left to do
            List<ForkJoinTask<Outcome>> helpers = IntStream.range(1, lanes)
                    .mapToObj(i -> ForkJoinPool.commonPool().submit(this::drain))
                    .toList();
            List<Outcome> outcomes = new ArrayList<>();
            outcomes.add(drain());
            helpers.forEach(helper -> outcomes.add(helper.join()));
            for (Outcome outcome : outcomes) {
                switch (outcome) {
                    case Outcome.Done done -> {
                        // its rows are written
                    }
                    case Outcome.Cancelled cancelled -> throw new CancelledException();
                    case Outcome.Failed failure -> throw failure.reason();
                    case Outcome.Broken broken -> throw broken.reason();
                }
            }
        }

        private Outcome drain() {
            Lane lane = borrow();
            try {
                for (int[] batch = batches.poll(); batch != null && !failed.get(); batch = batches.poll()) {
                    int[] numbers = batch;
                    lane.run(
                            IntStream.of(numbers).mapToObj(rows::get).toList(),
                            cancel,
                            (place, values, start) -> use.apply(numbers[place]).take(values, start));
                }
                return new Outcome.Done();
            } catch (CancelledException e) {
                failed.set(true);
                return new Outcome.Cancelled();
            } catch (ModelException e) {
                failed.set(true);
                return new Outcome.Failed(e);
            } catch (RuntimeException e) {
                // thrown when all lanes have ended, since they use what the caller frees then
                failed.set(true);
                return new Outcome.Broken(e);
            } finally {
                giveBack(lane);
            }
        }
    }

    /** How a lane ended. */
    private sealed interface Outcome {
        record Done() implements Outcome {}

        record Cancelled() implements Outcome {}

        record Failed(ModelException reason) implements Outcome {}

        record Broken(RuntimeException reason) implements Outcome {}
    }

    @Override
    public void close() {
        session.close();
        tokenizer.close();
        synchronized (idle) {
            idle.clear();
        }
    }
}
