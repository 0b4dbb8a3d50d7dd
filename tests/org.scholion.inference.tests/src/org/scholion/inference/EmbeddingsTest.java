package org.scholion.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EmbeddingsTest {

    private final Embeddings vectors = new Embeddings(2, new float[] {3, 4, -4, 3, 0, 0});

    @Test
    void vectorsComeBackInOrder() {
        assertEquals(3, vectors.count());
        assertArrayEquals(new float[] {-4, 3}, vectors.vector(1));
    }

    @Test
    void theCosineDoesNotDependOnLengths() {
        assertEquals(1, vectors.cosine(0, new Embeddings(2, new float[] {30, 40}), 0), 1e-12);
        assertEquals(0, vectors.cosine(0, vectors, 1), 1e-12);
    }

    @Test
    void aZeroVectorIsLikeNothing() {
        assertEquals(0, vectors.cosine(0, vectors, 2));
    }

    @Test
    void valuesThatAreNoWholeVectorsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Embeddings(2, new float[3]));
    }
}
