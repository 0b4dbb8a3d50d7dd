package org.scholion.ui.latex.internal.cite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.osgi.util.NLS;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.Reference;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.Inclusion;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.citation.BibliographyFiles;
import org.scholion.ui.latex.internal.Messages;

/** Adds entries to the bibliography file of a paper, in the way in which that file is written. */
public final class BibliographyEntries {

    private BibliographyEntries() {}

    /**
     * Adds what is missing to the first bibliography file of a paper, in the background. The file is saved, unless an editor has changes
     * of it that the author did not save; in an editor the change can be undone.
     *
     * @return what the author has to know; empty when nothing was missing
     */
    public static String add(Manuscript manuscript, List<Reference> references) {
        if (references.isEmpty()) {
            return "";
        }
        List<String> keys = references.stream().map(Reference::key).toList();
        Optional<Path> file = file(manuscript);
        if (file.isEmpty()) {
            return NLS.bind(Messages.entries_noFile, String.join(", ", keys));
        }
        new AddJob(file.get(), references).schedule();
        return NLS.bind(Messages.entries_added, String.join(", ", keys), file.get().getFileName());
    }

    private static Optional<Path> file(Manuscript manuscript) {
        return manuscript.structure().bibliographyFiles().stream()
                .map(Inclusion::file)
                .flatMap(Optional::stream)
                .map(SourceUnit::path)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static final class AddJob extends ScholionJob {

        private final Path file;
        private final List<Reference> references;

        AddJob(Path file, List<Reference> references) {
            super(NLS.bind(Messages.entries_job, file.getFileName()), JobFamily.WRITE, Job.SHORT);
            this.file = file;
            this.references = List.copyOf(references);
        }

        @Override
        protected void work(SubMonitor progress, CancelToken cancel) throws CoreException, CancelledException, BadLocationException {
            BibliographyFiles.add(file, references, progress, cancel);
        }
    }
}
