package org.scholion.ui.latex.internal.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.scholion.text.LineIndex;
import org.scholion.text.TextRange;

/** Finds what can be folded: the preamble, sections, environments, comments of several lines. */
public final class Folds {

    /** Lines that fold into their first; both count from 1. */
    public record Fold(Kind kind, int firstLine, int lastLine) {}

    /** What folds. */
    public enum Kind {
        PREAMBLE,
        SECTION,
        ENVIRONMENT,
        COMMENT
    }

    private record Open(String name, int level, int line) {}

    private static final int SHORTEST_COMMENT = 3;

    private final String text;
    private final LineIndex lines;
    private final List<Fold> folds = new ArrayList<>();
    private final Deque<Open> sections = new ArrayDeque<>();
    private final Deque<Open> environments = new ArrayDeque<>();
    private int documentClassLine;

    private Folds(String text) {
        this.text = text;
        this.lines = new LineIndex(text);
    }

    /** All folds of a text; inner ones come before the outer ones that they stand in. */
    public static List<Fold> of(String text) {
        return new Folds(text).find();
    }

    private List<Fold> find() {
        List<Token> tokens = LineColours.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != TokenKind.STRUCTURE) {
                continue;
            }
            String command = token.range().of(text).substring(1);
            int line = lines.line(token.range().start());
            boolean named = i + 1 < tokens.size() && tokens.get(i + 1).kind() == TokenKind.ENVIRONMENT;
            if (command.equals("begin") && named) {
                begin(tokens.get(i + 1).range().of(text), line);
            } else if (command.equals("end") && named) {
                end(tokens.get(i + 1).range().of(text), line);
            } else if (command.equals("documentclass")) {
                documentClassLine = line;
            } else if (LatexVocabulary.isSection(command)) {
                section(LatexVocabulary.sectionLevel(command), line);
            } else if (command.equals("appendix") || command.equals("printbibliography") || command.equals("bibliography")) {
                closeSections(0, line - 1);
            }
        }
        closeSections(0, lastLine());
        comments(tokens);
        return folds;
    }

    private void begin(String name, int line) {
        if (name.equals("document") && documentClassLine > 0) {
            add(Kind.PREAMBLE, documentClassLine, line - 1);
        }
        environments.push(new Open(name, 0, line));
    }

    private void end(String name, int line) {
        if (name.equals("document")) {
            closeSections(0, line - 1);
        }
        if (environments.stream().noneMatch(open -> open.name().equals(name))) {
            return;
        }
        Open open = environments.pop();
        while (!open.name().equals(name)) {
            open = environments.pop();
        }
        if (!name.equals("document")) {
            add(Kind.ENVIRONMENT, open.line(), line);
        }
    }

    private void section(int level, int line) {
        closeSections(level, line - 1);
        sections.push(new Open("", level, line));
    }

    private void closeSections(int level, int line) {
        while (!sections.isEmpty() && sections.element().level() >= level) {
            add(Kind.SECTION, sections.pop().line(), lastWritten(line));
        }
    }

    private int lastWritten(int line) {
        int last = line;
        while (last > 1 && lineText(last).isBlank()) {
            last--;
        }
        return last;
    }

    private int lastLine() {
        return lines.lineCount();
    }

    private String lineText(int line) {
        return text.substring(lines.start(line), line < lines.lineCount() ? lines.start(line + 1) : text.length());
    }

    /** Lines that hold nothing but a comment. */
    private void comments(List<Token> tokens) {
        int first = 0;
        int last = 0;
        for (Token token : tokens) {
            boolean comment = token.kind() == TokenKind.COMMENT || token.kind() == TokenKind.DIRECTIVE;
            if (!comment) {
                continue;
            }
            int line = lines.line(token.range().start());
            boolean alone = new TextRange(lines.start(line), token.range().start()).of(text).isBlank();
            if (!alone) {
                continue;
            }
            if (line != last + 1) {
                addComment(first, last);
                first = line;
            }
            last = line;
        }
        addComment(first, last);
    }

    private void addComment(int first, int last) {
        if (last - first + 1 >= SHORTEST_COMMENT && first > 0) {
            add(Kind.COMMENT, first, last);
        }
    }

    private void add(Kind kind, int first, int last) {
        if (last > first) {
            folds.add(new Fold(kind, first, last));
        }
    }
}
