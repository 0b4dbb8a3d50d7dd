package org.scholion.inference.onnx.internal.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import java.io.PrintStream;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Runs in a process of its own, which ends while threads load or run a graph.
 *
 * <p>Arguments: the graph of a tiny BERT, what the threads do ({@code begin}, {@code load} or {@code run}), and who ends the process ({@code itself}
 * or {@code another}). Prints {@link #READY} when the threads are at work.
 */
final class EndingProgram {

    static final String READY = "at work";
    static final String FAILED = "failed: ";
    static final int EXIT = 7;

    private static final int THREADS = 2;
    private static final int RUNS_BEFORE = 10;
    private static final int ROWS = 64;
    private static final int TOKENS = 32;

    private EndingProgram() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        Path graph = Path.of(arguments[0]);
        boolean runs = arguments[1].equals("run");
        CountDownLatch atWork = new CountDownLatch(arguments[1].equals("begin") ? 0 : THREADS * RUNS_BEFORE);
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> work(graph, runs, atWork));
            thread.setDaemon(true);
            thread.start();
        }
        atWork.await();
        out.println(READY);
        if (arguments[2].equals("itself")) {
            System.exit(EXIT);
        }
        new CountDownLatch(1).await();
    }

    private static void work(Path graph, boolean runs, CountDownLatch atWork) {
        try {
            while (true) {
                try (DeviceSession session = DeviceSession.open(graph, Optional.empty(), 1)) {
                    do {
                        run(session);
                        atWork.countDown();
                    } while (runs);
                }
            }
        } catch (CancelledException e) {
            // what is expected: the process ends
        } catch (Exception e) {
            PrintStream errors = System.err;
            errors.println(FAILED + e);
        }
    }

    private static void run(DeviceSession session) throws Exception {
        Map<String, OnnxTensor> given = new HashMap<>();
        try {
            for (String name : session.inputs().keySet()) {
                long[] numbers = new long[ROWS * TOKENS];
                if (!name.equals("token_type_ids")) {
                    Arrays.fill(numbers, 1);
                }
                given.put(name, OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), LongBuffer.wrap(numbers), new long[] {ROWS, TOKENS}));
            }
            session.run(given, Set.of("last_hidden_state"), Map.of(), CancelToken.NEVER).close();
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }
}
