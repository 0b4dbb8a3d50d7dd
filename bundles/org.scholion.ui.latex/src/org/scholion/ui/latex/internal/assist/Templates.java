package org.scholion.ui.latex.internal.assist;

import java.util.ArrayList;
import java.util.List;
import org.scholion.manuscript.Structure.Definition;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.MarkedText;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.assist.Suggestion.Kind;

/** Writes commands and environments with places to fill in. */
final class Templates {

    private static final String INDENT = "  ";

    private Templates() {}

    static Suggestion command(Catalogue.Item item) {
        String information = "<b>" + MarkedText.escaped("\\" + item.name() + item.arguments()) + "</b><br>"
                + MarkedText.escaped(item.description());
        return command(Kind.COMMAND, item.name(), item.arguments(), item.description(), information);
    }

    /** A command of the paper; its body shows how many arguments it takes. */
    static Suggestion ownCommand(Definition definition, String information) {
        StringBuilder arguments = new StringBuilder();
        for (int number = 1; number <= 9 && definition.expansion().contains("#" + number); number++) {
            arguments.append('{').append(number).append('}');
        }
        return command(Kind.OWN, definition.name(), arguments.toString(), Messages.completion_ownCommand, information);
    }

    private static Suggestion command(Kind kind, String name, String arguments, String detail, String information) {
        StringBuilder insertion = new StringBuilder("\\").append(name);
        List<TextRange> stops = empty(arguments, insertion);
        return new Suggestion(kind, name, detail, information, "", insertion.toString(), stops);
    }

    /**
     * An environment with its end, when the closing brace and the end are not there yet.
     *
     * @param offset the place in the braces behind {@code \begin}
     */
    static Suggestion environment(Kind kind, Catalogue.Item item, String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        String line = text.substring(lineStart, offset);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        int lineEnd = text.indexOf('\n', offset);
        String behind = text.substring(offset, lineEnd < 0 ? text.length() : lineEnd).strip();
        if (!behind.isEmpty() && !behind.equals("}")) {
            return Suggestion.plain(kind, item.name(), item.description(), "");
        }
        StringBuilder insertion = new StringBuilder(item.name()).append('}');
        List<TextRange> stops = new ArrayList<>(empty(item.arguments(), insertion));
        boolean list = item.name().equals("itemize") || item.name().equals("enumerate");
        insertion.append('\n').append(indent);
        insertion.append(item.name().equals("document") ? "" : INDENT).append(list ? "\\item " : "");
        stops.add(TextRange.at(insertion.length()));
        insertion.append('\n').append(indent).append("\\end{").append(item.name()).append('}');
        return new Suggestion(kind, item.name(), item.description(), "", "", insertion.toString(), stops);
    }

    /** Appends the arguments without their words; each pair of braces is a stop. */
    private static List<TextRange> empty(String arguments, StringBuilder insertion) {
        List<TextRange> stops = new ArrayList<>();
        int depth = 0;
        for (char c : arguments.toCharArray()) {
            if (c == '{') {
                depth++;
                insertion.append(c);
                if (depth == 1 && !arguments.startsWith("{{")) {
                    stops.add(TextRange.at(insertion.length()));
                } else if (depth == 2) {
                    stops.add(TextRange.at(insertion.length()));
                }
            } else if (c == '}') {
                depth--;
                insertion.append(c);
            }
        }
        return stops;
    }
}
