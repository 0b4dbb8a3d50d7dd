package org.scholion.library.internal.medline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
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

/** Reads the text format of MEDLINE, which PubMed calls PubMed format. */
public final class MedlineReferences implements ReferenceReader {

    private static final Pattern TAGGED = Pattern.compile("([A-Z][A-Z0-9]{1,3}) {0,2}- (.*)");
    private static final Pattern BEGIN = Pattern.compile("(?m)^PMID- *\\d");

    @Override
    public boolean reads(Path source) {
        Path name = source.getFileName();
        if (name == null) {
            return false;
        }
        String lower = name.toString().toLowerCase(Locale.ROOT);
        boolean text = lower.endsWith(".txt") || lower.endsWith(".medline");
        return lower.endsWith(".nbib") || text && BEGIN.matcher(SourceBytes.head(source)).find();
    }

    @Override
    public ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException {
        Run run = new Run(source);
        Iterator<String> lines = SourceBytes.text(source).lines().iterator();
        while (lines.hasNext()) {
            cancel.check();
            run.line(lines.next());
        }
        run.close();
        return new ReadReferences(run.references.list(), run.problems.list());
    }

    /**
     * A tag and its value.
     *
     * @param value with the lines behind the first
     */
    record Field(String tag, StringBuilder value) {}

    /** Where the reading of a file stands. */
    private static final class Run {

        private final KeyedReferences references = new KeyedReferences();
        private final Problems problems;
        private List<Field> record = new ArrayList<>();
        private int number;

        Run(Path source) {
            problems = new Problems(source);
        }

        void line(String line) {
            number++;
            if (line.isBlank()) {
                close();
                return;
            }
            Matcher tagged = TAGGED.matcher(line);
            if (tagged.matches()) {
                if (tagged.group(1).equals("PMID")) {
                    close();
                } else if (record.isEmpty()) {
                    problems.add(number, Messages.record_noNumber);
                }
                record.add(new Field(tagged.group(1), new StringBuilder(tagged.group(2).strip())));
            } else if (line.startsWith("  ") && !record.isEmpty()) {
                record.getLast().value().append(' ').append(line.strip());
            } else if (!line.matches("\\s*\\d+[.:)]?\\s*|[A-Z][A-Z0-9]{1,3} {0,2}-\\s*")) {
                problems.add(number, Messages.line_corrupt);
            }
        }

        void close() {
            if (!record.isEmpty()) {
                new MedlineRecord(record).addTo(references);
                record = new ArrayList<>();
            }
        }
    }
}
