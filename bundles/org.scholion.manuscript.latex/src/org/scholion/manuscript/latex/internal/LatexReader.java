package org.scholion.manuscript.latex.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.latex.internal.SourceCache.Found;
import org.scholion.manuscript.latex.internal.SourceCache.Source;
import org.scholion.manuscript.latex.internal.read.PaperReader;
import org.scholion.manuscript.latex.internal.tex.CommandTable;
import org.scholion.manuscript.latex.internal.write.LatexNotation;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads LaTeX projects. Keeps the files it has read, so that reading again costs little. */
public final class LatexReader implements ManuscriptReader {

    private final SourceCache cache = new SourceCache();
    private final PaperReader papers = new PaperReader(CommandTable.load());
    private final Bibliographies bibliographies = new Bibliographies();
    private final RootFinder roots = new RootFinder(cache);

    @Override
    public boolean reads(Path file) {
        Path name = file.getFileName();
        String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        return lower.endsWith(".tex") || lower.endsWith(".ltx") || lower.endsWith(".latex");
    }

    @Override
    public Path rootOf(Path file, OpenTexts openTexts) {
        return roots.rootOf(file.toAbsolutePath().normalize(), openTexts);
    }

    @Override
    public Manuscript read(Path root, OpenTexts openTexts, CancelToken cancel) throws ManuscriptException, CancelledException {
        Path path = root.toAbsolutePath().normalize();
        Source source = main(path, openTexts);
        ProjectFiles files = new ProjectFiles(cache, openTexts, source);
        PaperReader.Paper paper = papers.read(source.source().unit(), source.tex(), files, cancel);
        List<Problem> problems = new ArrayList<>(files.problems());
        problems.addAll(paper.problems());
        List<SourceText> sources = files.sources();
        return new Manuscript(
                source.source().unit(), "latex", paper.language(), sources, paper.blocks(), withBibliography(paper.structure(), files), paper.directives(),
                problems, LatexNotation.of(sources));
    }

    /** The entries of the bibliography files, and behind them those that stand in the paper itself. */
    private Structure withBibliography(Structure structure, ProjectFiles files) {
        List<BibliographyEntry> entries = new ArrayList<>();
        for (SourceText file : files.bibliographies()) {
            entries.addAll(bibliographies.entries(file));
        }
        if (entries.isEmpty()) {
            return structure;
        }
        entries.addAll(structure.bibliography());
        return new Structure(
                structure.labels(), structure.references(), structure.citations(), entries, structure.bibliographyFiles(),
                structure.floats(), structure.definitions(), structure.inclusions());
    }

    private Source main(Path path, OpenTexts openTexts) throws ManuscriptException {
        try {
            Optional<Found> found = cache.find(path, openTexts, Optional.empty());
            @Nullable Source source = found.isPresent() ? found.get().source() : null;
            if (source != null) {
                return source;
            }
            if (found.isEmpty()) {
                throw new ManuscriptException(path, NLS.bind(Messages.missingFile, path));
            }
            boolean large = found.get().refusal() == SourceCache.Refusal.TOO_LARGE;
            throw new ManuscriptException(
                    path, large ? NLS.bind(Messages.tooLarge, path, SourceCache.MAX_MEBIBYTES) : NLS.bind(Messages.rootNotText, path));
        } catch (IOException e) {
            throw new ManuscriptException(path, NLS.bind(Messages.rootUnreadable, path, e.getMessage()), e);
        }
    }
}
