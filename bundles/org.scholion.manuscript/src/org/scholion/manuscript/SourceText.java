package org.scholion.manuscript;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.scholion.text.Revision;

/**
 * One file of a manuscript as it was read, or one paragraph of a Word document.
 *
 * @param unit the file
 * @param text the decoded text, line ends as they are, without a byte order mark; empty for files that are not text
 * @param charset how it was decoded, and how it is written back
 * @param byteOrderMark whether the file begins with one
 * @param revision the state of the text, {@link Revision#DISK} when it was read from disk
 * @param runs of a paragraph of a Word document the runs that its text stands in, in order; of files empty
 */
public record SourceText(SourceUnit unit, String text, Charset charset, boolean byteOrderMark, Revision revision, List<Run> runs) {

    /**
     * A stretch of text that stands in one run of a Word paragraph, to the beginning of the next one.
     *
     * @param start its first unit in the text of the paragraph
     * @param number of the run among all runs of the paragraph, from 0 in document order; deleted ones and those without text count, those
     *     of text boxes do not; -1 for what stands in no run, such as a formula
     */
    public record Run(int start, int number) {}

    /**
     * A place in a run.
     *
     * @param number of the run, as in {@link Run}
     * @param offset in UTF-16 units of what is read of the run
     */
    public record RunPlace(int number, int offset) {}

    public SourceText {
        runs = List.copyOf(runs);
    }

    /** A text without runs. */
    public SourceText(SourceUnit unit, String text, Charset charset, boolean byteOrderMark, Revision revision) {
        this(unit, text, charset, byteOrderMark, revision, List.of());
    }

    /**
     * Where a place of the text stands in its run; between two runs it is the beginning of the second one.
     *
     * @param place in the text, from 0 to its length
     * @return empty in a file, and where no run is
     */
    public Optional<RunPlace> runAt(int place) {
        return runs.reversed().stream()
                .filter(run -> run.start() <= place)
                .findFirst()
                .filter(run -> run.number() >= 0)
                .map(run -> new RunPlace(run.number(), place - run.start()));
    }
}
