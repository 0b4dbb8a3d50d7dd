package org.scholion.cli.internal.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.scholion.assist.Finding;
import org.scholion.assist.Severity;

/**
 * The result of a check.
 *
 * @param papers in the order in which they were named
 * @param unreadable one sentence for each input that could not be read
 * @param folder to which relative file names are relative, absolute
 * @param seconds how long it took
 * @param version of Scholion
 */
public record Report(List<CheckedPaper> papers, List<String> unreadable, Path folder, double seconds, String version) {

    public Report {
        papers = List.copyOf(papers);
        unreadable = List.copyOf(unreadable);
    }

    public Stream<Finding> findings() {
        return papers.stream().flatMap(paper -> paper.findings().stream());
    }

    public long count(Severity severity) {
        return findings().filter(finding -> finding.advice().severity() == severity).count();
    }

    public int wordCount() {
        int words = 0;
        for (CheckedPaper checked : papers) {
            for (String name : checked.paper().names()) {
                words += checked.paper().wordCount(name);
            }
        }
        return words;
    }
}
