package org.scholion.inference.onnx.internal.device;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.PrintStream;
import org.scholion.inference.Device;

/**
 * Runs in a process of its own, which a broken runtime may end: loads the runtime, and a tiny graph on the device.
 *
 * <p>Argument: the sort of device. Prints {@link #WORKS} when it works.
 */
public final class Probe {

    static final String WORKS = "device works";

    /** A graph that adds a number to itself: version 8, operators 13, input {@code x} and output {@code y} of one float. */
    private static final byte[] GRAPH = {
        8, 8, 58, 46, 10, 14, 10, 1, 'x', 10, 1, 'x', 18, 1, 'y', 34, 3, 'A', 'd', 'd', 18, 2, 'g', '1', 90, 11, 10, 1, 'x', 18, 6, 10,
        4, 8, 1, 18, 0, 98, 11, 10, 1, 'y', 18, 6, 10, 4, 8, 1, 18, 0, 66, 4, 10, 0, 16, 13
    };

    private Probe() {}

    public static void main(String[] arguments) throws OrtException {
        PrintStream out = System.out;
        try (SessionOptions options = new SessionOptions()) {
            RuntimeAccelerators.addTo(options, Device.Kind.valueOf(arguments[0]));
            OrtEnvironment.getEnvironment().createSession(GRAPH, options).close();
        }
        out.println(WORKS);
    }
}
