package org.scholion.assist.drafts;

/**
 * What abstract is wanted.
 *
 * @param words how many at most, from {@link #LEAST_WORDS} to {@link #MOST_WORDS}
 * @param structured whether it goes through background, objective, method, result and conclusion in that order, and has some of
 * each that the
 *     paper has
 */
public record AbstractRequest(int words, boolean structured) {

    public static final int LEAST_WORDS = 30;
    public static final int MOST_WORDS = 1000;

    /** What most journals allow. */
    public static final AbstractRequest USUAL = new AbstractRequest(200, false);

    public AbstractRequest {
        if (words < LEAST_WORDS || words > MOST_WORDS) {
            throw new IllegalArgumentException(words + " words");
        }
    }
}
