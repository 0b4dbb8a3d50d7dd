package org.scholion.inference.onnx.internal.token;

import org.scholion.text.TextRange;

/**
 * The tokens of one text, or of a pair of texts. Immutable.
 *
 * <p>Ranges are in UTF-16 units of the text that the token comes from and never split a surrogate pair. Several tokens may share one
 * character, which is then in the range of each.
 */
public final class Tokens {

    /** No word, no text. */
    public static final int NONE = -1;

    private final long[] ids;
    private final long[] typeIds;
    private final int[] words;
    private final int[] sequences;
    private final int[] starts;
    private final int[] ends;

    Tokens(long[] ids, long[] typeIds, int[] words, int[] sequences, int[] starts, int[] ends) {
        this.ids = ids;
        this.typeIds = typeIds;
        this.words = words;
        this.sequences = sequences;
        this.starts = starts;
        this.ends = ends;
    }

    public int count() {
        return ids.length;
    }

    public long id(int index) {
        return ids[index];
    }

    /** A copy of the ids, as models take them. */
    public long[] ids() {
        return ids.clone();
    }

    /** The segment that a model of pairs is told: 0 for the first text, mostly 1 for the second. */
    public long typeId(int index) {
        return typeIds[index];
    }

    /** The number of the word of its text that the token belongs to, as the model splits words, or {@link #NONE}. */
    public int word(int index) {
        return words[index];
    }

    /** 0 for the first text, 1 for the second, {@link #NONE} for what the tokenizer added. */
    public int sequence(int index) {
        return sequences[index];
    }

    /** Whether it was added by the tokenizer and stands for no part of a text. */
    public boolean isAdded(int index) {
        return sequences[index] == NONE;
    }

    /** Where it stands in its text; empty at 0 when it was added. */
    public TextRange range(int index) {
        return new TextRange(starts[index], ends[index]);
    }
}
