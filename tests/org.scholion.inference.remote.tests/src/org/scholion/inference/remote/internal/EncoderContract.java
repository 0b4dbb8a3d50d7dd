package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scholion.inference.Device;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** What every encoder promises. The model under test gives each text the vector of its length and 1. */
abstract class EncoderContract {

    abstract Encoder encoder() throws Exception;

    @Test
    void vectorsComeInTheOrderOfTheTexts() throws Exception {
        List<String> texts = IntStream.range(0, 100).mapToObj(i -> "x".repeat(1 + i * 37 % 100)).toList();
        Embeddings vectors = encoder().embed(texts, Encoder.Role.PASSAGE, CancelToken.NEVER);
        assertEquals(100, vectors.count());
        for (int i = 0; i < texts.size(); i++) {
            assertArrayEquals(new float[] {texts.get(i).length(), 1}, vectors.vector(i));
        }
    }

    @Test
    void noTextsGiveNoVectors() throws Exception {
        assertEquals(0, encoder().embed(List.of(), Encoder.Role.QUERY, CancelToken.NEVER).count());
    }

    @Test
    void theDimensionIsThatOfTheVectors() throws Exception {
        Encoder encoder = encoder();
        assertEquals(encoder.dimension(), encoder.embed(List.of("a"), Encoder.Role.QUERY, CancelToken.NEVER).dimension());
    }

    @Test
    void aLongTextIsCut() throws Exception {
        Encoder encoder = encoder();
        Embeddings vectors = encoder.embed(List.of("a ".repeat(5000)), Encoder.Role.QUERY, CancelToken.NEVER);
        assertEquals(2f * encoder.maxTokenCount(), vectors.vector(0)[0], 1f);
    }

    @Test
    void aCancelledCallEnds() throws Exception {
        Encoder encoder = encoder();
        assertThrows(CancelledException.class, () -> encoder.embed(List.of("a"), Encoder.Role.QUERY, () -> true));
    }

    @Test
    void theDeviceIsTheServer() throws Exception {
        assertEquals(Device.Kind.REMOTE, encoder().device().kind());
    }
}
