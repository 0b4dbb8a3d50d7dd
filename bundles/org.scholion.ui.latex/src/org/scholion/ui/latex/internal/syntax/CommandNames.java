package org.scholion.ui.latex.internal.syntax;

/** Reads the names of commands. */
public final class CommandNames {

    private CommandNames() {}

    /** Whether a name may go on with {@code c}: letters, and {@code @} as packages have it. */
    public static boolean isPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '@';
    }

    /**
     * The name of the command whose backslash stands at {@code backslash}: letters, or one other character.
     *
     * @param end where the text to look at ends
     * @return empty for a backslash at the end
     */
    public static String at(CharSequence text, int backslash, int end) {
        int stop = backslash + 1;
        while (stop < end && isPart(text.charAt(stop))) {
            stop++;
        }
        if (stop == backslash + 1 && stop < end) {
            stop++;
        }
        return text.subSequence(Math.min(backslash + 1, end), stop).toString();
    }
}
