package org.scholion.assist.internal.settings;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.assist.internal.settings.messages";

    public static String SettingsReader_badCategory = "";
    public static String SettingsReader_badKey = "";
    public static String SettingsReader_badLanguage = "";
    public static String SettingsReader_noEquals = "";
    public static String SettingsReader_noTab = "";
    public static String SettingsReader_notText = "";
    public static String SettingsReader_unreadable = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
