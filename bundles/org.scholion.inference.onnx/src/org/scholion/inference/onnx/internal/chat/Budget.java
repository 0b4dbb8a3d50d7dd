package org.scholion.inference.onnx.internal.chat;

/** How much a template may do: steps, and letters or items that it makes. Ends a template that loops or grows. */
final class Budget {

    private static final int STEPS = 1_000_000;
    private static final int LARGEST_VALUE = 1 << 22;
    private static final int LETTERS_PER_STEP = 64;
    private static final int MOST_DEPTH = 100;

    private final long largestValue;
    private int left;
    private int depth;

    /** @param inputLength letters of the conversation, which it may well go through a few times */
    Budget(long inputLength) {
        largestValue = LARGEST_VALUE + 2 * inputLength;
        left = (int) Math.min(Integer.MAX_VALUE, STEPS + inputLength);
    }

    void step() {
        if (--left < 0) {
            throw new TemplateError("it does not come to an end");
        }
    }

    /** Pays for a value before it is made. */
    void make(long length) {
        if (length > largestValue) {
            throw new TemplateError("it makes a value of " + length + " letters or items");
        }
        left -= (int) (length / LETTERS_PER_STEP);
        step();
    }

    void enter() {
        if (++depth > MOST_DEPTH) {
            throw new TemplateError("it calls itself too often");
        }
    }

    void leave() {
        depth--;
    }
}
