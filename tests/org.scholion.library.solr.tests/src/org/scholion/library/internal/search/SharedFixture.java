package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import org.scholion.library.LibraryException;
import org.scholion.library.internal.SharedFile;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SharedSettings;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The library of an author who chose a server; its clock is moved by the test. */
final class SharedFixture implements AutoCloseable {

    final SharedFile file;
    final SolrLibrary shared;
    final LuceneLibrary own;
    final ChosenLibrary library;
    final CountingServer counting = new CountingServer(Installed.searchServer());
    long nanos;

    SharedFixture(Path folder, SharedSettings settings, String encoder) throws LibraryException {
        file = new SharedFile(folder);
        file.use(settings);
        QueryVectors vectors = new QueryVectors(new Encoders(new WordVectors(encoder)));
        shared = new SolrLibrary(file, vectors, counting, () -> nanos);
        own = new LuceneLibrary(vectors, folder.resolve("index"));
        library = new ChosenLibrary(own, shared);
    }

    RefreshReport push(Path source, String name) throws LibraryException, CancelledException {
        return shared.push(source, name, false, RefreshProgress.NONE, CancelToken.NEVER);
    }

    @Override
    public void close() throws IOException {
        library.close();
    }
}
