package org.scholion.assist.internal.settings;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.assist.internal.settings.messages";

    static String SettingsReader_badCategory = "";
    static String SettingsReader_badKey = "";
    static String SettingsReader_badLanguage = "";
    static String SettingsReader_noEquals = "";
    static String SettingsReader_noTab = "";
    static String SettingsReader_notText = "";
    static String SettingsReader_unreadable = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
