package org.scholion.inference.onnx.internal.token;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The alphabet of byte-level BPE: bytes that print in Latin-1 stand for themselves, the others for the characters from U+0100 on, in
 * order.
 */
final class ByteAlphabet {

    private static final int ALPHABET_END = 0x100 + 68;
    private static final int[] BYTE_OF = table();

    private ByteAlphabet() {}

    private static int[] table() {
        int[] byteOf = new int[ALPHABET_END];
        Arrays.fill(byteOf, -1);
        int next = 0x100;
        for (int value = 0; value < 0x100; value++) {
            boolean prints = value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xAC || value >= 0xAE;
            byteOf[prints ? value : next++] = value;
        }
        return byteOf;
    }

    /** Whether a character stands for a byte. */
    static boolean contains(int character) {
        return character < ALPHABET_END && BYTE_OF[character] >= 0;
    }

    /** The bytes that a token stands for; characters outside the alphabet stand for themselves. */
    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        text.codePoints().forEach(c -> {
            if (contains(c)) {
                bytes.write(BYTE_OF[c]);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
