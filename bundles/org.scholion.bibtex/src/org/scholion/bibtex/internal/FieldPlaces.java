package org.scholion.bibtex.internal;

import java.util.ArrayList;
import java.util.List;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexHabits;
import org.scholion.bibtex.FieldLayout;
import org.scholion.bibtex.FieldLayout.Alignment;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Where fields of an entry go in and out. */
public final class FieldPlaces {

    private final String text;
    private final Entry entry;

    public FieldPlaces(String text, Entry entry) {
        this.text = text;
        this.entry = entry;
    }

    /** The names in the order of the file; those that it has not stay behind those that they follow here. */
    public static List<String> inOrder(List<String> names, List<String> order) {
        List<String> sorted = new ArrayList<>(names.stream().filter(order::contains).toList());
        sorted.sort((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)));
        for (int i = 0; i < names.size(); i++) {
            if (!order.contains(names.get(i))) {
                sorted.add(i == 0 ? 0 : sorted.indexOf(names.get(i - 1)) + 1, names.get(i));
            }
        }
        return sorted;
    }

    /** That of the file where this entry is set out like it, else its own. */
    public FieldLayout layout(FieldLayout usual) {
        int like = 0;
        for (BibtexField field : entry.fields()) {
            String name = field.nameRange().of(text);
            String gap = text.substring(field.nameRange().end(), field.valueRange().start());
            String lead = usual.lead(name);
            int start = field.nameRange().start();
            like += gap.equals(usual.equalsSign(name)) && text.startsWith(lead.strip().isEmpty() ? lead.replace("\n", "") : lead,
                    start - lead.replace("\n", "").length()) ? 1 : 0;
        }
        return like * 2 >= entry.fields().size() ? usual : LayoutReader.layout(text, List.of(entry));
    }

    /** Puts in a field, {@code written} with the white space before it. */
    public TextEdit insert(FieldLayout layout, String name, String written, BibtexHabits habits) {
        int anchor = anchorEnd(name, habits.fieldOrder());
        int comma = commaBehind(anchor);
        if (comma < 0) {
            return new TextEdit(TextRange.at(anchor), (entry.key().isEmpty() && entry.fields().isEmpty() ? "" : ",") + written);
        }
        int at = comma + 1;
        int comment = at;
        while (comment < text.length() && (text.charAt(comment) == ' ' || text.charAt(comment) == '\t')) {
            comment++;
        }
        if (layout.ownLines() && comment < text.length() && text.charAt(comment) == '%') {
            while (comment < text.length() && text.charAt(comment) != '\n' && text.charAt(comment) != '\r') {
                comment++;
            }
            at = comment;
        }
        return new TextEdit(TextRange.at(at), written + ",");
    }

    private int anchorEnd(String name, List<String> order) {
        int rank = order.indexOf(name.toLowerCase(java.util.Locale.ROOT));
        if (rank >= 0) {
            int anchor = entry.keyRange().end();
            for (BibtexField field : entry.fields()) {
                int other = order.indexOf(field.name());
                if (other >= 0 && other < rank) {
                    anchor = field.range().end();
                }
            }
            return anchor;
        }
        return entry.fields().isEmpty() ? entry.keyRange().end() : entry.fields().getLast().range().end();
    }

    /** The comma that follows, behind white space and comments; -1 where there is none. */
    public int commaBehind(int end) {
        int i = skipIgnored(end);
        return i < entry.range().end() && text.charAt(i) == ',' ? i : -1;
    }

    /** The edits that take out every field of that name. */
    public List<TextEdit> remove(String name) {
        List<TextRange> ranges = new ArrayList<>();
        for (int i = 0; i < entry.fields().size(); i++) {
            if (entry.fields().get(i).name().equalsIgnoreCase(name)) {
                TextRange range = removed(i);
                if (!ranges.isEmpty() && ranges.getLast().end() >= range.start()) {
                    range = ranges.removeLast().hull(range);
                }
                ranges.add(range);
            }
        }
        return ranges.stream().map(range -> new TextEdit(range, "")).toList();
    }

    private TextRange removed(int index) {
        BibtexField field = entry.fields().get(index);
        int start = field.nameRange().start();
        int end = field.range().end();
        int space = start;
        while (space > 0 && Character.isWhitespace(text.charAt(space - 1))) {
            space--;
        }
        int comma = commaBehind(end);
        if (comma >= 0 && text.substring(end, comma).isBlank()) {
            return lineFollows(comma + 1) || !inComment(space) ? new TextRange(space, comma + 1) : new TextRange(start, comma + 1);
        }
        if (index + 1 < entry.fields().size()) {
            return new TextRange(start, comma >= 0 ? end : entry.fields().get(index + 1).nameRange().start());
        }
        int before = index == 0 ? entry.keyRange().end() : entry.fields().get(index - 1).range().end();
        if (text.substring(before, start).strip().equals(",")) {
            return new TextRange(before, end);
        }
        return lineFollows(end) || !inComment(space) ? new TextRange(space, end) : new TextRange(start, end);
    }

    /** Renames a field and keeps the column of what is aligned. */
    public TextEdit rename(BibtexField field, String name, FieldLayout layout) {
        int end = field.nameRange().end();
        int growth = name.length() - field.nameRange().length();
        int gap = end;
        while (gap < text.length() && text.charAt(gap) == ' ') {
            gap++;
        }
        boolean aligned = layout.alignment() == Alignment.EQUALS && gap > end && gap < text.length() && text.charAt(gap) == '=';
        if (!aligned) {
            return new TextEdit(field.nameRange(), name);
        }
        return new TextEdit(new TextRange(field.nameRange().start(), gap), name + " ".repeat(Math.max(1, gap - end - growth)));
    }

    private boolean lineFollows(int at) {
        int i = at;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    /** Whether a comment ends at this place. */
    private boolean inComment(int at) {
        for (int i = at - 1; i >= entry.range().start() && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
            if (text.charAt(i) == '%') {
                return true;
            }
        }
        return false;
    }

    private int skipIgnored(int from) {
        int i = from;
        while (i < text.length()) {
            if (text.charAt(i) == '%') {
                while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                    i++;
                }
            } else if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else {
                return i;
            }
        }
        return i;
    }
}
