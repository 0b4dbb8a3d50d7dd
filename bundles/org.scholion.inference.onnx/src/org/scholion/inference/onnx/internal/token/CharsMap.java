package org.scholion.inference.onnx.internal.token;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * The table by which SentencePiece normalises: a double array trie (in the form of darts-clone) and the texts that its leaves point
 * to. The native library follows the numbers in it unchecked, so they are checked here.
 */
final class CharsMap {

    private static final int BLOCK = 0xFF;

    private CharsMap() {}

    /** @throws IllegalStateException or IllegalArgumentException when a number in it leads outside */
    static void check(String base64) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() == 0) {
            return;
        }
        if (bytes.remaining() < Integer.BYTES) {
            throw new IllegalStateException("precompiled_charsmap");
        }
        int trieBytes = bytes.getInt();
        if (trieBytes < 0 || trieBytes > bytes.remaining() || trieBytes % Integer.BYTES != 0) {
            throw new IllegalStateException("precompiled_charsmap");
        }
        int unitCount = trieBytes / Integer.BYTES;
        int textStart = Integer.BYTES + trieBytes;
        int textLength = bytes.capacity() - textStart;
        for (int i = 0; i < unitCount; i++) {
            int unit = bytes.getInt(textStart - trieBytes + i * Integer.BYTES);
            if (unit < 0) {
                int at = unit & Integer.MAX_VALUE;
                boolean within = at < textLength && (bytes.get(textStart + at) & 0xC0) != 0x80;
                if (!within) {
                    throw new IllegalStateException("precompiled_charsmap");
                }
            } else {
                int offset = (unit >>> 10) << ((unit & (1 << 9)) >>> 6);
                if (((i ^ offset) | BLOCK) >= unitCount) {
                    throw new IllegalStateException("precompiled_charsmap");
                }
            }
        }
    }
}
