package org.scholion.library.internal.online;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;
import org.scholion.library.online.WorkId;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The interface of arXiv, in Atom. */
final class ArxivSource extends Asked implements OnlineLibrary.TextSearch, OnlineLibrary.Lookup, OnlineLibrary.PdfLookup {

    private static final int MAX_WORDS = 20;

    ArxivSource(OnlineSettings settings, Web web) {
        super(OnlineSource.ARXIV, settings, web);
    }

    @Override
    public boolean knows(WorkId.Kind kind) {
        return kind == WorkId.Kind.ARXIV;
    }

    @Override
    public List<Reference> search(String query, int limit, CancelToken cancel) throws LibraryException, CancelledException {
        String words = Arrays.stream(line(query).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1 && !word.matches("(?i)and|or|not|andnot"))
                .limit(MAX_WORDS)
                .map(word -> "all:" + word)
                .collect(Collectors.joining(" AND "));
        if (words.isEmpty()) {
            return List.of();
        }
        Call.Builder call = feed().with("search_query", words).with("start", 0).with("max_results", limited(limit)).keep(Duration.ofDays(1));
        return ask(call, ArxivAnswers::works, cancel).orElse(List.of());
    }

    @Override
    public Optional<Reference> find(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return ask(feed().with("id_list", id.value()), ArxivAnswers::works, cancel).stream().flatMap(List::stream).findFirst();
    }

    @Override
    public List<OpenPdf> pdfs(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        return ask(feed().with("id_list", id.value()), ArxivAnswers::pdfs, cancel).orElse(List.of());
    }

    private Call.Builder feed() {
        return call("/api/query").accept("application/atom+xml");
    }
}
