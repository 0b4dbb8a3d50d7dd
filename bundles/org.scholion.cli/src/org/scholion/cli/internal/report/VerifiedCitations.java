package org.scholion.cli.internal.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.citations.CitationSupport.Passage;
import org.scholion.assist.citations.CitationSupport.Verdict;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.Style;
import org.scholion.text.LineIndex;

/** What was found about the citations of papers, as text, JSON, and one page without scripts or outside resources. */
public final class VerifiedCitations {

    private static final String[] WORDS = {
        Messages.verify_supported, Messages.verify_contradicted, Messages.verify_notFound, Messages.verify_noText
    };

    private VerifiedCitations() {}

    /** For a terminal: what can be said of works with a document, and the keys of the others in one line. */
    public static String text(List<VerifiedCitation> citations, Style style) {
        StringBuilder out = new StringBuilder();
        Set<String> without = new LinkedHashSet<>();
        for (VerifiedCitation one : citations) {
            if (one.support().verdict() == Verdict.NO_TEXT) {
                without.add(one.sentence().key());
                continue;
            }
            out.append(style.place(one.place())).append(' ').append(label(one.support().verdict())).append(": ").append(one.sentence().key());
            out.append("  ").append(style.dim(one.title())).append("\n    ").append(one.sentence().text()).append('\n');
            one.support().passage().ifPresent(passage -> out.append("    ").append(style.dim(describe(one, passage))).append('\n'));
        }
        if (!without.isEmpty()) {
            out.append(NLS.bind(Messages.verify_without, String.join(", ", without))).append('\n');
        }
        return out.append(summary(citations)).append('\n').toString();
    }

    private static String describe(VerifiedCitation one, Passage passage) {
        String score = String.format("%.2f", passage.score());
        String nearest = one.support().verdict() == Verdict.NOT_FOUND ? Messages.verify_nearest : Messages.verify_passage;
        return MessageFormat.format(nearest, passage.page(), score, passage.text());
    }

    private static String summary(List<VerifiedCitation> citations) {
        return MessageFormat.format(
                Messages.verify_summary, citations.size(), VerifiedCitation.count(citations, Verdict.SUPPORTED),
                VerifiedCitation.count(citations, Verdict.CONTRADICTED), VerifiedCitation.count(citations, Verdict.NOT_FOUND),
                VerifiedCitation.count(citations, Verdict.NO_TEXT));
    }

    /** The verdict in the author's language. */
    public static String label(Verdict verdict) {
        return WORDS[verdict.ordinal()];
    }

    /** For scripts. */
    public static String json(List<VerifiedCitation> citations) {
        return FindingJson.document(json -> {
            json.beginObject();
            json.name("version").value(1);
            json.name("citations").beginArray();
            for (VerifiedCitation one : citations) {
                write(json, one);
            }
            json.endArray();
            json.name("counts").beginObject();
            Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
            for (Verdict verdict : Verdict.values()) {
                counts.put(verdict, VerifiedCitation.count(citations, verdict));
            }
            for (Map.Entry<Verdict, Long> count : counts.entrySet()) {
                json.name(VerifiedCitation.word(count.getKey())).value(count.getValue());
            }
            json.endObject();
            json.endObject();
        });
    }

    private static void write(JsonWriter json, VerifiedCitation one) throws IOException {
        int start = one.sentence().range().range().start();
        LineIndex lines = one.paper().lines(one.sentence().range().unit());
        json.beginObject();
        FindingJson.writeUnit(json, one.paper(), one.sentence().range().unit());
        json.name("offset").value(start);
        json.name("length").value(one.sentence().range().range().length());
        json.name("line").value(lines.line(start));
        json.name("column").value(lines.column(start));
        json.name("sentence").value(one.sentence().text());
        json.name("key").value(one.sentence().key());
        json.name("title").value(one.title());
        json.name("verdict").value(VerifiedCitation.word(one.support().verdict()));
        json.name("reason").value(one.support().reason());
        Optional<Passage> passage = one.support().passage();
        if (passage.isPresent()) {
            json.name("passage").value(passage.get().text());
            json.name("page").value(passage.get().page());
            json.name("score").value(passage.get().score());
        }
        Optional<Path> document = one.support().document();
        if (document.isPresent()) {
            json.name("document").value(document.get().toString());
        }
        json.endObject();
    }

    /** A page for people. */
    public static String html(List<VerifiedCitation> citations) {
        StringBuilder out = new StringBuilder();
        FindingsHtml.begin(Messages.verify_htmlTitle, out);
        out.append("<body>\n<main>\n<h1>").append(FindingsHtml.escape(Messages.verify_htmlTitle)).append("</h1>\n<p>");
        out.append(FindingsHtml.escape(summary(citations))).append("</p>\n");
        for (VerifiedCitation one : citations) {
            out.append("<section>\n<p><code>").append(FindingsHtml.escape(one.place())).append("</code> <strong>");
            out.append(FindingsHtml.escape(label(one.support().verdict()))).append("</strong></p>\n<blockquote>");
            out.append(FindingsHtml.escape(one.sentence().text())).append("</blockquote>\n<p><code>");
            out.append(FindingsHtml.escape(one.sentence().key())).append("</code> ").append(FindingsHtml.escape(one.title())).append("<br><small>");
            out.append(FindingsHtml.escape(one.support().reason())).append("</small></p>\n");
            one.support().passage().ifPresent(
                    passage -> out.append("<blockquote>").append(FindingsHtml.escape(describe(one, passage))).append("</blockquote>\n"));
            out.append("</section>\n");
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }
}
