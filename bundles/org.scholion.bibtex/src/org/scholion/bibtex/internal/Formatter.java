package org.scholion.bibtex.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.bibtex.BibtexElement;
import org.scholion.bibtex.BibtexElement.Between;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexFormat;
import org.scholion.bibtex.BibtexFormat.Order;
import org.scholion.bibtex.BibtexParser;
import org.scholion.bibtex.BibtexProblem;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Sets out a file anew. */
public final class Formatter {

    private static final Pattern EMPTY_LINE = Pattern.compile("\\R[ \\t]*\\R");
    private static final List<String> USUAL = List.of("author", "editor", "title", "subtitle", "booktitle", "journal", "journaltitle", "series", "volume", "number",
            "pages", "edition", "publisher", "school", "institution", "organization", "address", "location", "date", "year", "month", "isbn", "issn", "doi",
            "eprint", "archiveprefix", "eprinttype", "primaryclass", "eprintclass", "url", "urldate", "howpublished", "note");

    private final BibtexFile file;
    private final BibtexFormat format;
    private final String text;
    private final String lineEnd;

    /** An element with the comments before it. */
    private record Unit(String comments, @Nullable BibtexElement element) {}

    public Formatter(BibtexFile file, BibtexFormat format) {
        this.file = file;
        this.format = format;
        text = file.text();
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** See {@link BibtexFormat#edits}. */
    public List<TextEdit> edits() {
        boolean readable = file.problems().stream().allMatch(problem -> problem.kind() == BibtexProblem.Kind.UNKNOWN_MACRO);
        if (!readable) {
            return inPlace();
        }
        String formatted = whole();
        if (formatted.equals(text)) {
            return List.of();
        }
        // a comment in an odd place may have hidden something: better nothing is changed
        boolean same = contents(BibtexParser.parse(formatted)).equals(contents(file));
        return same ? List.of(new TextEdit(new TextRange(0, text.length()), formatted).minimal(text)) : inPlace();
    }

    /** Only the inside of entries. */
    private List<TextEdit> inPlace() {
        List<TextEdit> edits = new ArrayList<>();
        for (Entry entry : file.entries()) {
            String written = written(entry);
            if (!written.equals(entry.range().of(text))) {
                edits.add(new TextEdit(entry.range(), written));
            }
        }
        return edits;
    }

    /** What a file says, in whatever order. */
    static List<String> contents(BibtexFile file) {
        List<String> contents = new ArrayList<>();
        for (Entry entry : file.entries()) {
            List<String> fields = new ArrayList<>(entry.fields().stream().map(field -> field.name() + "=" + field.value()).toList());
            Collections.sort(fields);
            contents.add(entry.type() + "{" + entry.key() + fields);
        }
        Collections.sort(contents);
        return contents;
    }

    private String whole() {
        List<Unit> definitions = new ArrayList<>();
        List<Unit> entries = new ArrayList<>();
        List<Unit> metadata = new ArrayList<>();
        String header = "";
        StringBuilder comments = new StringBuilder();
        for (BibtexElement element : file.elements()) {
            if (element instanceof Between between) {
                String words = between.range().of(text);
                Matcher gap = EMPTY_LINE.matcher(words.stripTrailing().isEmpty() ? "" : words);
                if (between.range().start() == 0 && words.strip().length() > 0) {
                    int last = -1;
                    while (gap.find()) {
                        last = gap.start();
                    }
                    header = last < 0 ? "" : words.substring(0, last).strip();
                    words = last < 0 ? words : words.substring(last);
                }
                append(comments, words);
            } else if (EntryPlaces.isMetadata(element, text)) {
                metadata.add(unit(comments, element));
            } else if (element instanceof BibtexElement.Comment) {
                append(comments, element.range().of(text));
            } else {
                (element instanceof Entry ? entries : definitions).add(unit(comments, element));
            }
        }
        sort(entries);
        StringBuilder out = new StringBuilder(header);
        boolean before = false;
        for (Unit unit : definitions) {
            separate(out, before ? 0 : 1);
            write(out, unit);
            before = true;
        }
        for (Unit unit : entries) {
            separate(out, format.emptyLines());
            write(out, unit);
        }
        metadata.add(unit(comments, null));
        for (Unit unit : metadata) {
            separate(out, 1);
            write(out, unit);
        }
        String whole = out.toString().stripTrailing();
        return whole.isEmpty() ? text : whole + lineEnd;
    }

    private void append(StringBuilder comments, String words) {
        String stripped = words.strip();
        if (!stripped.isEmpty()) {
            comments.append(comments.isEmpty() ? "" : lineEnd).append(stripped);
        }
    }

    private static Unit unit(StringBuilder comments, @Nullable BibtexElement element) {
        Unit unit = new Unit(comments.toString(), element);
        comments.setLength(0);
        return unit;
    }

    private void separate(StringBuilder out, int emptyLines) {
        int end = out.length();
        while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        out.setLength(end);
        if (end > 0) {
            out.append(lineEnd.repeat(emptyLines + 1));
        }
    }

    private void write(StringBuilder out, Unit unit) {
        out.append(unit.comments()).append(unit.comments().isEmpty() ? "" : lineEnd);
        BibtexElement element = unit.element();
        if (element != null) {
            out.append(element instanceof Entry entry ? written(entry) : element.range().of(text));
        }
    }

    private void sort(List<Unit> units) {
        if (format.order() != Order.AS_IS) {
            Comparator<Entry> order = EntryOrder.of(file, format.order());
            units.sort((a, b) ->
                    a.element() instanceof Entry first && b.element() instanceof Entry second ? order.compare(first, second) : 0);
        }
    }

    private String written(Entry entry) {
        if (!entry.complete() || entry.key().isEmpty() || entry.fields().isEmpty() || hasComments(entry)) {
            return entry.range().of(text);
        }
        List<BibtexField> fields = new ArrayList<>(entry.fields());
        switch (format.fields()) {
            case ALPHABETICAL -> fields.sort(Comparator.comparing(BibtexField::name));
            case USUAL -> fields.sort(Comparator.comparingInt(field -> USUAL.contains(field.name()) ? USUAL.indexOf(field.name()) : USUAL.size()));
            case AS_IS -> {
                // as they are
            }
        }
        int width = fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
        StringBuilder out = new StringBuilder(text.substring(entry.range().start(), entry.keyRange().start()).replaceAll("\\s", "")).append(entry.key());
        for (BibtexField field : fields) {
            String name = field.nameRange().of(text);
            out.append(',').append(lineEnd).append(format.indent()).append(name).append(" ".repeat(format.align() ? width - name.length() : 0)).append(" = ")
                    .append(field.valueRange().of(text));
        }
        boolean comma = text.substring(entry.fields().getLast().range().end(), entry.range().end()).indexOf(',') >= 0;
        return out.append(comma ? "," : "").append(lineEnd).append(text.charAt(entry.range().end() - 1)).toString();
    }

    /** Whether something stands between the fields that would be lost. */
    private boolean hasComments(Entry entry) {
        int at = entry.keyRange().end();
        for (BibtexField field : entry.fields()) {
            if (!text.substring(at, field.nameRange().start()).replace(',', ' ').isBlank()
                    || !text.substring(field.nameRange().end(), field.valueRange().start()).replaceFirst("=", "").isBlank()) {
                return true;
            }
            at = field.range().end();
        }
        return !text.substring(at, entry.range().end() - 1).replace(',', ' ').isBlank()
                || text.substring(entry.range().start(), entry.keyRange().start()).indexOf('%') >= 0;
    }
}
