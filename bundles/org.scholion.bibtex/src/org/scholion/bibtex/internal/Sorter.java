package org.scholion.bibtex.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.bibtex.BibtexElement;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexFormat.Order;
import org.scholion.bibtex.BibtexParser;
import org.scholion.bibtex.BibtexProblem;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/**
 * Puts entries into each other's places. What stands between them, such as empty lines, stays where it is; comments right above an
 * entry, or behind it on its last line, go with it.
 */
public final class Sorter {

    private final BibtexFile file;
    private final String text;

    /** An entry or definition with its comments. */
    private record Unit(BibtexElement element, TextRange range) {}

    public Sorter(BibtexFile file) {
        this.file = file;
        text = file.text();
    }

    /** See {@link org.scholion.bibtex.BibtexFormat#sort}. */
    public Optional<List<TextEdit>> edits(Order order) {
        boolean readable = file.problems().stream().allMatch(problem -> problem.kind() == BibtexProblem.Kind.UNKNOWN_MACRO);
        if (!readable) {
            return Optional.empty();
        }
        List<Unit> before = units();
        Comparator<Entry> entries = EntryOrder.of(file, order);
        List<Unit> after = new ArrayList<>(before);
        after.sort((a, b) -> {
            if (a.element() instanceof Entry first && b.element() instanceof Entry second) {
                return entries.compare(first, second);
            }
            return Boolean.compare(a.element() instanceof Entry, b.element() instanceof Entry);
        });
        List<TextEdit> edits = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != after.get(i)) {
                edits.add(new TextEdit(before.get(i).range(), after.get(i).range().of(text)));
            }
        }
        // a comment in an odd place may have hidden something: better nothing is changed
        boolean same = edits.isEmpty()
                || Formatter.contents(BibtexParser.parse(new TextEdits(edits).applyTo(text))).equals(Formatter.contents(file));
        return same ? Optional.of(edits) : Optional.empty();
    }

    private List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        List<BibtexElement> elements = file.elements();
        int free = 0;
        for (int i = 0; i < elements.size(); i++) {
            BibtexElement element = elements.get(i);
            boolean moves = switch (element) {
                case Entry entry -> true;
                case BibtexElement.StringMacro macro -> true;
                case BibtexElement.Preamble preamble -> true;
                case BibtexElement.Comment comment -> false;
                case BibtexElement.Between between -> false;
            };
            if (moves) {
                int end = endOfLine(element.range().end(), i + 1 < elements.size() ? elements.get(i + 1) : null);
                units.add(new Unit(element, new TextRange(Math.max(free, comments(element.range().start())), end)));
                free = end;
            }
        }
        return units;
    }

    /** The beginning of the comments on the lines right above a place at the beginning of a line. */
    private int comments(int place) {
        int start = place;
        while (start > 0 && text.charAt(start - 1) == '\n') {
            int line = start - 1;
            while (line > 0 && text.charAt(line - 1) != '\n') {
                line--;
            }
            if (!text.substring(line, start).stripLeading().startsWith("%")) {
                break;
            }
            start = line;
        }
        return start;
    }

    /** The end of a comment that follows on the same line; the place itself where there is none. */
    private int endOfLine(int place, @Nullable BibtexElement following) {
        if (!(following instanceof BibtexElement.Between between)) {
            return place;
        }
        int end = place;
        while (end < between.range().end() && "\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int last = end;
        while (last > place && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}
