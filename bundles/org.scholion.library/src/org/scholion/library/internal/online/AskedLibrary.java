package org.scholion.library.internal.online;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineAnswer;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OpenPdf;
import org.scholion.library.online.ReferenceCheck;
import org.scholion.library.online.WorkId;
import org.scholion.library.online.WorkNotice;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The sources that are on, one after the other. */
final class AskedLibrary implements OnlineLibrary {

    /** One thing to ask one source. */
    interface Question<T> {
        List<T> ask() throws LibraryException, CancelledException;
    }

    private final List<Asked> sources;
    private final OnlineSettings settings;
    private final Web web;

    AskedLibrary(OnlineSettings settings, Web web) {
        this.settings = settings;
        this.web = web;
        List<Asked> all = List.of(
                new CrossrefSource(settings, web),
                new OpenAlexSource(settings, web),
                new PubmedSource(settings, web),
                new SemanticScholarSource(settings, web),
                new ArxivSource(settings, web),
                new UnpaywallSource(settings, web),
                new DoiSource(settings, web));
        sources = all.stream().filter(source -> settings.isOn(source.source())).toList();
    }

    private <T> List<T> able(Class<T> capability) {
        return sources.stream().filter(capability::isInstance).map(capability::cast).toList();
    }

    @Override
    public List<TextSearch> searches() {
        return able(TextSearch.class);
    }

    @Override
    public List<Lookup> lookups() {
        return able(Lookup.class);
    }

    @Override
    public List<PdfLookup> pdfLookups() {
        return able(PdfLookup.class);
    }

    @Override
    public List<StatusLookup> statusLookups() {
        return able(StatusLookup.class);
    }

    @Override
    public OnlineAnswer<Reference> search(String query, int limit, CancelToken cancel) throws LibraryException, CancelledException {
        if (query.isBlank()) {
            return new OnlineAnswer<>(List.of(), List.of());
        }
        List<Question<List<Reference>>> questions = new ArrayList<>();
        for (TextSearch search : searches()) {
            questions.add(() -> List.of(search.search(query, limit, cancel)));
        }
        OnlineAnswer<List<Reference>> answer = all(questions);
        return new OnlineAnswer<>(together(answer.found(), limit), answer.failures());
    }

    @Override
    public Optional<Reference> find(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        List<LibraryException> failures = new ArrayList<>();
        List<Lookup> able = lookups().stream().filter(lookup -> lookup.knows(id.kind())).toList();
        for (Lookup lookup : able) {
            try {
                Optional<Reference> found = lookup.find(id, cancel);
                if (found.isPresent()) {
                    return found;
                }
            } catch (LibraryException e) {
                failures.add(e);
            }
        }
        throwWhenNobodyAnswered(able.size(), failures);
        return Optional.empty();
    }

    @Override
    public OnlineAnswer<WorkNotice> notices(Reference reference, CancelToken cancel) throws LibraryException, CancelledException {
        List<Question<WorkNotice>> questions = new ArrayList<>();
        for (StatusLookup lookup : statusLookups()) {
            id(reference, lookup::knows).ifPresent(id -> questions.add(() -> lookup.notices(id, cancel)));
        }
        noteWithoutNumber(reference, statusLookups().isEmpty());
        OnlineAnswer<WorkNotice> answer = questions.isEmpty() ? new OnlineAnswer<>(List.of(), List.of()) : all(questions);
        return new OnlineAnswer<>(
                answer.found().stream().sorted(Comparator.comparing(WorkNotice::kind)).toList(), answer.failures());
    }

    @Override
    public OnlineAnswer<OpenPdf> pdfs(Reference reference, CancelToken cancel) throws LibraryException, CancelledException {
        List<Question<OpenPdf>> questions = new ArrayList<>();
        for (PdfLookup lookup : pdfLookups()) {
            id(reference, lookup::knows).ifPresent(id -> questions.add(() -> lookup.pdfs(id, cancel)));
        }
        noteWithoutNumber(reference, pdfLookups().isEmpty());
        OnlineAnswer<OpenPdf> answer = questions.isEmpty() ? new OnlineAnswer<>(List.of(), List.of()) : all(questions);
        Map<Object, OpenPdf> once = new LinkedHashMap<>();
        answer.found().forEach(pdf -> once.putIfAbsent(pdf.address(), pdf));
        return new OnlineAnswer<>(List.copyOf(once.values()), answer.failures());
    }

    @Override
    public ReferenceCheck check(Reference reference, CancelToken cancel) throws LibraryException, CancelledException {
        if (searches().isEmpty() && lookups().isEmpty()) {
            throw new LibraryException(Messages.sources_off);
        }
        return new ExistenceCheck(this).check(reference, cancel);
    }

    @Override
    public Path load(OpenPdf pdf, Path folder, String name, CancelToken cancel) throws LibraryException, CancelledException {
        return new PdfLoader(settings, web).load(pdf, folder, name, cancel);
    }

    /** One number a source is enough: the first that it knows. */
    private static Optional<WorkId> id(Reference reference, Predicate<WorkId.Kind> knows) {
        return WorkId.of(reference).stream().filter(id -> knows.test(id.kind())).findFirst();
    }

    private static void noteWithoutNumber(Reference reference, boolean off) throws LibraryException {
        if (off) {
            throw new LibraryException(Messages.sources_off);
        }
        if (WorkId.of(reference).isEmpty()) {
            throw new LibraryException(NLS.bind(Messages.work_noNumber, reference.key()));
        }
    }

    private static <T> OnlineAnswer<T> all(List<Question<T>> questions) throws LibraryException, CancelledException {
        List<T> found = new ArrayList<>();
        List<LibraryException> failures = new ArrayList<>();
        for (Question<T> question : questions) {
            try {
                found.addAll(question.ask());
            } catch (LibraryException e) {
                failures.add(e);
            }
        }
        throwWhenNobodyAnswered(questions.size(), failures);
        return new OnlineAnswer<>(found, failures);
    }

    private static void throwWhenNobodyAnswered(int asked, List<LibraryException> failures) throws LibraryException {
        if (asked == 0) {
            throw new LibraryException(Messages.sources_off);
        }
        if (failures.size() == asked) {
            throw failures.getFirst();
        }
    }

    /** The best of each source, then the second of each; a work that several have is taken from the first. */
    private static List<Reference> together(List<List<Reference>> lists, int limit) {
        Map<String, Reference> works = new LinkedHashMap<>();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int rank = 0; rank < longest; rank++) {
            for (List<Reference> list : lists) {
                if (rank < list.size()) {
                    Reference work = list.get(rank);
                    boolean known = !work.doi().isEmpty() && works.containsKey(work.doi()) || works.containsKey(name(work));
                    if (!known) {
                        works.put(name(work), work);
                        if (!work.doi().isEmpty()) {
                            works.put(work.doi(), work);
                        }
                    }
                }
            }
        }
        return works.values().stream().distinct().limit(limit).toList();
    }

    private static String name(Reference work) {
        String title = work.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return title + " " + (work.year().isPresent() ? work.year().getAsInt() : 0);
    }
}
