package org.scholion.jobs;

import java.nio.file.Path;
import java.util.Optional;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

/**
 * A file that is open in an editor. Its text stands above the file on disk.
 *
 * <p>Changes are told by one thread, the one that changes the text; everything else may be called from any thread. Nothing here waits
 * for reading or checking.
 */
public interface OpenFile extends AutoCloseable {

    /** The file, absolute and normalised. */
    Path path();

    /** The paper that the file belongs to; empty until it was found, or when there is none. */
    Optional<Paper> paper();

    /** The state of the text after the last change that was told. */
    Revision revision();

    /**
     * The text was changed.
     *
     * @param replaced what was replaced, in the text before the change
     * @param replacement what stands there now
     * @return the state after the change
     */
    Revision changed(TextRange replaced, String replacement);

    /** The whole text was exchanged, such as by reverting to the file. */
    Revision replaced(String text);

    /** Where the author is: blocks there are checked first. */
    void focus(int caret, TextRange visible);

    /** The text was written to the file: the paper is looked for anew. */
    void saved();

    /**
     * Where a range of an earlier text stands now.
     *
     * @param computedOn the state that {@code range} speaks of
     * @return empty when the text there was changed since, or the state is not known any more
     */
    Optional<TextRange> toCurrent(TextRange range, Revision computedOn);

    /** The editor was closed. Does nothing the second time. */
    @Override
    void close();
}
