package org.scholion.cli.internal.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scholion.assist.Finding;
import org.scholion.cli.internal.report.CheckedPaper;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Which findings are applied, and what that changes.
 *
 * @param applied in the order in which they were found
 * @param skipped the others: not sure, without a replacement, in the way of a better one, or not possible without touching markup
 * @param edits of the source; none overlaps another
 */
record Fixes(List<Finding> applied, List<Finding> skipped, List<SourceEdit> edits) {

    private static final Comparator<Finding> BEST_FIRST = Comparator.comparing((Finding finding) -> !finding.advice().sure())
            .thenComparing(finding -> -finding.advice().confidence())
            .thenComparing(finding -> finding.advice().severity(), Comparator.reverseOrder());

    Fixes {
        applied = List.copyOf(applied);
        skipped = List.copyOf(skipped);
        edits = List.copyOf(edits);
    }

    /**
     * Chooses the sure findings, or with {@code all} every one that has a replacement. Where two stand in the same words the better
     * one wins.
     */
    static Fixes choose(CheckedPaper checked, boolean all) {
        Manuscript manuscript = checked.paper().manuscript();
        List<Finding> chosen = new ArrayList<>();
        List<SourceEdit> edits = new ArrayList<>();
        for (Finding finding : checked.findings().stream().sorted(BEST_FIRST).toList()) {
            if (finding.advice().sure() || all && !finding.advice().replacements().isEmpty()) {
                Optional<List<SourceEdit>> change = finding.edits(manuscript, finding.advice().replacements().getFirst());
                List<SourceEdit> wanted = change.orElse(List.of());
                boolean asked = wanted.stream().allMatch(edit -> checked.paper().asksAbout(edit.range()));
                if (!wanted.isEmpty() && asked && isFree(finding, wanted, chosen, edits)) {
                    chosen.add(finding);
                    edits.addAll(wanted);
                }
            }
        }
        List<Finding> applied = checked.findings().stream().filter(chosen::contains).toList();
        List<Finding> skipped = checked.findings().stream().filter(finding -> !chosen.contains(finding)).toList();
        return new Fixes(applied, skipped, edits);
    }

    /** The changes of one file, in order. */
    List<TextEdit> editsOf(SourceUnit unit) {
        return edits.stream()
                .filter(edit -> edit.range().unit().equals(unit))
                .map(edit -> new TextEdit(edit.range().range(), edit.replacement()))
                .sorted(Comparator.comparing(TextEdit::range))
                .toList();
    }

    /** The changed files, in the order of the manuscript. */
    List<SourceUnit> units(Manuscript manuscript) {
        return manuscript.sources().stream()
                .map(source -> source.unit())
                .filter(unit -> edits.stream().anyMatch(edit -> edit.range().unit().equals(unit)))
                .toList();
    }

    private static boolean isFree(Finding finding, List<SourceEdit> wanted, List<Finding> chosen, List<SourceEdit> edits) {
        boolean words = chosen.stream().noneMatch(other -> collide(other.range(), finding.range()));
        Stream<SourceEdit> taken = edits.stream();
        return words && taken.noneMatch(edit -> wanted.stream().anyMatch(other -> collide(edit.range(), other.range())));
    }

    private static boolean collide(SourceRange one, SourceRange other) {
        TextRange first = one.range();
        TextRange second = other.range();
        boolean samePlace = first.isEmpty() && second.isEmpty() && first.equals(second);
        return one.unit().equals(other.unit()) && (samePlace || first.overlaps(second));
    }
}
