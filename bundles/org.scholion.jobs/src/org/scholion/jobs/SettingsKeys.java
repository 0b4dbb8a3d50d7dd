package org.scholion.jobs;

/** The keys of the preferences, in the node {@link #NODE}. Defaults are those of {@link ScholionSettings#DEFAULT}. */
public final class SettingsKeys {

    /** The preference node, in the instance and default scopes. */
    public static final String NODE = "org.scholion.jobs";

    /** Boolean: check while typing. Default true. */
    public static final String CHECK_WHILE_TYPING = "checkWhileTyping";

    /** Integer, milliseconds, 0 to 10000: the pause in typing after which a check begins. Default 200. */
    public static final String DELAY_MILLIS = "delayMillis";

    /** String, a BCP 47 tag: the language of every paper, whatever it declares; empty to follow the paper. Default empty. */
    public static final String LANGUAGE = "language";

    /** String, a BCP 47 tag: the language of papers that declare none. Default {@code en-US}. */
    public static final String DEFAULT_LANGUAGE = "defaultLanguage";

    /** String, category ids separated by commas: those that are not looked for. Default empty, so that a new category is on. */
    public static final String CATEGORIES_OFF = "categoriesOff";

    /** String, rule ids separated by commas: rules that are switched off. Default empty. */
    public static final String RULES_OFF = "rulesOff";

    /** String, rule ids separated by commas: rules that are off by default and wanted. Default empty. */
    public static final String RULES_ON = "rulesOn";

    /** Integer, 1 to 100000: how many findings an editor shows at most. Default 2000. */
    public static final String MAX_MARKS = "maxMarks";

    /** The preference node of the online sources, in the instance scope. Nothing is set by default. */
    public static final String ONLINE_NODE = NODE + "/online";

    /** String, names such as {@code crossref} or {@code semantic-scholar} separated by commas: the online sources that are on. */
    public static final String ONLINE_SOURCES = "sources";

    /** String: the mail address that is given to online sources. */
    public static final String ONLINE_CONTACT = "contact";

    /** String, {@code name=address} separated by spaces: where sources are asked instead of their own address, such as a mirror. */
    public static final String ONLINE_ADDRESSES = "addresses";

    private SettingsKeys() {}
}
