package org.scholion.library.internal.online;

import java.time.Duration;
import java.util.ArrayList;
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

/** The E-utilities of PubMed: a search gives numbers, which are fetched then. */
final class PubmedSource extends Asked implements OnlineLibrary.TextSearch, OnlineLibrary.Lookup, OnlineLibrary.StatusLookup {

    PubmedSource(OnlineSettings settings, Web web) {
        super(OnlineSource.PUBMED, settings, web);
    }

    @Override
    public boolean knows(WorkId.Kind kind) {
        return kind == WorkId.Kind.PMID || kind == WorkId.Kind.DOI;
    }

    @Override
    public List<Reference> search(String query, int limit, CancelToken cancel) throws LibraryException, CancelledException {
        // brackets and quotation marks have a meaning there
        return fetch(numbers(line(query.replaceAll("[\\[\\]\"():*/]", " ")), limited(limit), cancel), PubmedAnswers::works, cancel);
    }

    @Override
    public Optional<Reference> find(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return fetch(numbers(id, cancel), PubmedAnswers::works, cancel).stream()
                // a search for an unknown DOI may find something else
                .filter(work -> WorkId.of(work).contains(id))
                .findFirst();
    }

    @Override
    public List<WorkNotice> notices(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        List<WorkNotice> notices = new ArrayList<>();
        if (id.kind() == WorkId.Kind.PMID || find(id, cancel).isPresent()) {
            notices.addAll(fetch(numbers(id, cancel), PubmedAnswers::notices, cancel));
        }
        return notices;
    }

    private List<String> numbers(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return id.kind() == WorkId.Kind.PMID ? List.of(id.value()) : numbers(id.value() + "[doi]", 1, cancel);
    }

    private List<String> numbers(String term, int limit, CancelToken cancel) throws LibraryException, CancelledException {
        Call.Builder call = utility("esearch").with("retmode", "json").with("retmax", limit).with("sort", "relevance").with("term", term);
        return ask(call, PubmedAnswers::numbers, cancel).orElse(List.of());
    }

    private <T> List<T> fetch(List<String> numbers, Reading<List<T>> reading, CancelToken cancel)
            throws LibraryException, CancelledException {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Call.Builder call = utility("efetch").with("retmode", "xml").with("id", String.join(",", numbers)).accept("application/xml");
        return ask(call, reading, cancel).orElse(List.of());
    }

    private Call.Builder utility(String name) {
        return call("/entrez/eutils/" + name + ".fcgi")
                .with("db", "pubmed")
                .with("tool", "scholion")
                .contact("email")
                .secret("api_key", key())
                .keep(Duration.ofDays(1));
    }
}
