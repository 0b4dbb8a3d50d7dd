package org.scholion.manuscript;

import java.nio.file.Path;

/** The stretch of text that source offsets count in. */
public sealed interface SourceUnit {

    /** The file, absolute and normalised. */
    Path path();

    /**
     * A text file; offsets count the UTF-16 units of its decoded text without a byte order mark. Of a document that is open in an editor
     * they count those of the text that the editor shows, see {@link org.scholion.manuscript.rendition.Rendition}.
     */
    record TextFile(Path path) implements SourceUnit {
        public TextFile {
            path = path.toAbsolutePath().normalize();
        }
    }

    /**
     * A paragraph of a Word document; offsets count the UTF-16 units of its text.
     *
     * @param part the name of the part, such as {@code /word/document.xml}
     * @param paragraph the 0-based number of the paragraph in its part, in document order
     */
    record WordParagraph(Path path, String part, int paragraph) implements SourceUnit {
        public WordParagraph {
            path = path.toAbsolutePath().normalize();
        }
    }
}
