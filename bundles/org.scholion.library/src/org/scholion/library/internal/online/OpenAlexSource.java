package org.scholion.library.internal.online;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;
import org.scholion.library.online.WorkId;
import org.scholion.library.online.WorkNotice;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The interface of OpenAlex, which wants a key since February 2026. */
final class OpenAlexSource extends Asked
        implements OnlineLibrary.TextSearch, OnlineLibrary.Lookup, OnlineLibrary.StatusLookup, OnlineLibrary.PdfLookup {

    OpenAlexSource(OnlineSettings settings, Web web) {
        super(OnlineSource.OPENALEX, settings, web);
    }

    @Override
    public boolean knows(WorkId.Kind kind) {
        return true;
    }

    @Override
    public List<Reference> search(String query, int limit, CancelToken cancel) throws LibraryException, CancelledException {
        Call.Builder call = keyed(call("/works").with("search", line(query)).with("per_page", limited(limit)).keep(Duration.ofDays(1)));
        return ask(call, OpenAlexAnswers::works, cancel).orElse(List.of());
    }

    @Override
    public Optional<Reference> find(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return ask(work(id), OpenAlexAnswers::work, cancel);
    }

    @Override
    public List<WorkNotice> notices(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return ask(work(id).keep(Duration.ofDays(1)), OpenAlexAnswers::notices, cancel).orElse(List.of());
    }

    @Override
    public List<OpenPdf> pdfs(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return ask(work(id), OpenAlexAnswers::pdfs, cancel).orElse(List.of());
    }

    private Call.Builder work(WorkId id) throws LibraryException {
        String name = switch (id.kind()) {
            case DOI -> "doi:" + id.value();
            case ARXIV -> "doi:10.48550/arxiv." + id.value();
            case PMID -> "pmid:" + id.value();
        };
        return keyed(call("/works/").part(name));
    }

    private Call.Builder keyed(Call.Builder call) throws LibraryException {
        if (key().isEmpty()) {
            throw new LibraryException(NLS.bind(Messages.source_needsKey, source().title()));
        }
        return call.secret("api_key", key());
    }
}
