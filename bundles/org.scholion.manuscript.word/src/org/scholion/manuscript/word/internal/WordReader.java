package org.scholion.manuscript.word.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Passwords;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.rendition.Picture;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.RenditionReader;
import org.scholion.manuscript.word.internal.opc.Container;
import org.scholion.manuscript.word.internal.opc.Pictures;
import org.scholion.manuscript.word.internal.opc.WordPackage;
import org.scholion.manuscript.word.internal.read.DocumentReader;
import org.scholion.manuscript.word.internal.render.EditedDocument;
import org.scholion.manuscript.word.internal.render.OpenRenditions;
import org.scholion.manuscript.word.internal.render.RenderedDocument;
import org.scholion.manuscript.word.internal.render.Renderer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;

/**
 * Reads Word documents. The document itself is the first source, without text; each paragraph is one, too. Of a document that is open in
 * an editor the text there is the only source.
 */
public final class WordReader implements ManuscriptReader, RenditionReader {

    public static final String FORMAT = "word";

    /** The last three by way of LibreOffice. */
    private static final List<String> ENDINGS = List.of(".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf");

    private final OpenRenditions renditions = new OpenRenditions();

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
        Optional<OpenTexts.OpenText> open = openTexts.openText(path);
        return open.isPresent()
                ? edited(path, open.get())
                : manuscript(path, new DocumentReader(path, WordPackage.read(Container.open(path, passwords, cancel)), cancel).read());
    }

    /** Places of the file would be none of the editor's text: it is not read instead. */
    private Manuscript edited(Path path, OpenTexts.OpenText text) throws ManuscriptException {
        RenderedDocument document = renditions.of(path)
                .orElseThrow(() -> new ManuscriptException(path, NLS.bind(Messages.shownAsText, path.getFileName())));
        return EditedDocument.manuscript(path, document, renditions.citations(path), text)
                .orElseThrow(() -> new ManuscriptException(path, NLS.bind(Messages.otherLines, path.getFileName())));
    }

    @Override
    public Rendition read(Path file, Path edited, CancelToken cancel) throws ManuscriptException, CancelledException {
        return read(file, edited, Passwords.NONE, cancel);
    }

    @Override
    public Rendition read(Path file, Path edited, Passwords passwords, CancelToken cancel) throws ManuscriptException, CancelledException {
        Path path = file.toAbsolutePath().normalize();
        Container container = Container.open(path, passwords, cancel);
        RenderedDocument document = Renderer.render(container, read -> manuscript(path, read), cancel);
        renditions.add(edited.toAbsolutePath().normalize(), document);
        return document.rendition();
    }

    @Override
    public byte[] picture(Path file, Picture picture, Passwords passwords, CancelToken cancel)
            throws IOException, ManuscriptException, CancelledException {
        return Pictures.bytes(Container.open(file.toAbsolutePath().normalize(), passwords, cancel), picture.part());
    }

    @Override
    public Optional<Character> letterFor(Path edited, NewCitation citation) {
        return renditions.letterFor(edited.toAbsolutePath().normalize(), citation);
    }

    private static Manuscript manuscript(Path path, DocumentReader.Read read) {
        SourceUnit unit = new SourceUnit.TextFile(path);
        List<SourceText> sources = new ArrayList<>();
        sources.add(new SourceText(unit, "", StandardCharsets.UTF_8, false, Revision.DISK));
        sources.addAll(read.paragraphs());
        return new Manuscript(
                unit, FORMAT, read.language(), sources, read.blocks(), read.structure(), List.of(), read.problems(),
                Manuscript.Notation.PLAIN);
    }
}
