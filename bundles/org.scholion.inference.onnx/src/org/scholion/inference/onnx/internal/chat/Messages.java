package org.scholion.inference.onnx.internal.chat;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.onnx.internal.chat.messages";

    public static String Template_broken = "";
    public static String Template_failed = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
