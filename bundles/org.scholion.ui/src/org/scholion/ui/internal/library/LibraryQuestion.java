package org.scholion.ui.internal.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.search.LibraryFilter;

/**
 * What the view wants to know.
 *
 * @param where the online source to ask; empty for the library
 * @param text what somebody typed
 * @param filter what must hold; counts in the library alone
 * @param bibliographies of the paper that is being written
 */
@NonNullByDefault
record LibraryQuestion(Optional<OnlineSource> where, String text, LibraryFilter filter, List<Path> bibliographies) {

    LibraryQuestion {
        bibliographies = List.copyOf(bibliographies);
    }
}
