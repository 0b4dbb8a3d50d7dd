package org.scholion.library.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.bibtex.BibtexProblem;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.internal.edit.CheckContext;
import org.scholion.library.internal.edit.FileRules;
import org.scholion.library.internal.edit.IdentifierRules;
import org.scholion.library.internal.edit.JournalRule;
import org.scholion.library.internal.edit.NameRules;
import org.scholion.library.internal.edit.RequiredFields;
import org.scholion.library.internal.edit.TextRules;
import org.scholion.library.internal.edit.YearRules;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Checks what a bibliography says; how it is written is among {@link BibtexFile#problems()}. */
public final class BibtexChecks {

    private BibtexChecks() {}

    /** Checks a text as {@link #checkAll}. */
    public static List<BibtexFinding> checkText(String text, int thisYear, CancelToken cancel) throws CancelledException {
        return checkAll(BibtexParser.parse(text), thisYear, cancel);
    }

    /**
     * Checks how a file is written and what it says.
     *
     * @param thisYear after the next one a year is taken for wrong
     * @return in the order of the text
     */
    public static List<BibtexFinding> checkAll(BibtexFile file, int thisYear, CancelToken cancel) throws CancelledException {
        List<BibtexFinding> findings = new ArrayList<>();
        for (BibtexProblem problem : file.problems()) {
            findings.add(new BibtexFinding(BibtexRule.SYNTAX, Severity.ERROR, problem.range(), problem.message(), "", List.of()));
        }
        findings.addAll(check(file, thisYear, cancel));
        findings.sort(Comparator.comparing(BibtexFinding::range));
        return findings;
    }

    /**
     * Checks a whole file in time nearly linear to its length.
     *
     * @param thisYear after the next one a year is taken for wrong
     * @return in the order of the text
     */
    public static List<BibtexFinding> check(BibtexFile file, int thisYear, CancelToken cancel) throws CancelledException {
        CheckContext context = new CheckContext(file);
        TextRules texts = new TextRules(context);
        NameRules names = new NameRules(context);
        YearRules years = new YearRules(context, thisYear);
        IdentifierRules identifiers = new IdentifierRules(context);
        RequiredFields required = new RequiredFields(context);
        for (Entry entry : file.entries()) {
            cancel.check();
            if (entry.complete()) {
                required.check(entry);
                years.check(entry);
                identifiers.check(entry);
                names.check(entry);
                texts.check(entry);
            }
        }
        new FileRules(context).check();
        cancel.check();
        new JournalRule(context).check();
        return context.findings().stream().sorted(Comparator.comparing(BibtexFinding::range)).toList();
    }
}
