package org.scholion.library.internal.online;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;
import org.scholion.library.online.WorkId;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The Academic Graph of Semantic Scholar. */
final class SemanticScholarSource extends Asked implements OnlineLibrary.TextSearch, OnlineLibrary.Lookup, OnlineLibrary.PdfLookup {

    private static final String FIELDS =
            "title,abstract,venue,year,publicationDate,publicationTypes,externalIds,journal,authors,openAccessPdf";

    SemanticScholarSource(OnlineSettings settings, Web web) {
        super(OnlineSource.SEMANTIC_SCHOLAR, settings, web);
    }

    @Override
    public boolean knows(WorkId.Kind kind) {
        return true;
    }

    @Override
    public List<Reference> search(String query, int limit, CancelToken cancel) throws LibraryException, CancelledException {
        // hyphens find nothing there
        Call.Builder call = call("/graph/v1/paper/search").with("query", line(query.replace('-', ' '))).with("limit", limited(limit));
        return ask(complete(call.keep(Duration.ofDays(1))), SemanticScholarAnswers::works, cancel).orElse(List.of());
    }

    @Override
    public Optional<Reference> find(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return ask(paper(id), SemanticScholarAnswers::work, cancel);
    }

    @Override
    public List<OpenPdf> pdfs(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return ask(paper(id), SemanticScholarAnswers::pdfs, cancel).orElse(List.of());
    }

    private Call.Builder paper(WorkId id) {
        return complete(call("/graph/v1/paper/").part(id.kind().name() + ":" + id.value()));
    }

    private Call.Builder complete(Call.Builder call) {
        call.with("fields", FIELDS);
        return key().isEmpty() ? call : call.header("x-api-key", key());
    }
}
