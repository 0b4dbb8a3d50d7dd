package org.scholion.inference.onnx.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
public final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.onnx.internal.messages";

    public static String Adapter_broken = "";
    public static String Adapter_misfit = "";
    public static String Adapter_noBase = "";
    public static String Adapter_noTagger = "";
    public static String Device_cpu = "";
    public static String Device_lost = "";
    public static String File_missing = "";
    public static String File_tooLarge = "";
    public static String File_unreadable = "";
    public static String Graph_broken = "";
    public static String Graph_inputs = "";
    public static String Graph_outputs = "";
    public static String Graph_outside = "";
    public static String Graph_runFailed = "";
    public static String Json_broken = "";
    public static String Json_tooDeep = "";
    public static String Json_value = "";
    public static String Model_labels = "";
    public static String Model_noRole = "";
    public static String Safetensors_broken = "";
    public static String Tokenizer_broken = "";
    public static String Tokenizer_growth = "";
    public static String Tokenizer_library = "";
    public static String Tokenizer_tooMany = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
