package org.scholion.inference.onnx.internal.decode;

/**
 * Guesses how a text goes on from what stands in it already: what followed the last tokens where they stood before. A model that is
 * asked to correct, shorten or quote a text repeats much of it, and several guessed tokens are checked in one step for little more than
 * the price of one. The output is that of a model without guesses, but for what rounds differently in a step of several tokens (Saxena,
 * Prompt Lookup Decoding, 2023; Leviathan et al., Fast Inference from Transformers via Speculative Decoding, 2023). Not thread-safe; for
 * one output.
 */
final class Drafts {

    /** A match of fewer tokens says little. */
    private static final int SHORTEST_MATCH = 3;
    private static final int LONGEST_MATCH = 4;
    private static final int MOST = 16;
    private static final int FIRST = 4;

    /** After guesses that were all wrong so many tokens are made without, doubled with each further time. */
    private static final int FIRST_PAUSE = 2;
    private static final int LONGEST_PAUSE = 32;

    private int most = FIRST;
    private int nextPause = FIRST_PAUSE;
    private int pause;

    /**
     * The tokens that may come next.
     *
     * @param tokens of which the first {@code length} stand
     * @param limit how many may be guessed at most
     * @return maybe none
     */
    int[] next(int[] tokens, int length, int limit) {
        if (pause > 0) {
            pause--;
            return new int[0];
        }
        int wanted = Math.min(most, limit);
        if (wanted <= 0) {
            return new int[0];
        }
        int start = -1;
        int longest = SHORTEST_MATCH - 1;
        // the latest of the longest matches
        for (int end = length - 1; end > longest; end--) {
            int matched = 0;
            while (matched < LONGEST_MATCH && matched < end && tokens[end - 1 - matched] == tokens[length - 1 - matched]) {
                matched++;
            }
            if (matched > longest) {
                longest = matched;
                start = end;
                if (matched == LONGEST_MATCH) {
                    break;
                }
            }
        }
        if (start < 0) {
            return new int[0];
        }
        int[] guessed = new int[Math.min(wanted, length - start)];
        System.arraycopy(tokens, start, guessed, 0, guessed.length);
        return guessed;
    }

    /** Tells how many of the guessed tokens were right: more are guessed after good guesses, fewer after bad ones. */
    void checked(int guessed, int right) {
        if (guessed == 0) {
            return;
        }
        if (right == 0) {
            most = FIRST;
            pause = nextPause;
            nextPause = Math.min(LONGEST_PAUSE, nextPause * 2);
            return;
        }
        nextPause = FIRST_PAUSE;
        most = right == guessed ? Math.min(MOST, most * 2) : Math.max(2, Math.min(most, right + 1));
    }
}
