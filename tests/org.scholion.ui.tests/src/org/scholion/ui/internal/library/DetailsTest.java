package org.scholion.ui.internal.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineSource;

class DetailsTest {

    private static final RichText FORMATTED = RichText.ofHtml("A. Brook, <i>Tides</i>, 2019.");
    private static final Reference TIDE = new Reference.Builder("brook19")
            .title("Tides")
            .author(Person.of("Brook", "Ada"))
            .abstractText("Mussels count the moon.")
            .doi("10.5555/tide.1")
            .keyword("tide")
            .group("Shore")
            .file(Path.of("/papers/tide.pdf"))
            .build();

    @Test
    void allThatIsKnownIsSaid() {
        WorkRow row = new WorkRow(TIDE, Optional.of(Path.of("refs.bib")), Optional.empty(), "the \u00abmoon\u00bb", OptionalInt.of(3));

        RichText text = Details.of(row, FORMATTED);

        for (String part : List.of("A. Brook, Tides, 2019.", "p. 3: the moon", "Mussels count the moon.", "10.5555/tide.1", "tide.pdf",
                "Groups: Shore", "Keywords: tide", "Key: brook19 in refs.bib")) {
            assertTrue(text.text().contains(part), part + " in " + text.text());
        }
        assertEquals(
                List.of("https://doi.org/10.5555/tide.1", Path.of("/papers/tide.pdf").toUri().toString()),
                text.spans().stream().map(RichText.Span::target).filter(target -> !target.isEmpty()).toList());
    }

    @Test
    void whatIsNotKnownTakesNoRoom() {
        WorkRow row = WorkRow.of(OnlineSource.CROSSREF, new Reference.Builder("x").title("Tides").build());

        String text = Details.of(row, FORMATTED).text();

        assertEquals("A. Brook, Tides, 2019.\n\nKey: Crossref", text);
    }

    @Test
    void theAbstractIsNotSaidTwice() {
        WorkRow row = new WorkRow(
                TIDE, Optional.of(Path.of("refs.bib")), Optional.empty(), "Mussels count the \u00abmoon\u00bb.", OptionalInt.empty());

        String text = Details.of(row, FORMATTED).text();

        assertEquals(text.indexOf("Mussels"), text.lastIndexOf("Mussels"));
        assertFalse(text.contains(Messages.details_abstract), text);
    }

    @Test
    void aRowSaysWhereTheWorkStands() {
        WorkRow online = WorkRow.of(OnlineSource.CROSSREF, TIDE);

        assertEquals("Crossref", online.place());
        assertEquals("Already in refs.bib", online.in(Path.of("/a/refs.bib"), "key").place());
        assertEquals("key", online.in(Path.of("/a/refs.bib"), "key").reference().key());
        assertEquals(Optional.empty(), online.hit());
        assertEquals("Mussels count the moon.", online.marked().text());
        assertEquals(Optional.of(Path.of("/papers/tide.pdf")), online.pdf());
    }
}
