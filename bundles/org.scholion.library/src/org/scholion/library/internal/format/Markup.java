package org.scholion.library.internal.format;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes HTML and JATS out of titles and abstracts. */
public final class Markup {

    /** Only elements that are known, since {@code p<0.05} is none. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:jats:)?(?:i|b|u|em|strong|sub|sup|sc|span|p|br|div|title|sec|italic|bold|scp|small|list|list-item|inline-formula|tex-math)"
                    + "(?:\\s[^<>]{0,300})?/?>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLOCK = Pattern.compile("(?:jats:)?(?:p|br|div|title|sec|list-item)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp|ndash|mdash));");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "\u2013", "mdash", "\u2014");

    private Markup() {}

    public static String plain(String text) {
        String plain = text;
        if (plain.indexOf('<') >= 0) {
            plain = TAG.matcher(plain).replaceAll(tag -> {
                String name = tag.group().replaceAll("[</>]", "");
                return BLOCK.matcher(name).matches() ? " " : "";
            });
        }
        return plain.indexOf('&') < 0 ? plain : ENTITY.matcher(plain).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        String name = entity.group(3);
        if (name != null) {
            return NAMED.getOrDefault(name, "");
        }
        String decimal = entity.group(1);
        int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(entity.group(2), 16);
        boolean character = Character.isValidCodePoint(code) && !Character.isISOControl(code) && (code < 0xD800 || code > 0xDFFF);
        return character ? Character.toString(code) : " ";
    }
}
