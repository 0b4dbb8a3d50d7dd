package org.scholion.ui.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.scholion.assist.AssistException;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperChecks;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.SourceText;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;

/** Papers as the editors have them now, which is a moment before they are checked. Thread-safe. */
public final class CurrentPapers {

    private record Reading(Path file, Revision revision, Manuscript manuscript) {}

    private final BundleContext context;
    private final PaperChecks checks;
    private volatile Optional<Reading> reading = Optional.empty();

    public CurrentPapers(BundleContext context, PaperChecks checks) {
        this.context = context;
        this.checks = checks;
    }

    /**
     * The paper of a file, with the text of the file as the editor has it now. Takes its time: for jobs, not for the thread of
     * the user
     * interface.
     *
     * @return empty when the file is not open, or its paper was not found yet
     * @throws AssistException when it cannot be read; the message is for the author
     */
    public Optional<Manuscript> manuscript(Path file, CancelToken cancel) throws AssistException, CancelledException {
        Optional<OpenFile> open = checks.openFile(file);
        Optional<Paper> paper = open.flatMap(OpenFile::paper);
        if (open.isEmpty() || paper.isEmpty()) {
            return Optional.empty();
        }
        Revision revision = open.get().revision();
        Optional<Manuscript> known = paper.get().manuscript();
        if (known.flatMap(manuscript -> manuscript.source(file)).map(SourceText::revision).filter(revision::equals).isPresent()) {
            return known;
        }
        Optional<Reading> read =
                reading.filter(last -> last.file().equals(file) && last.revision().equals(revision));
        if (read.isPresent()) {
            return read.map(Reading::manuscript);
        }
        Path root = paper.get().root();
        for (ManuscriptReader reader : readers()) {
            if (reader.reads(root)) {
                try {
                    Manuscript manuscript = reader.read(root, checks.openTexts(), cancel);
                    reading = Optional.of(new Reading(file, revision, manuscript));
                    return Optional.of(manuscript);
                } catch (ManuscriptException unreadable) {
                    throw new AssistException(unreadable.getLocalizedMessage(), unreadable);
                }
            }
        }
        return known;
    }

    private List<ManuscriptReader> readers() {
        List<ManuscriptReader> readers = new ArrayList<>();
        try {
            for (ServiceReference<ManuscriptReader> reference : context.getServiceReferences(ManuscriptReader.class, null)) {
                ManuscriptReader reader = context.getService(reference);
                if (reader != null) {
                    readers.add(reader);
                }
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("no filter was given", impossible);
        }
        return readers;
    }
}
