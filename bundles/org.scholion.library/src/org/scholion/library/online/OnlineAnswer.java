package org.scholion.library.online;

import java.util.List;
import org.scholion.library.LibraryException;

/**
 * What came from several sources.
 *
 * @param <T> what was asked for
 * @param found the best first; the same work from two sources is there once
 * @param failures of the sources that could not answer, each naming its source; the others answered
 */
public record OnlineAnswer<T>(List<T> found, List<LibraryException> failures) {

    public OnlineAnswer {
        found = List.copyOf(found);
        failures = List.copyOf(failures);
    }
}
