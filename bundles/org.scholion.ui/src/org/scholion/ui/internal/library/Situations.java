package org.scholion.ui.internal.library;

import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.search.LibraryFilter;

/** What the view says besides its rows. */
@NonNullByDefault
final class Situations {

    /** What the link below a message does. */
    enum Action {
        NONE,
        /** Opens the preferences of the library. */
        LIBRARY,
        /** Opens the preferences of online sources. */
        ONLINE,
        /** Takes the filter off. */
        CLEAR
    }

    /**
     * What stands in the place of rows.
     *
     * @param message empty when there are rows
     * @param link empty for none
     */
    record Empty(String message, String link, Action action) {}

    private static final Empty ROWS = new Empty("", "", Action.NONE);

    private Situations() {}

    /** The line under the title. */
    static String description(LibraryAnswer answer) {
        int shown = answer.rows().size();
        if (shown == 0) {
            return "";
        }
        if (answer.total() > shown) {
            return NLS.bind(Messages.works_some, shown, answer.total());
        }
        return shown == 1 ? Messages.works_one : NLS.bind(Messages.works_count, shown);
    }

    /**
     * What to say where nothing was found, and what can be done.
     *
     * @param question that was answered; empty before the first one
     * @param indexing whether indexes are being made
     */
    static Empty empty(LibraryAnswer answer, Optional<LibraryQuestion> question, LibraryFilter filter, boolean indexing) {
        if (!answer.rows().isEmpty()) {
            return ROWS;
        }
        boolean online = question.filter(asked -> asked.where().isPresent()).isPresent();
        if (!answer.failure().isEmpty()) {
            return online
                    ? new Empty(answer.failure(), Messages.bar_more, Action.ONLINE)
                    : new Empty(answer.failure(), "", Action.NONE);
        }
        if (!answer.sources()) {
            return new Empty(Messages.works_noSources, Messages.works_addSources, Action.LIBRARY);
        }
        String text = question.map(LibraryQuestion::text).orElse("");
        if (online) {
            return new Empty(NLS.bind(Messages.works_notFoundOnline, text, question.flatMap(LibraryQuestion::where)
                    .map(source -> source.title()).orElse("")), "", Action.NONE);
        }
        if (indexing) {
            return new Empty(Messages.works_indexing, "", Action.NONE);
        }
        if (!filter.equals(LibraryFilter.NONE)) {
            return new Empty(Messages.works_filtered, Messages.works_clear, Action.CLEAR);
        }
        return text.isBlank()
                ? new Empty(Messages.works_emptyLibrary, Messages.works_addSources, Action.LIBRARY)
                : new Empty(NLS.bind(Messages.works_notFound, text), Messages.bar_more, Action.ONLINE);
    }
}
