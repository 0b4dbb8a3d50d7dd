package org.scholion.assist.writing.internal.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.BlockKind;

class PaperTextTest {

    @ParameterizedTest
    @CsvSource({
        "1 Introduction, INTRODUCTION",
        "Related Work, RELATED",
        "Materials and Methods, METHOD",
        "Experimental Results, RESULT",
        "Results and Discussion, DISCUSSION",
        "Discussion and Conclusions, CONCLUSION",
        "Acknowledgements, MATTER",
        "Funding, MATTER",
        "Minimap2, OTHER",
    })
    void headingsTellWhatSectionsAreFor(String heading, SectionKind kind) {
        assertEquals(kind, SectionKind.of(heading));
    }

    @Test
    void onlyTheBodyIsRead() {
        PaperText paper = PaperText.of(new Papers()
                .block(BlockKind.TITLE, "A Title")
                .block(BlockKind.ABSTRACT, "The abstract is left out.")
                .block(BlockKind.PARAGRAPH, "Send letters to the first author.")
                .block(BlockKind.PARAGRAPH, "An introduction. It has no heading. It goes on.")
                .block(BlockKind.HEADING, "Methods")
                .block(BlockKind.PARAGRAPH, "One sentence. Another one.")
                .block(BlockKind.CAPTION, "A caption is left out.")
                .block(BlockKind.LIST_ITEM, "An item.")
                .block(BlockKind.HEADING, "Funding")
                .block(BlockKind.PARAGRAPH, "Money is left out.")
                .build());
        assertEquals("A Title", paper.title());
        assertEquals(
                List.of("An introduction.", "It has no heading.", "It goes on.", "One sentence.", "Another one.", "An item."),
                paper.sentences().stream().map(PaperSentence::text).toList());
        PaperSentence another = paper.sentences().get(4);
        assertEquals("Methods", paper.heading(another));
        assertEquals(SectionKind.METHOD, another.kind());
        assertEquals(List.of(1, 2, 0, 2), List.of(another.position(), another.count(), another.paragraph(), another.paragraphs()));
    }

    @Test
    void termsAreSmallWordsOfContent() {
        assertEquals(List.of("low-cost", "sensors", "24", "halls"), Terms.of("The Low-cost sensors of 24 halls."));
    }
}
