package org.scholion.assist.language.internal.languagetool;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.assist.language.internal.languagetool.messages";

    public static String LanguageToolAssistant_reason = "";
    public static String LanguageToolAssistant_unknownWord = "";
    public static String ToolPool_notLoaded = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
