package org.scholion.inference.onnx.internal.gguf;

import org.eclipse.osgi.util.NLS;

/** Texts for the writer. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.onnx.internal.gguf.messages";

    public static String Gguf_broken = "";
    public static String Gguf_missing = "";
    public static String Gguf_noGguf = "";
    public static String Gguf_notRead = "";
    public static String Gguf_notSupported = "";
    public static String Gguf_notWritten = "";
    public static String Gguf_wrongTensor = "";
    public static String Gguf_wrongValue = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
