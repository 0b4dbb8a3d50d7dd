package org.scholion.ui.internal.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.text.TextRange;

class SnippetTest {

    @Test
    void markedWordsAreKnownByTheirPlace() {
        Snippet snippet = Snippet.of("The \u00abpests\u00bb of \u00abpears\u00bb.");

        assertEquals("The pests of pears.", snippet.text());
        assertEquals(List.of(new TextRange(4, 9), new TextRange(13, 18)), snippet.marked());
    }

    @Test
    void aMarkWithoutItsPartnerIsText() {
        assertEquals(new Snippet("a \u00ab b", List.of()), Snippet.of("a \u00ab b"));
        assertEquals(new Snippet("a \u00bb b", List.of()), Snippet.of("a \u00bb b"));
        assertEquals(new Snippet("", List.of()), Snippet.of(""));
    }
}
