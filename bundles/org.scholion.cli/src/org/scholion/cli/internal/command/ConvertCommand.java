package org.scholion.cli.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.UsageException;
import org.scholion.manuscript.ExternalProgram;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code convert FILE -o OUT}: Word to LaTeX and back, by pandoc. */
public final class ConvertCommand implements Command {

    private static final String OUTPUT = "--output";
    private static final String YES = "--yes";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A format that pandoc reads and writes. */
    private enum Format {
        DOCX,
        TEX;

        static Optional<Format> of(String file) {
            String lower = file.toLowerCase(Locale.ROOT);
            return List.of(values()).stream().filter(format -> lower.endsWith("." + format.name().toLowerCase(Locale.ROOT))).findFirst();
        }
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("convert");
        spec.usageMessage()
                .description(Messages.convert_description)
                .customSynopsis("scholion convert [OPTIONS] FILE -o OUT")
                .footer(Messages.convert_footer.split("\n"));
        spec.addPositional(Arguments.positional("1", "FILE", Messages.convert_file));
        spec.addOption(Arguments.value("OUT", Messages.convert_output, "-o", OUTPUT));
        spec.addOption(Arguments.flag(Messages.convert_yes, "-y", YES));
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        String file = arguments.positionals().getFirst();
        String output = arguments.value(OUTPUT).orElseThrow(() -> new UsageException(NLS.bind(Messages.usage_missing, OUTPUT)));
        Optional<Format> from = Format.of(file);
        Optional<Format> to = Format.of(output);
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            throw new UsageException(NLS.bind(Messages.convert_formats, file, output));
        }
        Path pandoc = ExternalProgram.PANDOC.find().orElseThrow(() -> new MissingPartException(Messages.convert_noPandoc));
        try {
            Path source = console.folder().resolve(file).normalize();
            Path target = console.folder().resolve(output).normalize();
            if (!Files.isRegularFile(source)) {
                throw new FileException(NLS.bind(Messages.input_missing, file));
            }
            if (Files.exists(target) && !arguments.has(YES)) {
                throw new FileException(NLS.bind(Messages.convert_exists, output, YES));
            }
            convert(pandoc, source, target, from.get(), cancel);
        } catch (IOException | InvalidPathException failed) {
            throw new FileException(NLS.bind(Messages.output_unwritable, output, failed.getMessage()), failed);
        } catch (TimeoutException slow) {
            throw new FileException(NLS.bind(Messages.convert_slow, file, PATIENCE.toSeconds()), slow);
        }
        console.say(NLS.bind(Messages.convert_done, file, output));
        return ExitCode.DONE;
    }

    /** Pandoc runs in the folder of the paper, where the files are that it includes. */
    private static void convert(Path pandoc, Path source, Path target, Format from, CancelToken cancel)
            throws IOException, TimeoutException, FileException, CancelledException {
        Path work = Files.createTempDirectory("scholion-");
        Path made = work.resolve(target.getFileName());
        Path folder = Optional.ofNullable(source.getParent()).orElse(source);
        List<String> command = new ArrayList<>(List.of(pandoc.toString(), "--standalone", "--output", made.toString()));
        command.addAll(options(from, folder, target));
        command.add(source.toString());
        try {
            ExternalProgram.Result said = ExternalProgram.run(command, folder, work, PATIENCE, cancel);
            if (said.code() != 0) {
                throw new FileException(NLS.bind(Messages.convert_failed, source.getFileName(), said.output()));
            }
            Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            for (Path left : files(work)) {
                Files.delete(left);
            }
            Files.delete(work);
        }
    }

    private static List<String> options(Format from, Path folder, Path target) {
        return switch (from) {
            case TEX -> List.of("--from", "latex", "--to", "docx", "--citeproc");
            case DOCX -> {
                String name = String.valueOf(target.getFileName());
                Path media = target.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-media");
                // named as the text will name them, from where it will lie
                boolean beside = folder.equals(target.getParent());
                String place = beside ? String.valueOf(media.getFileName()) : media.toString();
                yield List.of("--from", "docx", "--to", "latex", "--wrap", "preserve", "--extract-media", place);
            }
        };
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
