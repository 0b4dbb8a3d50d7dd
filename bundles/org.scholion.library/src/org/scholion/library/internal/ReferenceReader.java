package org.scholion.library.internal;

import java.nio.file.Path;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads sources of one format. Stateless; thread-safe. */
public interface ReferenceReader {

    /** Whether the source looks like one of this format: by its name, or by its first bytes where the name says little. */
    boolean reads(Path source);

    /** See {@link org.scholion.library.ReferenceFiles#read}. */
    ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException;
}
