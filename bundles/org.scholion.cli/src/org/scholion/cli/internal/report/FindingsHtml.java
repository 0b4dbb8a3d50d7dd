package org.scholion.cli.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.Category;
import org.scholion.assist.Finding;
import org.scholion.assist.Severity;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.Paper;
import org.scholion.text.LineIndex;

/** One page without scripts or outside resources, to be shared with coauthors. */
public final class FindingsHtml implements FindingsFormat {

    private static final String STYLE_SHEET = "report.css";
    private static final int SHOWN_REPLACEMENTS = 5;

    /** A finding with the paper that it is in. */
    private record Placed(Paper paper, Finding finding) {
        String file() {
            return paper.nameOf(finding.range().unit());
        }
    }

    @Override
    public String format(Report report) {
        StringBuilder out = new StringBuilder();
        Map<Category, Map<String, List<Placed>>> groups = group(report);
        String title = title(report);
        begin(title, out);
        out.append("<body>\n");
        writeHead(report, title, groups, out);
        out.append("<main>\n");
        if (groups.isEmpty()) {
            out.append("<p class=\"none\">").append(escape(Messages.html_nothingFound)).append("</p>\n");
        }
        for (Map.Entry<Category, Map<String, List<Placed>>> group : groups.entrySet()) {
            writeCategory(group.getKey(), group.getValue(), out);
        }
        writeProblems(report, out);
        out.append("</main>\n<footer><p>");
        out.append(escape(NLS.bind(Messages.html_footer, report.version())));
        return out.append("</p></footer>\n</body>\n</html>\n").toString();
    }

    /** All of a page up to its body. */
    static void begin(String title, StringBuilder out) {
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language()).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.append("<title>").append(escape(title)).append("</title>\n<style>\n").append(styleSheet());
        out.append("</style>\n</head>\n");
    }

    private static Map<Category, Map<String, List<Placed>>> group(Report report) {
        Map<Category, Map<String, List<Placed>>> groups = new LinkedHashMap<>();
        for (Category category : Category.values()) {
            for (CheckedPaper checked : report.papers()) {
                for (Finding finding : checked.findings()) {
                    if (finding.advice().category() == category) {
                        Placed placed = new Placed(checked.paper(), finding);
                        groups.computeIfAbsent(category, key -> new LinkedHashMap<>())
                                .computeIfAbsent(placed.file(), key -> new ArrayList<>())
                                .add(placed);
                    }
                }
            }
        }
        return groups;
    }

    private static String title(Report report) {
        return report.papers().size() == 1
                ? NLS.bind(Messages.html_titleOne, report.papers().getFirst().paper().title())
                : MessageFormat.format(Messages.html_titleMany, report.papers().size());
    }

    private static void writeHead(Report report, String title, Map<Category, Map<String, List<Placed>>> groups, StringBuilder out) {
        out.append("<header>\n<p class=\"brand\">Scholion</p>\n<h1>").append(escape(title)).append("</h1>\n<p class=\"size\">");
        for (CheckedPaper checked : report.papers()) {
            out.append("<code>").append(escape(String.join(", ", checked.paper().names()))).append("</code> · ");
        }
        out.append(escape(MessageFormat.format(Messages.text_words, report.wordCount()))).append(" · ");
        out.append(escape(MessageFormat.format(
                Messages.text_counts,
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.count(Severity.INFO))));
        out.append("</p>\n");
        if (!groups.isEmpty()) {
            out.append("<nav aria-label=\"").append(escape(Messages.html_contents)).append("\">\n<ul>\n");
            for (Map.Entry<Category, Map<String, List<Placed>>> group : groups.entrySet()) {
                out.append("<li><a href=\"#").append(group.getKey().id()).append("\">");
                out.append(escape(Labels.of(group.getKey()))).append(" <span class=\"count\">");
                out.append(String.valueOf(count(group.getValue()))).append("</span></a></li>\n");
            }
            out.append("</ul>\n</nav>\n");
        }
        out.append("</header>\n");
    }

    private static void writeCategory(Category category, Map<String, List<Placed>> files, StringBuilder out) {
        out.append("<section id=\"").append(category.id()).append("\">\n<h2>").append(escape(Labels.of(category)));
        out.append(" <span class=\"count\">").append(String.valueOf(count(files))).append("</span></h2>\n");
        Set<String> explained = new HashSet<>();
        for (Map.Entry<String, List<Placed>> file : files.entrySet()) {
            out.append("<details open>\n<summary><h3>").append(escape(file.getKey()));
            out.append(" <span class=\"count\">").append(String.valueOf(file.getValue().size()));
            out.append("</span></h3></summary>\n<ol>\n");
            for (Placed placed : file.getValue()) {
                writeFinding(placed, explained.add(placed.finding().advice().reason()), out);
            }
            out.append("</ol>\n</details>\n");
        }
        out.append("</section>\n");
    }

    private static void writeFinding(Placed placed, boolean explain, StringBuilder out) {
        Finding finding = placed.finding();
        Advice advice = finding.advice();
        LineIndex lines = placed.paper().lines(finding.range().unit());
        int start = finding.range().range().start();
        String place = MessageFormat.format(Messages.html_place, String.valueOf(lines.line(start)), String.valueOf(lines.column(start)));
        out.append("<li class=\"").append(advice.severity().id()).append("\">\n<p class=\"what\"><span class=\"severity\">");
        out.append(escape(Labels.of(advice.severity()))).append("</span> ");
        out.append(escape(advice.message())).append("</p>\n");
        SentenceContext context = SentenceContext.of(placed.paper(), finding);
        out.append("<blockquote>").append(escape(context.before()));
        out.append(context.marked().isEmpty() ? "<mark class=\"gap\" title=\"" + escape(Messages.html_gap) + "\">‸" : "<mark>");
        out.append(escape(context.marked())).append("</mark>").append(escape(context.after())).append("</blockquote>\n");
        if (!advice.replacements().isEmpty()) {
            out.append("<p class=\"instead\">").append(escape(Messages.html_instead)).append(' ');
            out.append(String.join(", ", shown(advice.replacements()))).append("</p>\n");
        }
        if (explain && !advice.reason().isBlank()) {
            out.append("<p class=\"reason\">").append(escape(advice.reason())).append("</p>\n");
        }
        out.append("<p class=\"source\">").append(escape(place)).append(" · <code>").append(escape(advice.rule()));
        out.append("</code> · ").append(escape(advice.origin().toString())).append("</p>\n</li>\n");
    }

    private static List<String> shown(List<String> replacements) {
        return replacements.stream()
                .limit(SHOWN_REPLACEMENTS)
                .map(text -> text.isEmpty()
                        ? "<em>" + escape(Messages.text_delete) + "</em>"
                        : "<ins>" + escape(text).replace(" ", "&#160;") + "</ins>")
                .toList();
    }

    private static void writeProblems(Report report, StringBuilder out) {
        List<String> problems = Stream.concat(
                        report.unreadable().stream(),
                        report.papers().stream().flatMap(checked -> Stream.concat(
                                checked.paper().problems().stream(), checked.failures().stream())))
                .toList();
        if (!problems.isEmpty()) {
            out.append("<section id=\"problems\">\n<h2>").append(escape(Messages.html_problems)).append("</h2>\n<ul class=\"problems\">\n");
            for (String problem : problems) {
                out.append("<li>").append(escape(problem)).append("</li>\n");
            }
            out.append("</ul>\n</section>\n");
        }
    }

    private static int count(Map<String, List<Placed>> files) {
        return files.values().stream().mapToInt(List::size).sum();
    }

    private static String styleSheet() {
        try (InputStream sheet = FindingsHtml.class.getResourceAsStream(STYLE_SHEET)) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String language() {
        return Locale.getDefault().getLanguage().equals("zh") ? "zh-Hans" : "en";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
