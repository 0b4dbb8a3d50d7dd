package org.scholion.ui.internal.view;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.jobs.PlacedFinding;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.SourceText;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.editor.FindingText;

/**
 * A line of the view: a finding, or something that could not be read. Two are equal when they say the same about the same words, for
 * the same time in their file, wherever it stands by now.
 */
@NonNullByDefault
final class FindingRow {

    private final Optional<PlacedFinding> placed;
    private final String message;
    private final String words;
    private final Path file;
    private final int line;
    private final TextRange range;
    private final Revision revision;
    private final String section;
    private final int occurrence;

    private FindingRow(
            Optional<PlacedFinding> placed,
            String message,
            String words,
            Path file,
            int line,
            TextRange range,
            Revision revision,
            String section,
            int occurrence) {
        this.placed = placed;
        this.message = message;
        this.words = words;
        this.file = file;
        this.line = line;
        this.range = range;
        this.revision = revision;
        this.section = section;
        this.occurrence = occurrence;
    }

    static FindingRow of(PlacedFinding placed, int line, String section, int occurrence) {
        return new FindingRow(
                Optional.of(placed),
                placed.advice().message(),
                FindingText.shortened(placed.finding().text(), 60),
                placed.path(),
                line,
                placed.finding().range().range(),
                placed.revision(),
                section,
                occurrence);
    }

    static FindingRow of(Problem problem, Manuscript manuscript, String section, int occurrence) {
        Revision revision =
                manuscript.source(problem.range().unit()).map(SourceText::revision).orElse(Revision.DISK);
        return new FindingRow(
                Optional.empty(),
                problem.message(),
                "",
                problem.range().unit().path(),
                problem.line(),
                problem.range().range(),
                revision,
                section,
                occurrence);
    }

    /** The finding; empty for a problem of the reader. */
    Optional<PlacedFinding> placed() {
        return placed;
    }

    String message() {
        return message;
    }

    String words() {
        return words;
    }

    Path file() {
        return file;
    }

    /** 1-based; 0 where there is none. */
    int line() {
        return line;
    }

    TextRange range() {
        return range;
    }

    Revision revision() {
        return revision;
    }

    String section() {
        return section;
    }

    String rule() {
        return placed.map(finding -> finding.advice().rule()).orElse(Messages.row_problemRule);
    }

    String category() {
        return placed.map(finding -> FindingText.category(finding.advice().category())).orElse(Messages.category_problem);
    }

    /** The place as people write it. */
    String place() {
        return file.getFileName() + (line > 0 ? ":" + line : "");
    }

    Icon icon() {
        return placed.map(finding -> Icon.of(finding.advice().category())).orElse(Icon.PROBLEM);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FindingRow row
                && row.occurrence == occurrence
                && row.message.equals(message)
                && row.words.equals(words)
                && row.file.equals(file)
                && row.rule().equals(rule());
    }

    @Override
    public int hashCode() {
        return Objects.hash(message, words, file, occurrence);
    }
}
