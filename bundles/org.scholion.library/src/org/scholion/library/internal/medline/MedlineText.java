package org.scholion.library.internal.medline;

/** What is special about texts of MEDLINE. */
final class MedlineText {

    private MedlineText() {}

    /** A title without the full stop that each has, and without the brackets around translated ones. */
    static String title(String text) {
        String title = text.strip().replaceAll("\\s+", " ");
        if (title.endsWith(".") && !title.endsWith("..")) {
            title = title.substring(0, title.length() - 1);
        }
        if (title.startsWith("[") && title.endsWith("]")) {
            title = title.substring(1, title.length() - 1);
        }
        return title.endsWith(".") && !title.endsWith("..") ? title.substring(0, title.length() - 1) : title;
    }
}
