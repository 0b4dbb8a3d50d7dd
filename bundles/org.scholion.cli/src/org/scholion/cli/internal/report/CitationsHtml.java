package org.scholion.cli.internal.report;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.cli.internal.Messages;

/** Sentences that lack a citation as one page without scripts or outside resources. */
public final class CitationsHtml {

    private CitationsHtml() {}

    /** The page. */
    public static String document(List<SuggestedCitation> places) {
        StringBuilder out = new StringBuilder();
        FindingsHtml.begin(Messages.cite_htmlTitle, out);
        out.append("<body>\n<main>\n<h1>").append(FindingsHtml.escape(Messages.cite_htmlTitle)).append("</h1>\n");
        if (places.isEmpty()) {
            out.append("<p class=\"none\">").append(FindingsHtml.escape(Messages.cite_none)).append("</p>\n");
        }
        for (SuggestedCitation place : places) {
            int start = place.finding().range().range().start();
            String where = place.paper().place(place.finding().range().unit(), start);
            out.append("<section>\n<p><code>").append(FindingsHtml.escape(where)).append("</code></p>\n<blockquote>");
            out.append(FindingsHtml.escape(place.finding().text())).append("</blockquote>\n<ol>\n");
            for (CitationSuggestion one : place.candidates()) {
                String people = String.join(", ", one.people());
                out.append("<li><code>").append(FindingsHtml.escape(one.key())).append("</code> ");
                out.append(FindingsHtml.escape(NLS.bind(Messages.cite_work, new Object[] {people, one.year(), one.title()})));
                out.append("<br><small>").append(FindingsHtml.escape(one.reason())).append("</small></li>\n");
            }
            out.append("</ol>\n</section>\n");
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }
}
