package org.scholion.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.scholion.assist.Finding;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

/** Applies findings as the command {@code fix --all} does: all that have a replacement, of two at one place the better one. */
final class Applied {

    private static final Comparator<Finding> BEST_FIRST = Comparator.comparing((Finding finding) -> !finding.advice().sure())
            .thenComparing(finding -> -finding.advice().confidence())
            .thenComparing(finding -> finding.advice().severity(), Comparator.reverseOrder());

    private Applied() {}

    /** The text of a manuscript of one file with the first replacements in it. */
    static String text(Manuscript manuscript, List<Finding> findings) {
        List<SourceRange> places = new ArrayList<>();
        List<TextEdit> chosen = new ArrayList<>();
        for (Finding finding : findings.stream().sorted(BEST_FIRST).toList()) {
            if (!finding.advice().replacements().isEmpty()) {
                String replacement = finding.advice().replacements().getFirst();
                List<SourceEdit> wanted = finding.edits(manuscript, replacement).orElse(List.of());
                boolean free = places.stream().noneMatch(place -> collide(place, finding.range())
                        || wanted.stream().anyMatch(edit -> collide(place, edit.range())));
                if (!wanted.isEmpty() && free) {
                    places.add(finding.range());
                    for (SourceEdit edit : wanted) {
                        places.add(edit.range());
                        chosen.add(new TextEdit(edit.range().range(), edit.replacement()));
                    }
                }
            }
        }
        return new TextEdits(chosen).applyTo(manuscript.sources().getFirst().text());
    }

    private static boolean collide(SourceRange one, SourceRange other) {
        boolean samePlace = one.range().isEmpty() && one.range().equals(other.range());
        return one.unit().equals(other.unit()) && (samePlace || one.range().overlaps(other.range()));
    }
}
