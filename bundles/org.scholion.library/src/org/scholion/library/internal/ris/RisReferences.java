package org.scholion.library.internal.ris;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.internal.ReferenceReader;
import org.scholion.library.internal.SourceBytes;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Messages;
import org.scholion.library.internal.format.Problems;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads RIS files. A record that begins or ends wrongly is read all the same. */
public final class RisReferences implements ReferenceReader {

    private static final Pattern TAGGED = Pattern.compile("([A-Z][A-Z0-9]) {1,4}-(?: (.*)|)");
    private static final Pattern BEGIN = Pattern.compile("(?m)^\\s{0,3}TY {1,4}- ");

    /** Their values have one line, so that a line behind them that has no tag is none of theirs. */
    private static final Set<String> ONE_LINE = Set.of("TY", "PY", "Y1", "Y2", "VL", "IS", "SP", "EP", "SN", "DO", "ID", "LA", "DA");

    @Override
    public boolean reads(Path source) {
        Path name = source.getFileName();
        if (name == null) {
            return false;
        }
        String lower = name.toString().toLowerCase(Locale.ROOT);
        return lower.endsWith(".ris") || lower.endsWith(".txt") && BEGIN.matcher(SourceBytes.head(source)).find();
    }

    @Override
    public ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException {
        Run run = new Run(source);
        Iterator<String> lines = SourceBytes.text(source).lines().iterator();
        while (lines.hasNext()) {
            cancel.check();
            run.line(lines.next());
        }
        run.end();
        return new ReadReferences(run.references.list(), run.problems.list());
    }

    /** Where the reading of a file stands. */
    private static final class Run {

        private final KeyedReferences references = new KeyedReferences();
        private final Problems problems;
        private final Path source;
        private RisRecord record = new RisRecord();
        private boolean open;
        private int begun;
        private String tag = "";
        private int number;

        Run(Path source) {
            this.source = source;
            problems = new Problems(source);
        }

        void line(String line) {
            number++;
            Matcher tagged = TAGGED.matcher(line.stripLeading());
            if (!tagged.matches()) {
                plain(line.strip());
                return;
            }
            String value = tagged.group(2) == null ? "" : tagged.group(2).strip();
            String name = tagged.group(1);
            if (name.equals("ER")) {
                if (open) {
                    close();
                }
                return;
            }
            if (name.equals("TY") && open) {
                problems.add(begun, Messages.record_noEnd);
                close();
            }
            if (!open) {
                open = true;
                begun = number;
                if (!name.equals("TY")) {
                    problems.add(number, Messages.record_noBegin);
                }
            }
            tag = name;
            record.add(name, value);
        }

        private void plain(String line) {
            if (line.isEmpty()) {
                return;
            }
            if (!open) {
                if (!line.matches("\\d+[.:)]?|\\uFEFF")) {
                    problems.add(number, Messages.line_corrupt);
                }
            } else if (ONE_LINE.contains(tag)) {
                problems.add(number, Messages.line_corrupt);
            } else {
                record.append(line);
            }
        }

        private void close() {
            if (record.saysSomething()) {
                new RisEntry(record, source).addTo(references);
            } else {
                problems.add(begun, Messages.record_empty);
            }
            record = new RisRecord();
            open = false;
            tag = "";
        }

        void end() {
            if (open) {
                problems.add(begun, Messages.record_noEnd);
                close();
            }
        }
    }
}
