package org.scholion.ui.internal.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.jobs.OnlineAccess;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.edit.DuplicateGroup;
import org.scholion.library.edit.Duplicates;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OnlineSources;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Answers questions: searches the paper's bibliography files and all libraries, or one online source. For jobs.
 *
 * @param library what is on this machine
 * @param names of the libraries of the author
 * @param online who asks online sources
 * @param access which of them may be asked
 */
@NonNullByDefault
record LibrarySearch(ReferenceLibrary library, Libraries names, OnlineSources online, OnlineAccess access) {

    /** So many works show. */
    static final int MOST = 200;

    /** So many works an online source is asked for. */
    static final int MOST_ONLINE = 30;

    private static final int LIKELY = 5;

    /** @throws LibraryException when nothing could be searched; the message is for the author */
    LibraryAnswer answer(LibraryQuestion question, CancelToken cancel) throws LibraryException, CancelledException {
        List<Path> sources = sources(question.bibliographies());
        return question.where().isPresent()
                ? online(question.where().get(), question.text(), sources, cancel)
                : onThisMachine(question, sources, cancel);
    }

    private LibraryAnswer onThisMachine(LibraryQuestion question, List<Path> sources, CancelToken cancel)
            throws LibraryException, CancelledException {
        if (sources.isEmpty()) {
            return LibraryAnswer.withoutSources();
        }
        LibraryQuery query = new LibraryQuery(question.text(), sources, question.filter(), MOST, !question.text().isBlank());
        LibraryHits hits = library.search(query, cancel);
        List<WorkRow> rows = hits.hits().stream().map(WorkRow::of).toList();
        return new LibraryAnswer(rows, Math.max(hits.total(), rows.size()), hits.facets(), true, "");
    }

    private LibraryAnswer online(OnlineSource source, String text, List<Path> sources, CancelToken cancel)
            throws LibraryException, CancelledException {
        if (text.isBlank()) {
            return LibraryAnswer.failed("");
        }
        Optional<OnlineLibrary.TextSearch> search = online.with(access.withKeys()).searches().stream()
                .filter(one -> one.source() == source)
                .findFirst();
        if (search.isEmpty()) {
            throw new LibraryException(NLS.bind(Messages.online_off, source.title()));
        }
        List<WorkRow> rows = new ArrayList<>();
        for (Reference reference : search.get().search(text, MOST_ONLINE, cancel)) {
            rows.add(known(WorkRow.of(source, reference), sources, cancel));
        }
        return new LibraryAnswer(rows, rows.size(), Map.of(), true, "");
    }

    private WorkRow known(WorkRow row, List<Path> sources, CancelToken cancel) throws LibraryException, CancelledException {
        String title = row.reference().title().replace('"', ' ').strip();
        if (title.isEmpty() || sources.isEmpty()) {
            return row;
        }
        LibraryQuery query = new LibraryQuery("title:\"" + title + "\"", sources, LibraryFilter.NONE, LIKELY, false);
        for (LibraryHits.Hit hit : library.search(query, cancel).hits()) {
            boolean same = Duplicates.find(List.of(row.reference(), hit.reference()), cancel).stream()
                    .anyMatch(group -> group.kind() == DuplicateGroup.Kind.SAME);
            if (same) {
                return row.in(hit.source(), hit.reference().key());
            }
        }
        return row;
    }

    /** The paper's bibliography files, then the sources of all libraries. */
    List<Path> sources(List<Path> bibliographies) throws LibraryException {
        Set<Path> sources = new LinkedHashSet<>(bibliographies);
        names.all().forEach(one -> sources.addAll(one.sources()));
        return List.copyOf(sources);
    }
}
