package org.scholion.manuscript.word.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Passwords;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.word.internal.opc.Container;
import org.scholion.manuscript.word.internal.opc.WordPackage;
import org.scholion.manuscript.word.internal.read.DocumentReader;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;

/** Reads Word documents. The document itself is the first source, without text; each paragraph is one, too. Stateless. */
public final class WordReader implements ManuscriptReader {

    public static final String FORMAT = "word";

    /** The last three by way of LibreOffice. */
    private static final List<String> ENDINGS = List.of(".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf");

    @Override
    public boolean reads(Path file) {
        Path name = file.getFileName();
        String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    @Override
    public Path rootOf(Path file, OpenTexts openTexts) {
        return file.toAbsolutePath().normalize();
    }

    @Override
    public Manuscript read(Path root, OpenTexts openTexts, CancelToken cancel) throws ManuscriptException, CancelledException {
        return read(root, openTexts, Passwords.NONE, cancel);
    }

    @Override
    public Manuscript read(Path root, OpenTexts openTexts, Passwords passwords, CancelToken cancel)
            throws ManuscriptException, CancelledException {
        Path path = root.toAbsolutePath().normalize();
        WordPackage document = WordPackage.read(Container.open(path, passwords, cancel));
        DocumentReader.Read read = new DocumentReader(path, document, cancel).read();
        SourceUnit unit = new SourceUnit.TextFile(path);
        List<SourceText> sources = new ArrayList<>();
        sources.add(new SourceText(unit, "", StandardCharsets.UTF_8, false, Revision.DISK));
        sources.addAll(read.paragraphs());
        return new Manuscript(
                unit, FORMAT, read.language(), sources, read.blocks(), Structure.EMPTY, List.of(), read.problems(),
                Manuscript.Notation.PLAIN);
    }
}
