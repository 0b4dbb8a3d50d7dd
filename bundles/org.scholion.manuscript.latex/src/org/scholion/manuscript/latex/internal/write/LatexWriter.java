package org.scholion.manuscript.latex.internal.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.FileReplacement;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.latex.internal.BibliographyReader;
import org.scholion.manuscript.latex.internal.Messages;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

/**
 * Writes changes into the files of a LaTeX paper, or into a bibliography file. Encoding, byte order mark, line ends and everything
 * that is not changed stay byte for byte. All files are written beside their places first and moved when all of them could be
 * written.
 */
public final class LatexWriter implements ManuscriptWriter {

    @Override
    public boolean writes(String format) {
        return format.equals("latex") || format.equals(BibliographyReader.FORMAT);
    }

    @Override
    public List<Path> write(Manuscript manuscript, List<SourceEdit> edits, Optional<Path> output, Mode mode, CancelToken cancel)
            throws ManuscriptException, CancelledException {
        Map<SourceUnit, List<TextEdit>> byFile = new LinkedHashMap<>();
        for (SourceEdit edit : edits) {
            SourceUnit unit = edit.range().unit();
            if (manuscript.source(unit).isEmpty()) {
                throw new ManuscriptException(unit.path(), NLS.bind(Messages.editOutside, unit.path()));
            }
            byFile.computeIfAbsent(unit, key -> new ArrayList<>()).add(new TextEdit(edit.range().range(), edit.replacement()));
        }
        List<FileReplacement> prepared = new ArrayList<>();
        try {
            for (SourceText source : manuscript.sources()) {
                cancel.check();
                boolean root = source.unit().equals(manuscript.root());
                @Nullable List<TextEdit> changes = byFile.get(source.unit());
                if (changes != null || root && output.isPresent()) {
                    Path target = target(manuscript, source.unit().path(), output);
                    prepared.add(prepare(source, changes == null ? List.of() : changes, target));
                }
            }
            return move(prepared);
        } finally {
            removeLeft(prepared);
        }
    }

    private static Path target(Manuscript manuscript, Path file, Optional<Path> output) {
        if (output.isEmpty()) {
            return file;
        }
        Path newRoot = output.get().toAbsolutePath().normalize();
        if (file.equals(manuscript.root().path())) {
            return newRoot;
        }
        Path folder = newRoot.getParent();
        Path relative = manuscript.folder().relativize(file);
        return folder == null ? relative : folder.resolve(relative).normalize();
    }

    private static FileReplacement prepare(SourceText source, List<TextEdit> edits, Path target) throws ManuscriptException {
        Path file = source.unit().path();
        try {
            byte[] onDisk = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            if (source.revision().equals(Revision.DISK) && !Arrays.equals(onDisk, encode(source, source.text()))) {
                throw new ManuscriptException(file, NLS.bind(Messages.changedOnDisk, file));
            }
            String changed;
            try {
                changed = new TextEdits(edits).applyTo(source.text());
            } catch (IllegalArgumentException e) {
                throw new ManuscriptException(file, NLS.bind(Messages.overlappingEdits, file), e);
            } catch (IndexOutOfBoundsException e) {
                throw new ManuscriptException(file, NLS.bind(Messages.editOutside, file), e);
            }
            byte[] bytes = encode(source, changed);
            return FileReplacement.prepare(target, file, beside -> Files.write(beside, bytes));
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    private static List<Path> move(List<FileReplacement> prepared) throws ManuscriptException {
        List<Path> written = new ArrayList<>();
        for (FileReplacement file : prepared) {
            try {
                file.commit();
            } catch (IOException e) {
                throw notWritten(file.target(), e);
            }
            written.add(file.target());
        }
        return written;
    }

    private static void removeLeft(List<FileReplacement> prepared) throws ManuscriptException {
        for (FileReplacement file : prepared) {
            try {
                file.close();
            } catch (IOException e) {
                throw notWritten(file.target(), e);
            }
        }
    }

    private static ManuscriptException notWritten(Path file, IOException e) {
        return new ManuscriptException(file, NLS.bind(Messages.notWritten, file, FileReplacement.reason(e)), e);
    }

    private static byte[] encode(SourceText source, String text) throws ManuscriptException {
        Charset charset = source.charset();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 3);
        if (source.byteOrderMark()) {
            bytes.writeBytes("\ufeff".getBytes(charset.name().startsWith("UTF") ? charset : StandardCharsets.UTF_8));
        }
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            bytes.write(encoded.array(), encoded.arrayOffset(), encoded.remaining());
        } catch (CharacterCodingException e) {
            Path file = source.unit().path();
            throw new ManuscriptException(file, NLS.bind(Messages.notEncodable, new Object[] {file, charset.name(), odd(charset, text)}), e);
        }
        return bytes.toByteArray();
    }

    private static String odd(Charset charset, String text) {
        return text.codePoints().mapToObj(Character::toString).filter(c -> !charset.newEncoder().canEncode(c)).findFirst().orElse("");
    }
}
