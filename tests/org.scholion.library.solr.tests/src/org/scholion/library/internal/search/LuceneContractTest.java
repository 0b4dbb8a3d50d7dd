package org.scholion.library.internal.search;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.search.RefreshProgress;
import org.scholion.text.CancelToken;

/** The embedded indexes. */
class LuceneContractTest extends ReferenceLibraryContract {

    @TempDir
    private Path folder;

    private Path bib;
    private LuceneLibrary library;

    @BeforeEach
    void open() throws Exception {
        bib = Files.writeString(folder.resolve("refs.bib"), BIB);
        library = new LuceneLibrary(folder.resolve("index"), new WordVectors("1"));
        library.refresh(bib, true, RefreshProgress.NONE, CancelToken.NEVER);
    }

    @AfterEach
    void close() throws Exception {
        library.close();
    }

    @Override
    ReferenceLibrary library() {
        return library;
    }

    @Override
    Path source() {
        return bib;
    }
}
