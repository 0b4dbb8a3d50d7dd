package org.scholion.manuscript.latex.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;

/**
 * Reads a bibliography file that is looked at for itself: a manuscript of one source without prose, so that what is wrong in it can
 * be found, shown and mended as in a paper.
 */
public final class BibliographyReader implements ManuscriptReader {

    /** The {@link Manuscript#format()}. */
    public static final String FORMAT = "bibtex";

    private static final long LARGEST = SourceCache.MAX_MEBIBYTES * 1024L * 1024L;

    @Override
    public boolean reads(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".bib");
    }

    @Override
    public Path rootOf(Path file, OpenTexts openTexts) {
        return file.toAbsolutePath().normalize();
    }

    @Override
    public Manuscript read(Path root, OpenTexts openTexts, CancelToken cancel) throws ManuscriptException, CancelledException {
        SourceUnit unit = new SourceUnit.TextFile(root);
        Optional<OpenText> open = openTexts.openText(unit.path());
        SourceText source = open.isPresent()
                ? new SourceText(unit, open.get().text(), StandardCharsets.UTF_8, false, open.get().revision())
                : load(unit);
        cancel.check();
        return new Manuscript(
                unit, FORMAT, "und", List.of(source), List.of(), Structure.EMPTY, List.of(), List.of(), Manuscript.Notation.PLAIN);
    }

    private static SourceText load(SourceUnit unit) throws ManuscriptException {
        Path path = unit.path();
        try {
            if (Files.size(path) > LARGEST) {
                throw new ManuscriptException(path, NLS.bind(Messages.tooLarge, path, SourceCache.MAX_MEBIBYTES));
            }
            byte[] bytes = Files.readAllBytes(path);
            if (Decoded.isBinary(bytes)) {
                throw new ManuscriptException(path, NLS.bind(Messages.rootNotText, path));
            }
            Decoded decoded = Decoded.of(bytes, Decoded.declared(bytes));
            return new SourceText(unit, decoded.text(), decoded.charset(), decoded.byteOrderMark(), Revision.DISK);
        } catch (NoSuchFileException e) {
            throw new ManuscriptException(path, NLS.bind(Messages.missingFile, path));
        } catch (IOException e) {
            throw new ManuscriptException(path, NLS.bind(Messages.rootUnreadable, path, e.getMessage()), e);
        }
    }
}
