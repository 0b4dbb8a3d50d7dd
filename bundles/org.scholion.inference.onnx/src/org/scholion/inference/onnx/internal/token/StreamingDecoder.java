package org.scholion.inference.onnx.internal.token;

import java.util.Arrays;

/**
 * Text of tokens that come one by one. A piece is told as soon as later tokens cannot change it: never half a character. The pieces
 * together are what {@link Tokenizer#decode} gives for all tokens. Not thread-safe.
 */
public final class StreamingDecoder {

    private static final String INCOMPLETE = "\uFFFD";
    private static final int LONGEST_WAIT_TOKEN_COUNT = 64;

    private final Tokenizer tokenizer;
    private final boolean skipSpecial;
    // the tokens whose text is known (the context that decides about spaces), then those that wait
    private long[] ids = new long[0];
    private int knownCount;
    private String knownText = "";

    StreamingDecoder(Tokenizer tokenizer, boolean skipSpecial) {
        this.tokenizer = tokenizer;
        this.skipSpecial = skipSpecial;
    }

    /** The text that this token makes certain; empty when it completes no character. */
    public String add(long id) {
        ids = Arrays.copyOf(ids, ids.length + 1);
        ids[ids.length - 1] = id;
        String text = tokenizer.decode(ids, skipSpecial);
        boolean waits = text.endsWith(INCOMPLETE) && ids.length - knownCount < LONGEST_WAIT_TOKEN_COUNT;
        if (waits || text.length() <= knownText.length()) {
            return "";
        }
        return settle(text);
    }

    /** What still waits, with replacement characters where the tokens end within one. */
    public String finish() {
        String text = tokenizer.decode(ids, skipSpecial);
        return text.length() <= knownText.length() ? "" : settle(text);
    }

    private String settle(String text) {
        String piece = text.substring(knownText.length());
        ids = Arrays.copyOfRange(ids, knownCount, ids.length);
        knownCount = ids.length;
        knownText = tokenizer.decode(ids, skipSpecial);
        return piece;
    }
}
