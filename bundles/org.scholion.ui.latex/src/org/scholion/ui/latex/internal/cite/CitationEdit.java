package org.scholion.ui.latex.internal.cite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.syntax.LatexVocabulary;
import org.scholion.ui.latex.internal.syntax.SourceContext;

/** The edit of a LaTeX text that cites works at a place. */
public final class CitationEdit {

    /** How far a citation that covers the place may begin before it. */
    private static final int FURTHEST = 2000;

    private static final Pattern CITATION =
            Pattern.compile("\\\\([A-Za-z@]+)\\*?\\s*(?:\\[[^\\]]*\\]\\s*){0,2}\\{([^{}]*)\\}");

    private final String text;
    private final CitationStyle style;

    public CitationEdit(String text, CitationStyle style) {
        this.text = text;
        this.style = style;
    }

    /**
     * Adds keys to the citation at a place, or writes a new one there.
     *
     * @return empty when all keys stand there already
     */
    public Optional<TextEdit> at(int offset, List<String> keys) {
        Optional<TextRange> argument = argument(offset);
        if (argument.isPresent()) {
            return added(argument.get(), offset, keys);
        }
        if (SourceContext.before(text, offset) instanceof SourceContext.Argument open
                && open.index() == 0
                && LatexVocabulary.isCitation(open.command())) {
            return Optional.of(new TextEdit(open.range(), String.join(style.separator(), keys) + "}"));
        }
        return Optional.of(written(offset, keys));
    }

    /** A citation for anywhere. */
    public static String command(CitationStyle style, List<String> keys) {
        return "\\" + style.command() + "{" + String.join(style.separator(), keys) + "}";
    }

    /** The keys of the complete citation that covers a place, or ends there. */
    private Optional<TextRange> argument(int offset) {
        Matcher matcher = CITATION.matcher(text);
        matcher.region(Math.max(0, offset - FURTHEST), Math.min(text.length(), offset + FURTHEST));
        while (matcher.find() && matcher.start() < offset) {
            if (offset <= matcher.end() && LatexVocabulary.isCitation(matcher.group(1))) {
                return Optional.of(new TextRange(matcher.start(2), matcher.end(2)));
            }
        }
        return Optional.empty();
    }

    private Optional<TextEdit> added(TextRange argument, int offset, List<String> keys) {
        String content = argument.of(text);
        List<String> fresh = new ArrayList<>(keys);
        Arrays.stream(content.split(",")).map(String::strip).forEach(fresh::remove);
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        if (content.isBlank()) {
            return Optional.of(new TextEdit(argument, String.join(style.separator(), fresh)));
        }
        String separator = content.contains(",") ? content.contains(", ") ? ", " : "," : style.separator();
        int comma = argument.contains(offset) ? text.indexOf(',', offset) : -1;
        int place = comma < 0 || comma >= argument.end() ? argument.end() : comma;
        while (place > argument.start() && Character.isWhitespace(text.charAt(place - 1))) {
            place--;
        }
        boolean behindComma = place > argument.start() && text.charAt(place - 1) == ',';
        String joined = String.join(separator, fresh);
        String lead = behindComma ? separator.substring(1) : place == argument.start() ? "" : separator;
        return Optional.of(new TextEdit(TextRange.at(place), lead + joined));
    }

    private TextEdit written(int offset, List<String> keys) {
        int end = offset;
        while (end > 0 && end < text.length() && isWord(text.charAt(end - 1)) && isWord(text.charAt(end))) {
            end++;
        }
        int start = end;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        boolean lineStart = start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
        if (lineStart) {
            start = end;
        }
        boolean tied = !lineStart && !style.isTight() && "~([{`/-\u2013\u2014\u201c\u2018".indexOf(text.charAt(start - 1)) < 0;
        boolean follows = end < text.length() && (isWord(text.charAt(end)) || "\\$".indexOf(text.charAt(end)) >= 0);
        String citation = (tied ? "~" : "") + command(style, keys) + (follows ? " " : "");
        return new TextEdit(new TextRange(start, end), citation);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
