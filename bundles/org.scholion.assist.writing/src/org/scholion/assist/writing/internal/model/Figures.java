package org.scholion.assist.writing.internal.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of texts as they are written, thousands put together. */
final class Figures {

    private static final Pattern FIGURE = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

    private Figures() {}

    static Set<String> of(Collection<String> texts) {
        Set<String> figures = new HashSet<>();
        for (String text : texts) {
            Matcher matcher = FIGURE.matcher(text);
            while (matcher.find()) {
                figures.add(matcher.group().replace(",", ""));
            }
        }
        return figures;
    }
}
