package org.scholion.bibtex.internal;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.bibtex.BibtexElement;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexHabits;
import org.scholion.bibtex.BibtexHabits.Sorted;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Where entries go in and out of a file. */
public final class EntryPlaces {

    private final BibtexFile file;
    private final String text;
    private final BibtexHabits habits;

    public EntryPlaces(BibtexFile file, BibtexHabits habits) {
        this.file = file;
        text = file.text();
        this.habits = habits;
    }

    /** Whether this is what JabRef keeps at the end of a file. */
    public static boolean isMetadata(BibtexElement element, String text) {
        return element instanceof BibtexElement.Comment comment && comment.content().of(text).stripLeading().startsWith("jabref-");
    }

    /** Puts in an entry that was written. */
    public TextEdit add(String key, String written) {
        String gap = habits.lineEnd().repeat(habits.emptyLines() + 1);
        List<Entry> entries = file.entries();
        if (habits.sorted() != Sorted.NO) {
            for (int i = 0; i < entries.size(); i++) {
                if (compare(entries.get(i).key(), key) > 0) {
                    return i == 0 ? before(entries.getFirst(), written, gap) : behind(entries.get(i - 1).range().end(), written, gap);
                }
            }
        }
        BibtexElement last = last();
        if (last != null) {
            return behind(last.range().end(), written, gap);
        }
        int end = trimmedEnd(metadataStart());
        return end == 0 ? new TextEdit(TextRange.at(0), written + (metadataStart() < text.length() ? gap : text.isEmpty() ? habits.lineEnd() : ""))
                : new TextEdit(TextRange.at(end), gap + written);
    }

    private int compare(String a, String b) {
        return habits.sorted() == Sorted.BY_KEY ? a.compareTo(b) : a.compareToIgnoreCase(b);
    }

    /** The last entry; where there is none the last other part that is neither text nor metadata. */
    private @Nullable BibtexElement last() {
        if (!file.entries().isEmpty()) {
            return file.entries().getLast();
        }
        BibtexElement last = null;
        for (BibtexElement element : file.elements()) {
            if (!(element instanceof BibtexElement.Between) && !isMetadata(element, text)) {
                last = element;
            }
        }
        return last;
    }

    private int metadataStart() {
        for (BibtexElement element : file.elements()) {
            if (isMetadata(element, text)) {
                return element.range().start();
            }
        }
        return text.length();
    }

    private TextEdit behind(int end, String written, String gap) {
        int at = end;
        int line = end;
        while (line < text.length() && "\r\n@".indexOf(text.charAt(line)) < 0) {
            line++;
        }
        if (!text.substring(end, line).isBlank()) {
            while (line < text.length() && "\r\n".indexOf(text.charAt(line)) < 0) {
                line++;
            }
            at = trimmedEnd(line);
        }
        return new TextEdit(TextRange.at(at), gap + written);
    }

    private TextEdit before(Entry first, String written, String gap) {
        int start = first.range().start();
        int block = start;
        // comments on the lines right above belong to the entry
        while (block > 0 && lineStart(block) == block) {
            int previous = lineStart(lineBefore(block));
            if (!text.substring(previous, block).stripLeading().startsWith("%")) {
                break;
            }
            block = previous;
        }
        int end = trimmedEnd(block);
        return end == 0 ? new TextEdit(TextRange.at(block), written + gap) : new TextEdit(TextRange.at(end), gap + written);
    }

    private int lineStart(int at) {
        int i = at;
        while (i > 0 && "\r\n".indexOf(text.charAt(i - 1)) < 0) {
            i--;
        }
        return i;
    }

    /** A place in the line before the one that begins here. */
    private int lineBefore(int start) {
        boolean two = start > 1 && text.charAt(start - 1) == '\n' && text.charAt(start - 2) == '\r';
        return two ? start - 2 : Math.max(0, start - 1);
    }

    private int trimmedEnd(int end) {
        int i = end;
        while (i > 0 && (Character.isWhitespace(text.charAt(i - 1)) || text.charAt(i - 1) == '\uFEFF')) {
            i--;
        }
        return i;
    }

    /** Takes out an entry. */
    public TextEdit delete(Entry entry) {
        int start = entry.range().start();
        int end = entry.range().end();
        int before = trimmedEnd(start);
        int behind = end;
        while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
            behind++;
        }
        if (before == 0) {
            return new TextEdit(new TextRange(start, behind), "");
        }
        String following = text.substring(end, behind);
        boolean lineEnds = behind == text.length() || following.indexOf('\n') >= 0 || following.indexOf('\r') >= 0;
        return new TextEdit(new TextRange(lineEnds || text.substring(lineStart(before), before).indexOf('%') < 0 ? before : start, end), "");
    }
}
