package org.scholion.cli.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.Services;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.Passwords;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Writes a corrected paper.
 *
 * @param file what the person called the paper
 * @param output where it goes; empty for its own place
 * @param backup whether files that are replaced in their place are kept beside
 */
record PaperOutput(
        Services services, Console console, Passwords passwords, String file, Optional<String> output, boolean backup) {

    /** @return where the main file was written, as the person calls it */
    String write(Paper paper, Fixes fixes, ManuscriptWriter.Mode mode, CancelToken cancel)
            throws FileException, MissingPartException, CancelledException {
        ManuscriptWriter writer = services.writers().stream()
                .filter(candidate -> candidate.writes(paper.manuscript().format()))
                .findFirst()
                .orElseThrow(() -> new MissingPartException(NLS.bind(Messages.missing_writer, file)));
        try {
            Optional<Path> target = output.map(name -> console.folder().resolve(name).normalize());
            Backups backups = Backups.of(backup ? files(paper, fixes) : Set.of());
            List<Path> written;
            try {
                written = writer.write(paper.manuscript(), fixes.edits(), target, mode, passwords, cancel);
            } finally {
                backups.settle().forEach(kept -> console.say(NLS.bind(Messages.fix_backup, name(paper, kept))));
            }
            if (target.isPresent() && !written.contains(target.get())) {
                Files.copy(paper.manuscript().root().path(), target.get(), StandardCopyOption.REPLACE_EXISTING);
            }
            return output.orElseGet(() -> place(paper, written));
        } catch (ManuscriptException | InvalidPathException failed) {
            throw new FileException(String.valueOf(failed.getMessage()), failed);
        } catch (IOException failed) {
            throw new FileException(NLS.bind(Messages.output_unwritable, output.orElse(file), failed.getMessage()), failed);
        }
    }

    private static Set<Path> files(Paper paper, Fixes fixes) {
        return fixes.units(paper.manuscript()).stream().map(SourceUnit::path).collect(Collectors.toSet());
    }

    /** A document that is open in Word, or in another format than that of Word, is left as it is and the new one has another name. */
    private String place(Paper paper, List<Path> written) {
        boolean elsewhere = paper.manuscript().sources().stream().noneMatch(source -> written.contains(source.unit().path()));
        if (!elsewhere || written.isEmpty()) {
            return file;
        }
        String place = name(paper, written.getFirst());
        console.say(NLS.bind(Messages.fix_otherFile, file, place));
        return place;
    }

    private static String name(Paper paper, Path path) {
        return paper.nameOf(new SourceUnit.TextFile(path));
    }
}
