package org.scholion.manuscript.latex.internal.read;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.Accents;
import org.scholion.manuscript.latex.internal.tex.CommandAction;
import org.scholion.manuscript.latex.internal.tex.CommandTable;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;

/** Prints letters, white space, ligatures and accents. */
final class Letters {

    private static final int MAX_ACCENTS = 4;
    private static final boolean[] SPECIAL = new boolean[128];

    static {
        for (char c : "\\{}$%#&~`'\"-,<>!? \t\n\r\f\u000b^".toCharArray()) {
            SPECIAL[c] = true;
        }
        for (int i = 0; i < ' '; i++) {
            SPECIAL[i] = true;
        }
        SPECIAL[127] = true;
    }

    /** A letter that a command prints, and where the command ends. */
    private record Printed(String text, int end) {}

    private final Interpreter interpreter;
    private final Reading reading;
    private final Output out;

    Letters(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
        out = reading.out;
    }

    /** Prints from the frame's place up to what is not a plain letter. */
    void run(Frame frame) {
        TexText text = frame.text;
        int start = frame.at;
        int end = frame.end;
        int i = start;
        while (i < end) {
            char c = text.at(i);
            if (c < 128 ? SPECIAL[c] && !isPlainHere(frame, i, c) || c == reading.shortVerb : isSpecial(c)) {
                break;
            }
            i++;
        }
        if (i > start) {
            out.verbatim(text.text(), start, i, reading.spot(frame, start, i));
            frame.at = i;
            return;
        }
        special(frame, text.at(start));
    }

    /** Whether a unit that may begin a ligature does not begin one. */
    private boolean isPlainHere(Frame frame, int at, char c) {
        char next = at + 1 < frame.end ? frame.text.at(at + 1) : ' ';
        return switch (c) {
            case '-' -> next != '-' || out.isMuted();
            case '!', '?' -> next != '`';
            case '<', '>' -> next != c || !languageIn("fr", "es", "pt", "it", "ru");
            case ',' -> next != ',' || !languageIn("de", "pl", "cs", "hu", "ro", "nl");
            case '\'' -> next != '\'' && (openQuotes() == 0 || Character.isLetterOrDigit(next));
            case '"' -> !reading.doubleQuoteActive;
            case '^' -> next != '^';
            default -> false;
        };
    }

    private int openQuotes() {
        BlockBuilder open = out.open();
        return open == null ? 0 : open.openSingleQuotes();
    }

    private boolean languageIn(String... tags) {
        String language = out.scope.language().isEmpty() ? out.mainLanguage() : out.scope.language();
        for (String tag : tags) {
            if (language.startsWith(tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpecial(char c) {
        return c == '\u00a0' || c == '\u00ad' || c == Prose.PLACEHOLDER || c >= '\u2000' && c <= '\u200d' || c == '\u202f'
                || c == '\u2060' || c == '\ufeff' || c == '\u3000' || c == '\u2028' || c == '\u2029' || c == '\u205f' || c == '\u0085';
    }

    private void special(Frame frame, char c) {
        int at = frame.at;
        char next = at + 1 < frame.end ? frame.text.at(at + 1) : 0;
        if (c == reading.shortVerb && c != 0) {
            interpreter.commands.code.shortVerb(frame);
            return;
        }
        switch (c) {
            case ' ', '\t', '\n', '\r', '\f', '\u000b' -> whiteSpace(frame);
            case '~' -> space(frame, 1);
            case '&' -> {
                frame.at++;
                if (out.kind() == BlockKind.TABLE_CELL) {
                    out.endParagraph();
                } else {
                    out.space(reading.spot(frame, at, at + 1), false);
                }
            }
            case '-' -> {
                boolean three = at + 2 < frame.end && frame.text.at(at + 2) == '-';
                print(frame, three ? "\u2014" : "\u2013", three ? 3 : 2);
            }
            case '`' -> openQuote(frame, next);
            case '\'' -> closeQuote(frame, next);
            case ',' -> print(frame, "\u201e", 2);
            case '<' -> print(frame, "\u00ab", 2);
            case '>' -> print(frame, "\u00bb", 2);
            case '!' -> print(frame, "\u00a1", 2);
            case '?' -> print(frame, "\u00bf", 2);
            case '"' -> shorthand(frame, next);
            case '^' -> frame.at = Math.min(frame.end, at + 3);
            case Prose.PLACEHOLDER -> {
                out.placeholder(PlaceholderKind.OBJECT, Placeholder.Role.NOUN, "", reading.spot(frame, at, at + 1));
                frame.at++;
            }
            case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> frame.at++;
            default -> {
                if (c < ' ' || c == 127) {
                    frame.at++;
                } else {
                    space(frame, 1);
                }
            }
        }
    }

    private void whiteSpace(Frame frame) {
        TexText text = frame.text;
        int start = frame.at;
        int lines = 0;
        int i = start;
        while (i < frame.end) {
            char c = text.at(i);
            if (c == '\n' || c == '\r') {
                i = text.skipLineEnd(i, frame.end);
                lines++;
            } else if (c == ' ' || c == '\t' || c == '\f' || c == '\u000b') {
                i++;
            } else {
                break;
            }
        }
        frame.at = i;
        if (lines > 1) {
            out.endParagraph();
        } else {
            boolean one = i == start + 1 && text.at(start) == ' ';
            out.space(reading.spot(frame, start, i), one);
        }
    }

    private void space(Frame frame, int length) {
        out.space(reading.spot(frame, frame.at, frame.at + length), false);
        frame.at += length;
    }

    void print(Frame frame, String printed, int length) {
        out.notation(printed, reading.spot(frame, frame.at, frame.at + length));
        frame.at += length;
    }

    private void openQuote(Frame frame, char next) {
        if (next == '`') {
            print(frame, "\u201c", 2);
            return;
        }
        print(frame, "\u2018", 1);
        BlockBuilder open = out.open();
        if (open != null) {
            open.quoteOpened(1);
        }
    }

    private void closeQuote(Frame frame, char next) {
        if (next == '\'') {
            print(frame, "\u201d", 2);
            return;
        }
        print(frame, "\u2019", 1);
        BlockBuilder open = out.open();
        if (open != null) {
            open.quoteOpened(-1);
        }
    }

    /** What babel makes of {@code "} in German and its neighbours. */
    private void shorthand(Frame frame, char next) {
        switch (next) {
            case '`' -> print(frame, "\u201e", 2);
            case '\'' -> print(frame, "\u201c", 2);
            case '<' -> print(frame, "\u00ab", 2);
            case '>' -> print(frame, "\u00bb", 2);
            case '=', '~' -> print(frame, "-", 2);
            case '-', '"', '|', '/' -> frame.at += 2;
            default -> {
                String letter = "aeiouAEIOU".indexOf(next) >= 0 ? Accents.compose("\"", String.valueOf(next)) : null;
                if (letter != null) {
                    print(frame, letter, 2);
                } else if (next == 's' || next == 'z') {
                    print(frame, "\u00df", 2);
                } else {
                    int start = frame.at;
                    out.verbatim(frame.text.text(), start, start + 1, reading.spot(frame, start, start + 1));
                    frame.at++;
                }
            }
        }
    }

    /** Prints {@code {\"o}} as one letter; false when the group is not that. */
    boolean groupedLetter(Frame frame, int open, int closing) {
        if (closing - open < 3 || closing - open > 16 || frame.text.at(open + 1) != '\\') {
            return false;
        }
        Printed letter = letter(frame, open + 1, 0);
        if (letter == null || letter.end() > closing || !frame.text.text().substring(letter.end(), closing).isBlank()) {
            return false;
        }
        out.notation(letter.text(), reading.spot(frame, open, closing + 1));
        frame.at = closing + 1;
        return true;
    }

    /** Prints the accent command that begins at {@code start}; false when what follows takes no accent. */
    boolean accent(Frame frame, int start) {
        Printed letter = letter(frame, start, 0);
        if (letter == null) {
            return false;
        }
        if (!letter.text().isEmpty()) {
            out.notation(letter.text(), reading.spot(frame, start, letter.end()));
        }
        frame.at = letter.end();
        return true;
    }

    private @Nullable Printed letter(Frame frame, int start, int depth) {
        TexText text = frame.text;
        int nameEnd = text.nameEnd(start, frame.end, frame.atIsLetter);
        String name = text.text().substring(start + 1, nameEnd);
        CommandTable.Command command = reading.macros.containsKey(name) ? null : reading.command(name);
        if (command == null) {
            return null;
        }
        boolean word = TexText.isLetter(text.at(nameEnd - 1));
        if (command.action() == CommandAction.PRINT) {
            return new Printed(command.parameter(), word ? text.skipSpace(nameEnd, frame.end) : nameEnd);
        }
        if (command.action() != CommandAction.ACCENT) {
            return null;
        }
        int at = text.skipBlanks(nameEnd, frame.end);
        if (at >= frame.end) {
            return new Printed(orEmpty(Accents.compose(name, "")), nameEnd);
        }
        if (text.at(at) == '{') {
            int closing = text.closing(at);
            if (closing == TexText.NONE || closing >= frame.end || closing - at > 12) {
                return null;
            }
            String base = text.text().substring(at + 1, closing).strip();
            if (base.startsWith("\\")) {
                Printed inner = letterOf(base, depth + 1);
                base = inner == null ? "" : inner.text();
            }
            String composed = Accents.compose(name, base);
            return composed == null ? null : new Printed(composed, closing + 1);
        }
        if (text.at(at) == '\\') {
            Printed base = depth > MAX_ACCENTS ? null : letter(frame, at, depth + 1);
            String composed = base == null || base.text().isEmpty() ? null : Accents.compose(name, base.text());
            return base == null || composed == null ? null : new Printed(composed, base.end());
        }
        int after = text.text().offsetByCodePoints(at, 1);
        String composed = Accents.compose(name, text.text().substring(at, after));
        return composed == null ? null : new Printed(composed, after);
    }

    /** The letter that a short piece of LaTeX prints, such as {@code \i} or {@code \'e}. */
    private @Nullable Printed letterOf(String piece, int depth) {
        TexText text = new TexText(piece, null);
        return letter(new Frame(new Slice(text, 0, text.length(), List.of(), null, false), Frame.Kind.ARGUMENT), 0, depth);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
