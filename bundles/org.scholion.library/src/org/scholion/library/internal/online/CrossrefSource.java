package org.scholion.library.internal.online;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.WorkId;
import org.scholion.library.online.WorkNotice;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The REST interface of Crossref. */
final class CrossrefSource extends Asked implements OnlineLibrary.TextSearch, OnlineLibrary.Lookup, OnlineLibrary.StatusLookup {

    CrossrefSource(OnlineSettings settings, Web web) {
        super(OnlineSource.CROSSREF, settings, web);
    }

    @Override
    public boolean knows(WorkId.Kind kind) {
        return kind == WorkId.Kind.DOI;
    }

    @Override
    public List<Reference> search(String query, int limit, CancelToken cancel) throws LibraryException, CancelledException {
        Call.Builder call = call("/works").with("query.bibliographic", line(query)).with("rows", limited(limit)).contact("mailto")
                .keep(Duration.ofDays(1));
        return ask(call, CrossrefAnswers::works, cancel).orElse(List.of());
    }

    @Override
    public Optional<Reference> find(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return ask(call("/works/").part(id.value()).contact("mailto"), CrossrefAnswers::work, cancel);
    }

    @Override
    public List<WorkNotice> notices(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        Call.Builder call = call("/works").with("filter", "updates:" + id.value()).with("rows", 20).contact("mailto").keep(Duration.ofDays(1));
        return ask(call, answer -> CrossrefAnswers.notices(answer, id.value()), cancel).orElse(List.of());
    }
}
