package org.scholion.inference.onnx.internal.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DraftsTest {

    private static final int[] NONE = {};

    private final Drafts drafts = new Drafts();

    @Test
    void whatFollowedTheSameTokensIsGuessed() {
        int[] tokens = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3};
        assertArrayEquals(new int[] {4, 5, 6, 7}, drafts.next(tokens, tokens.length, 100));
    }

    @Test
    void theLongestMatchCountsAndOfEqualOnesTheLatest() {
        int[] longest = {9, 1, 2, 3, 50, 8, 1, 2, 3, 60, 9, 1, 2, 3};
        assertEquals(50, drafts.next(longest, longest.length, 1)[0]);
        int[] latest = {1, 2, 3, 50, 1, 2, 3, 60, 1, 2, 3};
        assertEquals(60, drafts.next(latest, latest.length, 1)[0]);
    }

    @Test
    void fewEqualTokensAreNoReasonToGuess() {
        int[] tokens = {1, 2, 3, 4, 9, 2, 3};
        assertArrayEquals(NONE, drafts.next(tokens, tokens.length, 100));
        assertArrayEquals(NONE, drafts.next(new int[0], 0, 100));
        assertArrayEquals(NONE, drafts.next(new int[] {1}, 1, 100));
    }

    @Test
    void moreIsGuessedThanTheLimitNever() {
        int[] tokens = {1, 2, 3, 4, 5, 6, 1, 2, 3};
        assertArrayEquals(new int[] {4, 5}, drafts.next(tokens, tokens.length, 2));
        assertArrayEquals(NONE, drafts.next(tokens, tokens.length, 0));
        assertArrayEquals(NONE, drafts.next(tokens, tokens.length, -1));
    }

    @Test
    void goodGuessesGrowAndWrongOnesPause() {
        int[] tokens = new int[60];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = i % 30;
        }
        assertEquals(4, drafts.next(tokens, 40, 100).length);
        drafts.checked(4, 4);
        assertEquals(8, drafts.next(tokens, 40, 100).length);
        drafts.checked(8, 2);
        assertEquals(3, drafts.next(tokens, 40, 100).length);
        drafts.checked(3, 0);
        assertArrayEquals(NONE, drafts.next(tokens, 40, 100));
        assertArrayEquals(NONE, drafts.next(tokens, 40, 100));
        assertEquals(4, drafts.next(tokens, 40, 100).length);
    }
}
