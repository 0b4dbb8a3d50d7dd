package org.scholion.library.internal.bibtex;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.bibtex.BibtexProblem;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceProblem;
import org.scholion.library.internal.Messages;
import org.scholion.library.internal.ReferenceReader;
import org.scholion.library.internal.SourceBytes;
import org.scholion.library.internal.jabref.JabRefGroups;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads BibTeX and BibLaTeX files. Of entries with the same key the first counts, as in BibTeX. */
public final class BibtexReferences implements ReferenceReader {

    /** No works: data for other entries, or several works under one key. */
    private static final Set<String> NO_WORKS = Set.of("xdata", "set", "control", "bibnote");

    /** Whether an entry is a work at all. */
    public static boolean isWork(Entry entry) {
        return !NO_WORKS.contains(entry.type());
    }

    @Override
    public boolean reads(Path source) {
        Path name = source.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".bib");
    }

    @Override
    public ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException {
        return read(BibtexParser.parse(SourceBytes.text(source)), source, cancel);
    }

    /**
     * The references of a file that was parsed.
     *
     * @param source its path, which relative paths of documents start from
     */
    static ReadReferences read(BibtexFile file, Path source, CancelToken cancel) throws CancelledException {
        List<Reference> references = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        EntryReader reader = new EntryReader(file, JabRefGroups.of(file), source);
        for (Entry entry : file.entries()) {
            cancel.check();
            if (!entry.key().isEmpty() && isWork(entry) && keys.add(entry.key())) {
                references.add(reader.read(entry));
            }
        }
        List<ReferenceProblem> problems = new ArrayList<>();
        for (BibtexProblem problem : file.problems()) {
            String message = problem.kind() == BibtexProblem.Kind.MISSING_KEY ? Messages.files_noKey : problem.message();
            problems.add(new ReferenceProblem(source, problem.line(), message));
        }
        return new ReadReferences(references, problems);
    }
}
