package org.scholion.assist;

import java.util.List;
import java.util.Set;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Judges a paper as a whole, such as the consistency of its terms. An OSGi service; thread-safe. Runs on every change: must be fast. */
public interface PaperAssistant {

    Origin origin();

    Set<Category> categories();

    List<Finding> check(Manuscript manuscript, CheckSettings settings, CancelToken cancel) throws AssistException, CancelledException;
}
