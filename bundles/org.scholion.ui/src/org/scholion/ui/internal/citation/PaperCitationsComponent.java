package org.scholion.ui.internal.citation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.scholion.assist.AssistException;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.assist.citations.CitationPlaces;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.assist.citations.CitationVerifier;
import org.scholion.assist.citations.CitedSentence;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.PaperLibraries;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.CitationAnswer.State;
import org.scholion.ui.citation.CitationAnswer;
import org.scholion.ui.citation.CitationWriter;
import org.scholion.ui.citation.PaperCitations;
import org.scholion.ui.citation.VerifiedWork;
import org.scholion.ui.internal.CurrentPapers;
import org.scholion.ui.internal.Messages;

/**
 * Asks the assistant for citations and the library. These are looked up when they are needed, since the user interface works
 * without
 * them, and since some take a moment to begin.
 */
@NonNullByDefault
public final class PaperCitationsComponent implements PaperCitations {

    private final BundleContext context;
    private final CurrentPapers papers;

    public PaperCitationsComponent(BundleContext context, PaperChecks checks) {
        this.context = context;
        papers = new CurrentPapers(context, checks);
    }

    @Override
    public CitationAnswer at(Path file, int offset, int limit, CancelToken cancel) throws AssistException, CancelledException {
        Optional<Manuscript> manuscript = papers.manuscript(file, cancel);
        if (manuscript.isEmpty()) {
            return CitationAnswer.nothing(State.NO_PAPER, manuscript);
        }
        Manuscript paper = manuscript.get();
        List<Path> sources = sources(paper);
        if (sources.isEmpty()) {
            return CitationAnswer.nothing(State.NO_SOURCES, manuscript);
        }
        Optional<CitationPlace> place = CitationPlaces.at(paper, new SourceUnit.TextFile(file), offset);
        if (place.isEmpty()) {
            return CitationAnswer.nothing(State.NO_SENTENCE, manuscript);
        }
        CitationAssistant assistant = find(CitationAssistant.class).orElseThrow(PaperCitationsComponent::missing);
        List<CitationSuggestion> suggestions = assistant.suggest(place.get(), sources, limit, cancel);
        return new CitationAnswer(State.RANKED, manuscript, place, works(paper, suggestions, cancel));
    }

    @Override
    public CitationAnswer search(Path file, String text, int limit, CancelToken cancel) throws AssistException, CancelledException {
        Optional<Manuscript> manuscript = papers.manuscript(file, cancel);
        if (manuscript.isEmpty()) {
            return CitationAnswer.nothing(State.NO_PAPER, manuscript);
        }
        Manuscript paper = manuscript.get();
        List<Path> sources = sources(paper);
        if (sources.isEmpty()) {
            return CitationAnswer.nothing(State.NO_SOURCES, manuscript);
        }
        ReferenceLibrary library = find(ReferenceLibrary.class).orElseThrow(PaperCitationsComponent::missing);
        try {
            LibraryHits hits = library.search(new LibraryQuery(text, sources, LibraryFilter.NONE, limit, true), cancel);
            List<CitationSuggestion> found = new ArrayList<>();
            hits.hits().forEach(hit -> found.add(FoundWorks.suggestion(hit, paper)));
            return new CitationAnswer(State.RANKED, manuscript, Optional.empty(), works(paper, found, cancel));
        } catch (LibraryException failed) {
            throw new AssistException(failed.getLocalizedMessage(), failed);
        }
    }

    @Override
    public List<VerifiedWork> verify(Path file, int offset, CancelToken cancel) throws AssistException, CancelledException {
        Optional<Manuscript> paper = papers.manuscript(file, cancel);
        if (paper.isEmpty()) {
            return List.of();
        }
        SourceUnit unit = new SourceUnit.TextFile(file);
        List<CitedSentence> cited = CitedSentence.at(paper.get(), unit, offset);
        if (cited.isEmpty()) {
            Optional<String> sentence = CitationPlaces.at(paper.get(), unit, offset).map(CitedSentence::plain);
            cited = CitedSentence.of(paper.get()).stream()
                    .filter(one -> one.range().unit().equals(unit) && sentence.filter(one.text()::equals).isPresent())
                    .toList();
        }
        List<Path> sources = sources(paper.get());
        List<VerifiedWork> verified = new ArrayList<>();
        for (CitedSentence one : cited) {
            cancel.check();
            verified.add(verify(one.text(), one.key(), sources, cancel));
        }
        return verified;
    }

    @Override
    public List<VerifiedWork> verify(CitationAnswer answer, List<CitableWork> works, CancelToken cancel)
            throws AssistException, CancelledException {
        if (answer.place().isEmpty() || answer.manuscript().isEmpty()) {
            return List.of();
        }
        String sentence = CitedSentence.plain(answer.place().get());
        List<VerifiedWork> verified = new ArrayList<>();
        for (CitableWork work : works) {
            cancel.check();
            Set<Path> sources = new LinkedHashSet<>(List.of(work.suggestion().library()));
            sources.addAll(sources(answer.manuscript().get()));
            verified.add(verify(sentence, work.suggestion().key(), List.copyOf(sources), cancel));
        }
        return verified;
    }

    private VerifiedWork verify(String sentence, String key, List<Path> sources, CancelToken cancel)
            throws AssistException, CancelledException {
        CitationVerifier verifier = find(CitationVerifier.class).orElseThrow(PaperCitationsComponent::missing);
        CitationSupport support = verifier.verify(sentence, key, sources, cancel);
        try {
            Optional<ReferenceLibrary> library = find(ReferenceLibrary.class);
            Optional<Reference> work = library.isEmpty() ? Optional.empty() : library.get().reference(sources, key);
            String title = work.map(Reference::title).filter(known -> !known.isBlank()).orElse(key);
            return new VerifiedWork(sentence, key, title, support);
        } catch (LibraryException failed) {
            throw new AssistException(failed.getLocalizedMessage(), failed);
        }
    }

    @Override
    public CitationAnswer citable(Path file, List<LibraryHits.Hit> hits, CancelToken cancel) throws AssistException, CancelledException {
        Optional<Manuscript> manuscript = papers.manuscript(file, cancel);
        if (manuscript.isEmpty()) {
            return CitationAnswer.nothing(State.NO_PAPER, manuscript);
        }
        Manuscript paper = manuscript.get();
        List<Path> own = find(PaperLibraries.class).map(libraries -> libraries.bibliographies(paper)).orElse(List.of());
        FoundWorks works = new FoundWorks(paper, own, Optional.empty());
        hits.forEach(hit -> works.add(FoundWorks.suggestion(hit, paper), Optional.of(hit.reference())));
        return new CitationAnswer(State.RANKED, manuscript, Optional.empty(), works.found());
    }

    @Override
    public Optional<CitationWriter> writer(Path file) {
        try {
            Collection<ServiceReference<CitationWriter>> references = context.getServiceReferences(CitationWriter.class, null);
            for (ServiceReference<CitationWriter> reference : references) {
                CitationWriter writer = context.getService(reference);
                if (writer != null && writer.writes(file)) {
                    return Optional.of(writer);
                }
            }
            return Optional.empty();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("no filter was given", impossible);
        }
    }

    @Override
    public void addListener(Runnable listener) {
        find(PaperLibraries.class).ifPresent(libraries -> libraries.addListener(listener));
    }

    @Override
    public void removeListener(Runnable listener) {
        find(PaperLibraries.class).ifPresent(libraries -> libraries.removeListener(listener));
    }

    private List<Path> sources(Manuscript manuscript) {
        return find(PaperLibraries.class).map(libraries -> libraries.sources(manuscript)).orElse(List.of());
    }

    private List<CitableWork> works(Manuscript paper, List<CitationSuggestion> suggestions, CancelToken cancel)
            throws AssistException, CancelledException {
        List<Path> own = find(PaperLibraries.class).map(libraries -> libraries.bibliographies(paper)).orElse(List.of());
        FoundWorks works = new FoundWorks(paper, own, find(ReferenceLibrary.class));
        try {
            for (CitationSuggestion suggestion : suggestions) {
                cancel.check();
                works.add(suggestion);
            }
            return works.found();
        } catch (LibraryException failed) {
            throw new AssistException(failed.getLocalizedMessage(), failed);
        }
    }

    /** The service that counts now; it is not given back, since this component lives as long as the Workbench. */
    private <T> Optional<T> find(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        if (reference == null) {
            return Optional.empty();
        }
        T service = context.getService(reference);
        return service == null ? Optional.empty() : Optional.of(service);
    }

    private static AssistException missing() {
        return new AssistException(Messages.citations_missing);
    }
}
