package org.scholion.inference.onnx.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ai.onnxruntime.OrtEnvironment;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing leaves the machine unasked. From 1.29 on, ONNX Runtime for Linux and macOS sends what it does to its makers and looks at the
 * whole command line for that, which overflows the stack when that is long; only the environment of the process can turn it off.
 */
class NativeLibraryTest {

    private static final String[] SIGNS = {"OneCollector", "events.data.microsoft", "DISABLE_TELEMETRY", "TELEMETRY_DISABLED"};

    @ParameterizedTest
    @ValueSource(strings = {
        "linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so", "osx-aarch64/libonnxruntime.dylib", "win-x64/onnxruntime.dll"
    })
    void theLibraryReportsToNobody(String name) throws Exception {
        try (InputStream in = OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + name)) {
            assertNotNull(in, name);
            String library = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (String sign : SIGNS) {
                assertEquals(-1, library.indexOf(sign), sign);
            }
        }
    }
}
