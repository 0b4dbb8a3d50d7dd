package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'   ', 0",
        "word, 1",
        "'a short text.', 4",
        "heterogeneous, 3",
        "12345, 3",
        "'a, b', 3",
        "'一个句子。', 5",
        "'한국', 2",
        "'عربي', 2",
        "😀😀, 2"
    })
    void piecesAreCounted(String text, int count) {
        assertEquals(count, TokenEstimate.count(text));
    }

    @Test
    void aTextIsCutBetweenCharacters() {
        assertEquals("a 😀", TokenEstimate.cut("a 😀😀", 2));
    }

    @Test
    void aCutTextHasAsManyTokensAsAsked() {
        String text = "Heterogeneous 数据 sets, of 1,234 items.\n".repeat(5);
        for (int count = 0; count < TokenEstimate.count(text); count++) {
            assertEquals(count, TokenEstimate.count(TokenEstimate.cut(text, count)));
        }
    }

    @Test
    void aShortTextStays() {
        assertEquals("a b", TokenEstimate.cut("a b", 2));
    }
}
