package org.scholion.ui.internal.citation;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.ui.citation.CitationAnswer;
import org.scholion.ui.internal.Messages;

/**
 * What the view says besides its rows.
 *
 * @param description the line under the title
 * @param message what stands in the place of rows; empty when there are some
 * @param library whether a link below the message leads to the library in the preferences
 */
@NonNullByDefault
record CitationsSituation(String description, String message, boolean library) {

    private static final int WORDS_BEFORE = 70;
    private static final int WORDS_AFTER = 40;

    static CitationsSituation nothing(String message) {
        return new CitationsSituation("", message, false);
    }

    /** @param indexing whether indexes are being made */
    static CitationsSituation of(CitationAnswer answer, String search, boolean indexing) {
        String description = answer.place().map(CitationsSituation::describe).orElse("");
        if (!answer.works().isEmpty()) {
            return new CitationsSituation(description, "", false);
        }
        return switch (answer.state()) {
            case NO_PAPER -> nothing(Messages.citations_looking);
            case NO_SOURCES -> new CitationsSituation("", Messages.citations_noSources, true);
            case NO_SENTENCE -> nothing(Messages.citations_noSentence);
            case RANKED -> {
                if (indexing) {
                    yield new CitationsSituation(description, Messages.citations_indexing, false);
                }
                yield search.isBlank()
                        ? new CitationsSituation(description, Messages.citations_none, true)
                        : new CitationsSituation("", NLS.bind(Messages.citations_notFound, search), true);
            }
        };
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    }

    private static String describe(CitationPlace place) {
        String before = place.before();
        String shown = before.length() > WORDS_BEFORE ? "\u2026" + before.substring(before.length() - WORDS_BEFORE) : before;
        String rest = place.after();
        String after = rest.length() > WORDS_AFTER ? rest.substring(0, WORDS_AFTER) + "\u2026" : rest;
        return NLS.bind(Messages.citations_for, shown.isEmpty() ? "\u2026" : shown, isWord(after) ? " " + after : after);
    }
}
