package org.scholion.library.internal.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines {@code Name: value} that people write into the field "Extra" of Zotero, which is the note of CSL JSON. */
public final class ExtraLines {

    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z][\\w .*-]{1,40}?)\\s*:\\s*(\\S.*)");
    private static final Pattern IN_TEXT = Pattern.compile("\\{:\\s*([\\w -]{1,40}?)\\s*:\\s*([^}]{1,500})\\}");
    private static final Pattern KEY = Pattern.compile("(?:citation key|citekey|bibtex\\*?|biblatexcitekey)");

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final StringBuilder rest = new StringBuilder();

    public ExtraLines(String text) {
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                values.putIfAbsent(matcher.group(1), matcher.group(2).strip());
            }
            if (!matcher.matches() || !isKey(matcher.group(1))) {
                rest.append(rest.isEmpty() ? "" : "\n").append(line);
            }
            Matcher inText = IN_TEXT.matcher(line);
            while (inText.find()) {
                values.putIfAbsent(inText.group(1), inText.group(2).strip());
            }
        });
    }

    /** The value of a line by its name, in whatever case. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** By which the author cites it. */
    public Optional<String> citationKey() {
        return values.entrySet().stream().filter(entry -> isKey(entry.getKey())).map(Map.Entry::getValue).findFirst();
    }

    /** All but the citation key. */
    public String rest() {
        return rest.toString();
    }

    private static boolean isKey(String name) {
        return KEY.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
