package org.scholion.inference.onnx.internal.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterCaseTest {

    /** {@code models/grammar-tagger/train.py} has to do the same. */
    @ParameterizedTest
    @CsvSource({"word, 0", "12, 0", "',', 0", "[math], 0", "Word, 1", "Ärger, 1", "NASA, 2", "eV, 2", "A, 2", "McX, 2"})
    void theSegmentSaysHowATokenIsWritten(String token, long segment) {
        assertEquals(segment, LetterCase.of(token).segment());
    }

    @Test
    void onlyTheTokensOfTheTextHaveSegmentsOfTheirOwn() {
        Template template = new Template(
                List.of(new Template.Special(101, 0)), List.of(), List.of(new Template.Special(102, 0)), 0, 1);
        Row row = template.row(new long[] {7, 8, 9, 10}, 5, token -> token + 1);
        assertArrayEquals(new long[] {101, 7, 8, 9, 102}, LongStream.range(0, row.count()).map(i -> row.id((int) i)).toArray());
        assertArrayEquals(new long[] {0, 1, 2, 3, 0}, LongStream.range(0, row.count()).map(i -> row.type((int) i)).toArray());
    }
}
