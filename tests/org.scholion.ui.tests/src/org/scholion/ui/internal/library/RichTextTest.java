package org.scholion.ui.internal.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.text.TextRange;
import org.scholion.ui.internal.library.RichText.Look;
import org.scholion.ui.internal.library.RichText.Span;

class RichTextTest {

    @Test
    void emphasisAndLinksAreKnownByTheirPlace() {
        RichText text = RichText.ofHtml("A. <i>On <b>Tides</b></i>, <a href=\"https://doi.org/10.1/a?b&amp;c\">10.1</a>");

        assertEquals("A. On Tides, 10.1", text.text());
        assertEquals(
                List.of(
                        new Span(new TextRange(3, 11), Look.ITALIC, ""),
                        new Span(new TextRange(6, 11), Look.BOLD, ""),
                        new Span(new TextRange(13, 17), Look.LINK, "https://doi.org/10.1/a?b&c")),
                text.spans());
    }

    @Test
    void entitiesAreCharacters() {
        assertEquals("A & B < C \u2013 \u00e9 \ud835\udd38", RichText.ofHtml("A &amp; B &lt; C &ndash; &#233; &#x1d538;").text());
    }

    @Test
    void whatIsNotKnownIsLeftOutOrStays() {
        RichText text = RichText.ofHtml("<span style=\"font-variant: small-caps\">Knuth</span> &odd; &#99999999999; <i>open");

        assertEquals("Knuth &odd; &#99999999999; open", text.text());
        assertEquals(List.of(), text.spans());
    }

    @Test
    void partsArePutTogether() {
        RichText text = new RichText.Builder()
                .add("ab")
                .add(RichText.ofHtml("c<i>d</i>"))
                .add(Snippet.of(" \u00abe\u00bb"))
                .add("f", Look.LINK, "x:y")
                .build();

        assertEquals("abcd ef", text.text());
        assertEquals(
                List.of(
                        new Span(new TextRange(3, 4), Look.ITALIC, ""),
                        new Span(new TextRange(5, 6), Look.BOLD, ""),
                        new Span(new TextRange(6, 7), Look.LINK, "x:y")),
                text.spans());
    }
}
