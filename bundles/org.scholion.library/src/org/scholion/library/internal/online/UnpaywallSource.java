package org.scholion.library.internal.online;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;
import org.scholion.library.online.WorkId;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Unpaywall, which wants a mail address. */
final class UnpaywallSource extends Asked implements OnlineLibrary.PdfLookup {

    UnpaywallSource(OnlineSettings settings, Web web) {
        super(OnlineSource.UNPAYWALL, settings, web);
    }

    @Override
    public boolean knows(WorkId.Kind kind) {
        return kind == WorkId.Kind.DOI;
    }

    @Override
    public List<OpenPdf> pdfs(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        if (settings().contact().isEmpty()) {
            throw new LibraryException(NLS.bind(Messages.source_needsContact, source().title()));
        }
        return ask(call("/v2/").part(id.value()).contact("email"), UnpaywallAnswers::pdfs, cancel).orElse(List.of());
    }
}
