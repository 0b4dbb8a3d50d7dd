package org.scholion.library.internal.style;

import de.undercouch.citeproc.csl.internal.RenderContext;
import de.undercouch.citeproc.csl.internal.SBibliography;
import de.undercouch.citeproc.csl.internal.TokenBuffer;
import de.undercouch.citeproc.csl.internal.format.Format;
import de.undercouch.citeproc.csl.internal.format.HtmlFormat;
import de.undercouch.citeproc.csl.internal.format.TextFormat;
import de.undercouch.citeproc.csl.internal.token.Token;
import de.undercouch.citeproc.output.Bibliography;
import de.undercouch.citeproc.output.SecondFieldAlign;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.library.style.FormattedText;

/** Collects what the processor renders, once as plain text and once as HTML. */
@NonNullByDefault({})
final class EntryFormat implements Format {

    /** An entry that was rendered, by its index among those that were asked for. */
    record Entry(int index, FormattedText text) {}

    /** Puts a space behind a number that the style wants in a column of its own. */
    private static final class Plain extends TextFormat {
        @Override
        protected String doFormatBibliographyEntry(TokenBuffer buffer, RenderContext context, int index) {
            int first = firstField(buffer, context);
            String number = format(buffer.copy(0, first)).strip();
            String rest = format(buffer.copy(first, buffer.getTokens().size())).strip();
            return number.isEmpty() || rest.isEmpty() ? number + rest : number + " " + rest;
        }
    }

    /** Without the boxes of a page of its own. */
    private static final class Html extends HtmlFormat {
        @Override
        protected String doFormatBibliographyEntry(TokenBuffer buffer, RenderContext context, int index) {
            int first = firstField(buffer, context);
            String number = format(buffer.copy(0, first)).strip();
            String rest = format(buffer.copy(first, buffer.getTokens().size())).strip();
            return number.isEmpty() || rest.isEmpty() ? number + rest : number + " " + rest;
        }
    }

    private final Plain plain = new Plain();
    private final Html html = new Html();
    private final List<Entry> entries = new ArrayList<>();
    private final Runnable beforeEach;
    private FormattedText citation = new FormattedText("", "");

    /** @param beforeEach called before each entry and citation; what it throws ends the work */
    EntryFormat(Runnable beforeEach) {
        this.beforeEach = beforeEach;
        plain.setConvertLinks(true);
        html.setConvertLinks(true);
    }

    List<Entry> entries() {
        return entries;
    }

    /** The one that was rendered last. */
    FormattedText citation() {
        return citation;
    }

    @Override
    public String getName() {
        return "scholion";
    }

    @Override
    public void setConvertLinks(boolean convert) {
        // always
    }

    @Override
    public String formatCitation(RenderContext context) {
        beforeEach.run();
        citation = new FormattedText(plain.formatCitation(context).strip(), html.formatCitation(context).strip());
        return citation.text();
    }

    @Override
    public String formatBibliographyEntry(RenderContext context, int index) {
        beforeEach.run();
        FormattedText text = new FormattedText(
                plain.formatBibliographyEntry(context, index), html.formatBibliographyEntry(context, index));
        entries.add(new Entry(index, text));
        return text.text();
    }

    @Override
    public Bibliography makeBibliography(String[] rendered, SBibliography element) {
        return new Bibliography(rendered);
    }

    /** How many tokens are the number that stands in a column of its own; 0 when there is no such column. */
    private static int firstField(TokenBuffer buffer, RenderContext context) {
        if (context.getStyle().getBibliography().getSecondFieldAlign() == SecondFieldAlign.FALSE) {
            return 0;
        }
        List<Token> tokens = buffer.getTokens();
        int end = 0;
        while (end < tokens.size() && tokens.get(end).isFirstField()) {
            end++;
        }
        return end;
    }
}
