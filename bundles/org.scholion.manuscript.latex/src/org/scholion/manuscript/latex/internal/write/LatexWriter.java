package org.scholion.manuscript.latex.internal.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.latex.internal.Messages;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

/**
 * Writes changes into the files of a LaTeX paper. Encoding, byte order mark, line ends and everything that is not changed stay byte for
 * byte. All files are written beside their places first and moved when all of them could be written.
 */
public final class LatexWriter implements ManuscriptWriter {

    /** A file that was written beside its place. */
    private record Prepared(Path beside, Path target) {}

    @Override
    public boolean writes(String format) {
        return format.equals("latex");
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
        List<Prepared> prepared = new ArrayList<>();
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

    private static Prepared prepare(SourceText source, List<TextEdit> edits, Path target) throws ManuscriptException {
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
            return new Prepared(writeBeside(target, encode(source, changed), file), target);
        } catch (IOException e) {
            throw new ManuscriptException(target, NLS.bind(Messages.notWritten, target, reason(e)), e);
        }
    }

    private static Path writeBeside(Path target, byte[] bytes, Path original) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileSystemException(target.toString());
        }
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "." + target.getFileName() + ".", ".tmp");
        try {
            Files.write(beside, bytes);
            keepPermissions(Files.exists(target) ? target : original, beside);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
        return beside;
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static List<Path> move(List<Prepared> prepared) throws ManuscriptException {
        List<Path> written = new ArrayList<>();
        for (Prepared file : prepared) {
            // A link stays a link: what it points to is replaced.
            Path target = Files.isSymbolicLink(file.target()) ? resolved(file.target()) : file.target();
            try {
                try {
                    Files.move(file.beside(), target, StandardCopyOption.ATOMIC_MOVE);
                } catch (AtomicMoveNotSupportedException e) {
                    Files.move(file.beside(), target, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new ManuscriptException(target, NLS.bind(Messages.notWritten, target, reason(e)), e);
            }
            written.add(file.target());
        }
        return written;
    }

    private static Path resolved(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            return link;
        }
    }

    private static void removeLeft(List<Prepared> prepared) throws ManuscriptException {
        for (Prepared file : prepared) {
            try {
                Files.deleteIfExists(file.beside());
            } catch (IOException e) {
                throw new ManuscriptException(file.beside(), NLS.bind(Messages.notWritten, file.beside(), reason(e)), e);
            }
        }
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

    private static String reason(IOException e) {
        String message = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
