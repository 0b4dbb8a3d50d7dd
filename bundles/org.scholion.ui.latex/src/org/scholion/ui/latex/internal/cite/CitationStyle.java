package org.scholion.ui.latex.internal.cite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.Structure.Citation;

/**
 * How a paper writes citations in parentheses.
 *
 * @param command without backslash
 * @param separator between keys
 */
@NonNullByDefault
public record CitationStyle(String command, String separator) {

    /** Commands of citations that stand in parentheses or as numbers; of two that a paper uses equally often the first one counts. */
    private static final List<String> IN_PARENTHESES = List.of(
            "citep", "parencite", "autocite", "cite", "smartcite", "supercite", "footcite", "citealp", "onlinecite", "shortcite");

    private static final Pattern BIBLATEX = loads("biblatex");
    private static final Pattern NATBIB = loads("natbib");

    /** What the paper does most; where it cites nothing yet, what its packages ask for. */
    public static CitationStyle of(Manuscript manuscript) {
        Map<String, Integer> counts = new HashMap<>();
        int tight = 0;
        int wide = 0;
        for (Citation citation : manuscript.structure().citations()) {
            if (citation.printed()) {
                counts.merge(plain(citation.command()), 1, Integer::sum);
            }
            Optional<Boolean> spaced = spaced(manuscript, citation);
            tight += spaced.filter(is -> !is).isPresent() ? 1 : 0;
            wide += spaced.filter(is -> is).isPresent() ? 1 : 0;
        }
        String best = "";
        int most = 0;
        for (String command : IN_PARENTHESES) {
            int count = counts.getOrDefault(command, 0);
            if (count > most) {
                best = command;
                most = count;
            }
        }
        return new CitationStyle(best.isEmpty() ? usual(manuscript) : best, wide > tight ? ", " : ",");
    }

    /** Whether the command stands behind the text without a space of its own. */
    boolean isTight() {
        return command.equals("supercite") || command.equals("footcite");
    }

    private static String plain(String command) {
        String name = command.endsWith("*") ? command.substring(0, command.length() - 1) : command;
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether a space stands between the first two keys; empty where there is but one. */
    private static Optional<Boolean> spaced(Manuscript manuscript, Citation citation) {
        if (citation.keys().size() < 2) {
            return Optional.empty();
        }
        Citation.Key first = citation.keys().get(0);
        Citation.Key second = citation.keys().get(1);
        int start = first.range().range().end();
        int end = second.range().range().start();
        return manuscript
                .source(first.range().unit())
                .map(SourceText::text)
                .filter(text -> second.range().unit().equals(first.range().unit()) && start <= end && end <= text.length())
                .map(text -> text.substring(start, end).contains(" "));
    }

    private static String usual(Manuscript manuscript) {
        if (isLoaded(manuscript, BIBLATEX)) {
            return "autocite";
        }
        return isLoaded(manuscript, NATBIB) ? "citep" : "cite";
    }

    private static boolean isLoaded(Manuscript manuscript, Pattern pattern) {
        return manuscript.sources().stream().anyMatch(source -> pattern.matcher(source.text()).find());
    }

    /** Not behind a percent sign. */
    private static Pattern loads(String name) {
        String command = "(?m)^[^%\\n]*\\\\(?:usepackage|RequirePackage)\\s*(?:\\[[^\\]]*\\]\\s*)?";
        return Pattern.compile(command + "\\{(?:[^{}]*[,\\s])?" + name + "(?:[,\\s][^{}]*)?\\}");
    }
}
