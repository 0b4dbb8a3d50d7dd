package org.scholion.inference.onnx.internal.token;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.nio.file.Path;

/**
 * The native library of the tokenizers, loaded at first use without asking the network anything: the calls go straight to its native
 * interface, beside the classes of DJL that report home.
 */
final class NativeTokenizers {

    private static final String CACHE = "DJL_CACHE_DIR";
    private static final TokenizersLibrary LIBRARY = load();

    private NativeTokenizers() {}

    /** @throws ExceptionInInitializerError or NoClassDefFoundError when the library cannot be loaded on this machine */
    static TokenizersLibrary library() {
        return LIBRARY;
    }

    private static TokenizersLibrary load() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        if (System.getProperty(CACHE) == null && System.getenv(CACHE) == null) {
            System.setProperty(CACHE, Path.of(System.getProperty("user.home", "."), ".scholion", "native").toString());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // the library is found as a resource of the context class loader, and a first try that fails is final
        thread.setContextClassLoader(TokenizersLibrary.class.getClassLoader());
        try {
            LibUtils.checkStatus();
            return TokenizersLibrary.LIB;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
