package org.scholion.manuscript.rendition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.Passwords;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Renders documents of one format. An OSGi service; thread-safe.
 *
 * <p>As long as a rendition is in use, the {@link org.scholion.manuscript.ManuscriptReader} of the format takes an open text of its
 * edited file for the rendition's text after changes inside its lines; ranges of that manuscript count in the text. An open text without a
 * rendition, such as the bytes of the file in a text editor, it refuses.
 */
public interface RenditionReader {

    /** Whether files of that name are rendered. The file need not exist. */
    boolean reads(Path file);

    /**
     * Reads a document. What cannot be read is a problem of its manuscript.
     *
     * @param file is read, and what the manuscript's ranges name; it has to stay as it is as long as changes are to be written
     * @param edited the file whose open text is the rendition's after changes: {@code file} itself, or the one that it is a copy of
     * @throws ManuscriptException when it cannot be read at all; the message says why and what to do
     */
    Rendition read(Path file, Path edited, CancelToken cancel) throws ManuscriptException, CancelledException;

    /**
     * The same for formats in which a document can be protected with a password; other readers leave the passwords aside.
     *
     * @param passwords asked when {@code file} is protected
     */
    default Rendition read(Path file, Path edited, Passwords passwords, CancelToken cancel) throws ManuscriptException, CancelledException {
        return read(file, edited, cancel);
    }

    /**
     * The file of a picture as the document holds it: PNG, JPEG, SVG, or a format that few programs know.
     *
     * @param passwords asked when {@code file} is protected
     * @throws IOException when the document has no such picture any more
     * @throws ManuscriptException when the document cannot be read at all any more
     */
    byte[] picture(Path file, Picture picture, Passwords passwords, CancelToken cancel)
            throws IOException, ManuscriptException, CancelledException;

    /**
     * Makes a letter that stands for a new citation in the text of an edited file: wherever it is put, the manuscript of the edited text has a
     * citation. A change that writes the letter has {@link org.scholion.manuscript.Prose#PLACEHOLDER} for it, with the citation.
     *
     * @param edited the file, as it was given when its rendition was read
     * @return a letter of the private use area that stands nowhere in the rendition and for nothing else; empty where the file is not rendered,
     *     or has no such letter left
     */
    Optional<Character> letterFor(Path edited, NewCitation citation);
}
