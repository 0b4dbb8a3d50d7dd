package org.scholion.cli.internal.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.Finding;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
import org.scholion.cli.internal.FileNames;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.PlainText;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.TextRange;

/** Reports of one small paper. */
final class Reports {

    static final Path FOLDER = Path.of("").toAbsolutePath().resolve("a folder");
    static final Origin ORIGIN = new Origin("Fake", "1.0");

    private Reports() {}

    static Report of(String text, Advice... advices) {
        return of(text, List.of(), advices);
    }

    /** Each advice is about the words that its message begins with, up to the colon. */
    static Report of(String text, List<String> unreadable, Advice... advices) {
        SourceUnit unit = new SourceUnit.TextFile(FOLDER.resolve("my paper.tex"));
        Manuscript manuscript = PlainText.read(unit, text);
        List<Finding> findings = List.of(advices).stream().map(advice -> {
            String words = advice.message().substring(0, advice.message().indexOf(':'));
            int block = 0;
            while (!manuscript.blocks().get(block).prose().text().contains(words)) {
                block++;
            }
            int start = manuscript.blocks().get(block).prose().text().indexOf(words);
            return Finding.inBlock(manuscript, block, new BlockFinding(TextRange.ofLength(start, words.length()), advice));
        }).toList();
        Paper paper = new Paper(new FileNames(FOLDER, Map.of(), true), manuscript, Set.of());
        return new Report(List.of(new CheckedPaper(paper, findings, List.of(), List.of())), unreadable, FOLDER, 1.25, "9.8.7");
    }

    static Advice advice(Category category, Severity severity, String message, String... replacements) {
        return new Advice("RULE_" + category, category, severity, message, "Why not.", List.of(replacements), ORIGIN, 0.5, false);
    }
}
