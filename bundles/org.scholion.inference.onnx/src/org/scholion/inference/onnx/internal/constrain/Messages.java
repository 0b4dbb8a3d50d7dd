package org.scholion.inference.onnx.internal.constrain;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.onnx.internal.constrain.messages";

    public static String Grammar_broken = "";
    public static String Grammar_deadEnd = "";
    public static String Schema_broken = "";
    public static String Schema_keyword = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
