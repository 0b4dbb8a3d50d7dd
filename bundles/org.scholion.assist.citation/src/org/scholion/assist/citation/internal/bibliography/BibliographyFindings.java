package org.scholion.assist.citation.internal.bibliography;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scholion.assist.Advice;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.Origin;
import org.scholion.assist.PaperAssistant;
import org.scholion.assist.Severity;
import org.scholion.library.edit.BibtexChecks;
import org.scholion.library.edit.BibtexFinding;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Checks bibliography files that are looked at for themselves; those of a paper are left to who writes them. */
public final class BibliographyFindings implements PaperAssistant {

    static final Origin ORIGIN = new Origin("Scholion bibliography", "1");

    private static final String FORMAT = "bibtex";

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public Set<Category> categories() {
        return Set.of(Category.CITATION);
    }

    @Override
    public List<Finding> check(Manuscript manuscript, CheckSettings settings, CancelToken cancel) throws CancelledException {
        List<Finding> findings = new ArrayList<>();
        if (manuscript.format().equals(FORMAT)) {
            for (SourceText source : manuscript.sources()) {
                for (BibtexFinding found : BibtexChecks.checkText(source.text(), Year.now().getValue(), cancel)) {
                    SourceRange place = new SourceRange(source.unit(), found.changed());
                    findings.add(Finding.inSource(manuscript, place, advice(found, source.text())));
                }
            }
        }
        return findings;
    }

    private static Advice advice(BibtexFinding found, String text) {
        List<String> replacements = found.results(text);
        return new Advice(
                found.rule().id(),
                Category.CITATION,
                severity(found),
                found.message(),
                found.reason(),
                replacements,
                ORIGIN,
                confidence(found),
                replacements.size() == 1);
    }

    private static Severity severity(BibtexFinding found) {
        return switch (found.severity()) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case INFO -> Severity.INFO;
        };
    }

    /** What stops BibTeX is certain, what misprints nearly so; matters of form are for the author to judge. */
    private static double confidence(BibtexFinding found) {
        return switch (found.severity()) {
            case ERROR -> 0.95;
            case WARNING -> 0.8;
            case INFO -> 0.6;
        };
    }
}
