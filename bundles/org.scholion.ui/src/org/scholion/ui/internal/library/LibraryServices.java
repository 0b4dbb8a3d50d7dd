package org.scholion.ui.internal.library;

import java.util.Optional;
import org.eclipse.core.runtime.ServiceCaller;
import org.scholion.jobs.OnlineAccess;
import org.scholion.jobs.PaperLibraries;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSources;
import org.scholion.library.search.ReferenceLibrary;

/**
 * The services that the library in the window works with. The user interface works without them, and some take a moment to begin.
 */
final class LibraryServices {

    private static final ServiceCaller<ReferenceLibrary> LIBRARY =
            new ServiceCaller<>(LibraryServices.class, ReferenceLibrary.class);
    private static final ServiceCaller<Libraries> NAMES = new ServiceCaller<>(LibraryServices.class, Libraries.class);
    private static final ServiceCaller<PaperLibraries> PAPERS = new ServiceCaller<>(LibraryServices.class, PaperLibraries.class);
    private static final ServiceCaller<OnlineSources> ONLINE = new ServiceCaller<>(LibraryServices.class, OnlineSources.class);
    private static final ServiceCaller<OnlineAccess> ACCESS = new ServiceCaller<>(LibraryServices.class, OnlineAccess.class);

    private LibraryServices() {}

    /** @throws LibraryException when a part is not installed */
    static LibrarySearch search() throws LibraryException {
        return new LibrarySearch(
                LIBRARY.current().orElseThrow(LibraryServices::missing),
                NAMES.current().orElseThrow(LibraryServices::missing),
                sources(),
                access().orElseThrow(LibraryServices::missing));
    }

    static OnlineSources sources() throws LibraryException {
        return ONLINE.current().orElseThrow(LibraryServices::missing);
    }

    static Optional<OnlineAccess> access() {
        return ACCESS.current();
    }

    static Optional<PaperLibraries> papers() {
        return PAPERS.current();
    }

    private static LibraryException missing() {
        return new LibraryException(org.scholion.ui.internal.Messages.citations_missing);
    }
}
