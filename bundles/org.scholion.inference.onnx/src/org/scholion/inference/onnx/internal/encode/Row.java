package org.scholion.inference.onnx.internal.encode;

/** The tokens of one input as the model takes them. Immutable: nobody writes into its arrays. */
final class Row {

    private final long[] ids;
    private final long[] types;
    private final int textStart;
    private final int textCount;

    Row(long[] ids, long[] types, int textStart, int textCount) {
        this.ids = ids;
        this.types = types;
        this.textStart = textStart;
        this.textCount = textCount;
    }

    /** The same tokens in other segments. */
    Row withTypes(long[] others) {
        return new Row(ids, others, textStart, textCount);
    }

    int count() {
        return ids.length;
    }

    long id(int index) {
        return ids[index];
    }

    long type(int index) {
        return types[index];
    }

    /** Where the tokens of the first text begin. */
    int textStart() {
        return textStart;
    }

    /** How many tokens of the first text there are. */
    int textCount() {
        return textCount;
    }
}
