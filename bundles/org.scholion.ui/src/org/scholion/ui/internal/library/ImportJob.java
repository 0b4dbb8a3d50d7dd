package org.scholion.ui.internal.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.osgi.util.NLS;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.edit.DuplicateGroup;
import org.scholion.library.edit.Duplicates;
import org.scholion.library.edit.KeyPattern;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OpenPdf;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.citation.BibliographyFiles;

/** Adds works that were found online to a BibTeX file, with their PDFs where these are open. */
final class ImportJob extends ScholionJob {

    /**
     * What came of it.
     *
     * @param added by the work that was found, the entry that stands in the file now
     * @param known how many stood there already
     * @param pdfs how many PDFs were loaded
     * @param problems for the author
     */
    record Report(Path target, Map<Reference, Reference> added, int known, int pdfs, List<String> problems) {
        Report {
            added = Map.copyOf(added);
            problems = List.copyOf(problems);
        }

        /** One sentence for each thing that the author has to know. */
        String text() {
            String name = String.valueOf(target.getFileName());
            List<String> sentences = new ArrayList<>();
            sentences.add(NLS.bind(Messages.import_added, added.size(), name));
            if (known > 0) {
                sentences.add(NLS.bind(Messages.import_known, known));
            }
            if (pdfs > 0) {
                sentences.add(NLS.bind(Messages.import_pdfs, pdfs));
            }
            sentences.addAll(problems);
            return String.join(" ", sentences);
        }
    }

    private final ImportPlan plan;
    private final List<Reference> references;
    private final Consumer<Report> listener;
    private final List<String> problems = new ArrayList<>();
    private int known;
    private int pdfs;

    /** @param listener hears from the thread of the job */
    ImportJob(ImportPlan plan, List<Reference> references, Consumer<Report> listener) {
        super(NLS.bind(Messages.job_import, plan.target().getFileName()), JobFamily.ONLINE, Job.LONG);
        this.plan = plan;
        this.references = List.copyOf(references);
        this.listener = listener;
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException, CoreException, BadLocationException {
        Map<Reference, Reference> entries = new LinkedHashMap<>();
        progress.setWorkRemaining(2 * references.size());
        try {
            if (Files.notExists(plan.target())) {
                Files.createFile(plan.target());
            }
            List<Reference> existing = ReferenceFiles.read(plan.target(), cancel).references();
            entries(existing, entries, progress.split(references.size()), cancel);
            List<Reference> wanted = List.copyOf(entries.values());
            List<Reference> added = BibliographyFiles.add(plan.target(), wanted, progress.split(references.size()), cancel);
            entries.values().retainAll(added);
        } catch (LibraryException unreadable) {
            entries.clear();
            problems.add(String.valueOf(unreadable.getLocalizedMessage()));
        } catch (IOException refused) {
            entries.clear();
            problems.add(NLS.bind(Messages.import_cannotWrite, plan.target(), refused.getLocalizedMessage()));
        }
        listener.accept(new Report(plan.target(), entries, known, pdfs, problems));
    }

    /** What the file lacks, under keys that are free there. */
    private void entries(List<Reference> existing, Map<Reference, Reference> entries, SubMonitor progress, CancelToken cancel)
            throws LibraryException, CancelledException {
        KeyPattern habit = KeyPattern.ofHabit(existing);
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        existing.forEach(one -> taken.add(one.key()));
        List<Reference> all = new ArrayList<>(existing);
        Optional<OnlineLibrary> online = plan.pdfs().isPresent() ? Optional.of(online()) : Optional.empty();
        progress.setWorkRemaining(references.size());
        for (Reference reference : references) {
            cancel.check();
            progress.subTask(reference.title());
            if (isKnown(reference, all, cancel)) {
                known++;
            } else {
                String key = habit.key(reference, taken);
                taken.add(key);
                Reference entry = reference.change().key(key).build();
                Optional<Path> pdf = online.isPresent() ? pdf(online.get(), entry, cancel) : Optional.empty();
                pdfs += pdf.isPresent() ? 1 : 0;
                entry = pdf.isPresent() ? entry.change().file(pdf.get()).build() : entry;
                entries.put(reference, entry);
                all.add(entry);
            }
            progress.worked(1);
        }
    }

    private static OnlineLibrary online() throws LibraryException {
        LibrarySearch search = LibraryServices.search();
        return search.online().with(search.access().withKeys());
    }

    private static boolean isKnown(Reference reference, List<Reference> all, CancelToken cancel) throws CancelledException {
        List<Reference> together = new ArrayList<>(all);
        together.add(reference);
        return Duplicates.find(together, cancel).stream()
                .anyMatch(group -> group.kind() == DuplicateGroup.Kind.SAME
                        && group.references().stream().anyMatch(one -> one == reference));
    }

    /** The first open PDF that can be loaded; that none can is told, and no reason to leave the work out. */
    private Optional<Path> pdf(OnlineLibrary online, Reference entry, CancelToken cancel) throws CancelledException {
        String why = "";
        try {
            Path folder = plan.pdfs().orElseThrow();
            for (OpenPdf pdf : online.pdfs(entry, cancel).found()) {
                try {
                    Files.createDirectories(folder);
                    return Optional.of(online.load(pdf, folder, entry.key(), cancel));
                } catch (LibraryException closed) {
                    why = String.valueOf(closed.getLocalizedMessage());
                }
            }
        } catch (LibraryException unknown) {
            why = String.valueOf(unknown.getLocalizedMessage());
        } catch (IOException refused) {
            why = NLS.bind(Messages.import_cannotWrite, plan.pdfs().orElseThrow(), refused.getLocalizedMessage());
        }
        problems.add(why.isEmpty() ? NLS.bind(Messages.import_noPdf, entry.key()) : why);
        return Optional.empty();
    }
}
