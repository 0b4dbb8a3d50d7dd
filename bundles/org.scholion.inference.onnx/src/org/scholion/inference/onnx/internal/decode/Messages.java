package org.scholion.inference.onnx.internal.decode;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.onnx.internal.decode.messages";

    public static String Decoder_noPast = "";
    public static String Decoder_noStart = "";
    public static String Decoder_unknownInput = "";
    public static String Input_tooLong = "";
    public static String Prompt_empty = "";
    public static String Prompt_noTemplate = "";
    public static String Prompt_tooLong = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
