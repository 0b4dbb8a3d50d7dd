package org.scholion.inference.remote.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the user. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.remote.internal.messages";

    public static String Answer_cut = "";
    public static String Answer_dimension = "";
    public static String Answer_error = "";
    public static String Answer_filtered = "";
    public static String Answer_json = "";
    public static String Answer_labels = "";
    public static String Answer_lacks = "";
    public static String Answer_large = "";
    public static String Answer_probability = "";
    public static String Answer_type = "";
    public static String Answer_unconstrained = "";
    public static String Constraint_broken = "";
    public static String Constraint_grammar = "";
    public static String Constraint_kserve = "";
    public static String Constraint_schema = "";
    public static String Key_broken = "";
    public static String Key_missing = "";
    public static String Kind_impossible = "";
    public static String Pair_unknown = "";
    public static String Pair_wanted = "";
    public static String Probabilities_none = "";
    public static String Prompt_chat = "";
    public static String Prompt_long = "";
    public static String Refused_forbidden = "";
    public static String Refused_key = "";
    public static String Refused_large = "";
    public static String Refused_limit = "";
    public static String Refused_limit_until = "";
    public static String Refused_moved = "";
    public static String Refused_no_key = "";
    public static String Refused_quota = "";
    public static String Refused_request = "";
    public static String Refused_trouble = "";
    public static String Refused_unknown = "";
    public static String Server_certificate = "";
    public static String Server_silent = "";
    public static String Server_unreachable = "";
    public static String Tensor_unknown = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
