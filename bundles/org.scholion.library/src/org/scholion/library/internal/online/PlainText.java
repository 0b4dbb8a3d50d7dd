package org.scholion.library.internal.online;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text of titles and abstracts that come with markup of HTML, JATS or MathML. */
final class PlainText {

    private static final Pattern TAG = Pattern.compile("</?(\\p{Alpha}[\\w:.-]{0,40})(?:\\s[^<>]{0,500})?/?>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\p{Alpha}{2,8});");
    private static final Map<String, String> NAMES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "\u2013", "mdash", "\u2014");

    private PlainText() {}

    static String of(String markedUp) {
        String text = markedUp;
        if (text.indexOf('<') >= 0) {
            // letters stay together, blocks do not
            text = TAG.matcher(text).replaceAll(tag -> tag.group(1).matches("(?i)(?:jats:)?(?:p|title|sec|br|li|div)") ? " " : "");
        }
        if (text.indexOf('&') >= 0) {
            text = ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(decoded(entity.group(), entity.group(1))));
        }
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String decoded(String whole, String name) {
        if (!name.startsWith("#")) {
            return NAMES.getOrDefault(name, whole);
        }
        boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        return Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : whole;
    }
}
