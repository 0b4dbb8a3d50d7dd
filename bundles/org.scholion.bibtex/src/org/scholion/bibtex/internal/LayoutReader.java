package org.scholion.bibtex.internal;

import java.util.List;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.FieldLayout;
import org.scholion.bibtex.FieldLayout.Alignment;

/** Sees how fields are set out. */
public final class LayoutReader {

    private final String text;
    private final Counter<Boolean> ownLines = new Counter<>();
    private final Counter<String> indents = new Counter<>();
    private final Counter<String> before = new Counter<>();
    private final Counter<String> after = new Counter<>();
    private final Counter<Integer> equalsColumns = new Counter<>();
    private final Counter<Integer> valueColumns = new Counter<>();
    private final Counter<Integer> nameEnds = new Counter<>();
    private final Counter<Boolean> trailingCommas = new Counter<>();
    private final Counter<String> closings = new Counter<>();

    private LayoutReader(String text) {
        this.text = text;
    }

    /** The layout that most fields of these entries have; without fields {@link FieldLayout#PLAIN}. */
    public static FieldLayout layout(String text, List<Entry> entries) {
        LayoutReader reader = new LayoutReader(text);
        entries.forEach(reader::count);
        return reader.indents.isEmpty() ? FieldLayout.PLAIN : reader.read();
    }

    private void count(Entry entry) {
        for (BibtexField field : entry.fields()) {
            int start = field.nameRange().start();
            int from = start;
            while (from > 0 && isBlank(text.charAt(from - 1))) {
                from--;
            }
            boolean line = from == 0 || "\r\n".indexOf(text.charAt(from - 1)) >= 0;
            ownLines.add(line);
            String indent = text.substring(from, start);
            String name = field.nameRange().of(text);
            String gap = text.substring(field.nameRange().end(), field.valueRange().start());
            int sign = gap.indexOf('=');
            if (sign < 0 || gap.indexOf('%') >= 0) {
                continue;
            }
            indents.add(indent);
            before.add(gap.substring(0, sign));
            after.add(gap.substring(sign + 1));
            equalsColumns.add(name.length() + sign);
            valueColumns.add(name.length() + gap.length());
            nameEnds.add(indent.length() + name.length());
        }
        if (entry.complete() && !entry.fields().isEmpty()) {
            String rest = text.substring(entry.fields().getLast().range().end(), entry.range().end() - 1);
            boolean comma = rest.stripLeading().startsWith(",");
            String space = comma ? rest.substring(rest.indexOf(',') + 1) : rest;
            if (space.isBlank()) {
                trailingCommas.add(comma);
                closings.add(space.replace("\r\n", "\n"));
            }
        }
    }

    private FieldLayout read() {
        boolean lines = ownLines.most(true);
        String indent = indents.most("  ");
        String gapBefore = onOneLine(before.most(" "));
        String gapAfter = onOneLine(after.most(" "));
        Alignment alignment = Alignment.NONE;
        int width = 0;
        double best = Math.min(before.share(), after.share()) + 0.05;
        if (equalsColumns.share() > best) {
            best = equalsColumns.share();
            alignment = Alignment.EQUALS;
            width = equalsColumns.most(0);
            gapBefore = gapBefore.isEmpty() ? "" : " ";
        }
        if (valueColumns.share() > best) {
            best = valueColumns.share();
            alignment = Alignment.VALUES;
            width = valueColumns.most(0);
            gapAfter = gapAfter.isEmpty() ? "" : " ";
        }
        if (lines && nameEnds.share() > best + 0.1 && before.share() > 0.5) {
            alignment = Alignment.NAME_ENDS;
            width = nameEnds.most(0);
            indent = "";
        }
        return new FieldLayout(lines, indent, alignment, width, gapBefore, gapAfter, trailingCommas.most(true), closings.most("\n"));
    }

    private static String onOneLine(String gap) {
        return gap.indexOf('\n') >= 0 || gap.indexOf('\r') >= 0 ? " " : gap;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
