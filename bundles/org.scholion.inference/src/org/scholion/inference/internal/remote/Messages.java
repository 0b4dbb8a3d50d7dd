package org.scholion.inference.internal.remote;

import org.eclipse.osgi.util.NLS;

/** Texts for the user. */
public final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.internal.remote.messages";

    public static String Address_broken = "";
    public static String Address_extras = "";
    public static String Address_scheme = "";
    public static String File_broken = "";
    public static String File_large = "";
    public static String File_unreadable = "";
    public static String File_unwritable = "";
    public static String Json_missing = "";
    public static String Json_number = "";
    public static String Json_object = "";
    public static String Json_text = "";
    public static String Json_unknown = "";
    public static String Json_value = "";
    public static String Model_context = "";
    public static String Model_dimension = "";
    public static String Model_kind = "";
    public static String Model_labels = "";
    public static String Model_name = "";
    public static String Model_secret = "";
    public static String Model_tensors = "";
    public static String Model_timeout = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
