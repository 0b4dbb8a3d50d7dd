package org.scholion.ui.latex.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.text.TextRange;

/** Colours one line of a bibliography file; no line depends on another. */
public final class BibScanner {

    private static final Pattern ENTRY = Pattern.compile("(@\\w+)\\s*[{(]\\s*([^,\\s{}]*)");
    private static final Pattern FIELD = Pattern.compile("^\\s*([A-Za-z][\\w-]*)\\s*=");
    private static final Pattern COMMENT = Pattern.compile("^\\s*%.*");
    private static final Pattern COMMAND = Pattern.compile("\\\\(?:[A-Za-z]+|.)");

    private BibScanner() {}

    /** The tokens of a line other than plain text; offsets count in the line. */
    public static List<Token> scan(String line) {
        List<Token> tokens = new ArrayList<>();
        if (COMMENT.matcher(line).matches()) {
            tokens.add(new Token(TokenKind.COMMENT, new TextRange(0, line.length())));
            return tokens;
        }
        int from = 0;
        Matcher entry = ENTRY.matcher(line);
        if (entry.find()) {
            tokens.add(new Token(TokenKind.STRUCTURE, new TextRange(entry.start(1), entry.end(1))));
            if (entry.end(2) > entry.start(2)) {
                tokens.add(new Token(TokenKind.KEY, new TextRange(entry.start(2), entry.end(2))));
            }
            from = entry.end();
        } else {
            Matcher field = FIELD.matcher(line);
            if (field.find()) {
                tokens.add(new Token(TokenKind.ENVIRONMENT, new TextRange(field.start(1), field.end(1))));
                from = field.end();
            }
        }
        Matcher command = COMMAND.matcher(line);
        while (command.find()) {
            if (command.start() >= from) {
                tokens.add(new Token(TokenKind.COMMAND, new TextRange(command.start(), command.end())));
            }
        }
        return tokens;
    }
}
