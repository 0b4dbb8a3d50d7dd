package org.scholion.cli.internal.report;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.Finding;
import org.scholion.assist.Severity;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.Style;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.LineIndex;

/** Findings for a person at a terminal: place, message, the words in their line, what to write instead; each reason once. */
public final class FindingsText implements FindingsFormat {

    private static final int SHOWN_REPLACEMENTS = 5;
    private static final int WIDTH = 96;
    private static final String INDENT = "    ";

    private final Style style;

    public FindingsText(Style style) {
        this.style = style;
    }

    @Override
    public String format(Report report) {
        StringBuilder out = new StringBuilder();
        Set<String> explained = new HashSet<>();
        for (CheckedPaper checked : report.papers()) {
            Map<SourceUnit, List<Finding>> byFile = new LinkedHashMap<>();
            for (Finding finding : checked.findings()) {
                byFile.computeIfAbsent(finding.range().unit(), unit -> new ArrayList<>()).add(finding);
            }
            for (Map.Entry<SourceUnit, List<Finding>> file : byFile.entrySet()) {
                String name = checked.paper().nameOf(file.getKey());
                String count = MessageFormat.format(Messages.text_fileCount, file.getValue().size());
                out.append(style.bold(name)).append("  ").append(style.dim(count)).append("\n\n");
                for (Finding finding : file.getValue()) {
                    write(checked.paper(), finding, explained.add(finding.advice().reason()), out);
                }
            }
        }
        return out.append(summary(report)).append('\n').toString();
    }

    private void write(Paper paper, Finding finding, boolean explain, StringBuilder out) {
        SourceUnit unit = finding.range().unit();
        LineIndex lines = paper.lines(unit);
        int start = finding.range().range().start();
        Advice advice = finding.advice();
        String place = paper.place(unit, start);
        String severity = Labels.of(advice.severity());
        out.append(style.place(place)).append(": ");
        out.append(style.severity(advice.severity(), severity)).append(": ");
        out.append(oneLine(advice.message())).append(' ').append(style.dim('[' + advice.rule() + ']')).append('\n');
        writeExcerpt(Excerpt.of(paper.text(unit), lines, finding.range().range(), WIDTH - INDENT.length()), advice, out);
        if (!advice.replacements().isEmpty()) {
            out.append(INDENT).append("→ ").append(replacements(advice.replacements())).append('\n');
        }
        if (explain && !advice.reason().isBlank()) {
            out.append(INDENT).append(style.dim(oneLine(advice.reason()))).append('\n');
        }
        out.append('\n');
    }

    private void writeExcerpt(Excerpt excerpt, Advice advice, StringBuilder out) {
        String marked = style.severity(advice.severity(), excerpt.marked());
        out.append(INDENT).append(excerpt.before()).append(marked).append(excerpt.after()).append('\n');
        int width = Math.max(1, DisplayWidth.of(excerpt.marked()));
        out.append(INDENT).append(" ".repeat(DisplayWidth.of(excerpt.before())));
        out.append(style.severity(advice.severity(), "^".repeat(width))).append('\n');
    }

    private String replacements(List<String> replacements) {
        List<String> shown = replacements.stream()
                .limit(SHOWN_REPLACEMENTS)
                .map(text -> text.isEmpty() ? style.dim(Messages.text_delete) : style.added(visible(text)))
                .toList();
        int hidden = replacements.size() - shown.size();
        return String.join(" | ", shown) + (hidden > 0 ? " | …" : "");
    }

    private static String visible(String text) {
        String line = oneLine(text);
        return line.equals(line.strip()) ? line : '“' + line + '”';
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\t]+", " ");
    }

    private String summary(Report report) {
        int papers = report.papers().size();
        String size = NLS.bind(
                Messages.text_size,
                new Object[] {
                    MessageFormat.format(Messages.text_papers, papers),
                    MessageFormat.format(Messages.text_words, report.wordCount()),
                    MessageFormat.format(Messages.text_seconds, report.seconds())
                });
        if (report.findings().findAny().isEmpty()) {
            return papers == 0 ? Messages.text_nothingChecked : style.bold(NLS.bind(Messages.text_nothingFound, size));
        }
        String counts = MessageFormat.format(
                Messages.text_counts,
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.count(Severity.INFO));
        return style.bold(counts) + ' ' + size;
    }
}
