package org.scholion.library.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.library.LibraryException;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.internal.SourceBytes;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.LineIndex;

/**
 * All that is wrong or doubtful in a bibliography file: how it is written, and what it says.
 *
 * @param file that was read
 * @param entries how many entries it has
 * @param items in the order of the text
 */
public record BibliographyReport(Path file, int entries, List<Item> items) {

    public BibliographyReport {
        items = List.copyOf(items);
    }

    /**
     * Something wrong.
     *
     * @param rule the id of {@link BibtexRule}
     * @param line 1-based
     * @param column 1-based
     * @param offset in UTF-16 units of the file's text
     * @param length in the same
     * @param reason may be empty
     */
    public record Item(
            String rule, Severity severity, int line, int column, int offset, int length, String message, String reason) {}

    /**
     * Reads and checks a file.
     *
     * @param thisYear after the next one a year is taken for wrong
     */
    public static BibliographyReport of(Path file, int thisYear, CancelToken cancel) throws LibraryException, CancelledException {
        String text = SourceBytes.text(file);
        BibtexFile parsed = BibtexParser.parse(text);
        LineIndex lines = new LineIndex(text);
        List<Item> items = new ArrayList<>();
        for (BibtexFinding finding : BibtexChecks.checkAll(parsed, thisYear, cancel)) {
            int start = finding.range().start();
            items.add(new Item(
                    finding.rule().id(),
                    finding.severity(),
                    lines.line(start),
                    lines.column(start),
                    start,
                    finding.range().length(),
                    finding.message(),
                    finding.reason()));
        }
        return new BibliographyReport(file, parsed.entries().size(), items);
    }
}
