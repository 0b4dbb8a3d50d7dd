package org.scholion.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code scholion}: finds the command, gives it its arguments, and tells the person when something does not work. */
public final class Program {

    private static final String NAME = "scholion";
    private static final int WIDTH = 100;

    private final List<Command> commands;
    private final String version;

    /**
     * @param commands in the order in which the help lists them
     * @param version of the product
     */
    public Program(List<Command> commands, String version) {
        this.commands = List.copyOf(commands);
        this.version = version;
    }

    /** Runs the command that {@code words} begin with. */
    public ExitCode run(List<String> words, Console console, CancelToken cancel) {
        ExitCode code;
        try {
            code = dispatch(words, console, cancel);
        } catch (UsageException wrong) {
            console.say(NLS.bind(Messages.program_error, wrong.getMessage()));
            code = ExitCode.WRONG_USE;
        } catch (FileException failed) {
            console.say(NLS.bind(Messages.program_error, failed.getMessage()));
            code = ExitCode.FILE_FAILED;
        } catch (MissingPartException missing) {
            console.say(NLS.bind(Messages.program_error, missing.getMessage()));
            code = ExitCode.PART_MISSING;
        } catch (CancelledException interrupted) {
            code = ExitCode.INTERRUPTED;
        } catch (RuntimeException | LinkageError | StackOverflowError defect) {
            if (cancel.isCancelled()) {
                code = ExitCode.INTERRUPTED;
            } else {
                console.say(NLS.bind(Messages.program_defect, defect, keep(defect)));
                code = ExitCode.PART_MISSING;
            }
        }
        console.out().flush();
        console.err().flush();
        return cancel.isCancelled() ? ExitCode.INTERRUPTED : code;
    }

    private ExitCode dispatch(List<String> words, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        String first = words.isEmpty() ? "--help" : words.getFirst();
        if (first.equals("--version") || first.equals("-V")) {
            console.out().println(NLS.bind(Messages.program_version, version));
            return ExitCode.DONE;
        }
        if (first.equals("--help") || first.equals("-h")) {
            console.out().print(program(commands).getUsageMessage(ansi(console)));
            return ExitCode.DONE;
        }
        if (first.equals("help")) {
            return words.size() == 1 ? dispatch(List.of("--help"), console, cancel) : help(words.get(1), console);
        }
        Command command = find(first);
        Optional<ParseResult> parsed = parse(program(List.of(command)), words);
        if (parsed.isEmpty()) {
            return help(first, console);
        }
        return command.run(new Arguments(parsed.get()), console, cancel);
    }

    private ExitCode help(String name, Console console) throws UsageException {
        CommandLine line = program(List.of(find(name))).getSubcommands().get(name);
        console.out().print(line.getUsageMessage(ansi(console)));
        return ExitCode.DONE;
    }

    private Command find(String name) throws UsageException {
        for (Command command : commands) {
            if (command.spec().name().equals(name)) {
                return command;
            }
        }
        String names = String.join(", ", commands.stream().map(command -> command.spec().name()).toList());
        String message = name.startsWith("-") ? Messages.usage_optionBeforeCommand : Messages.usage_noSuchCommand;
        throw new UsageException(NLS.bind(message, name, names));
    }

    /** The arguments of the command that {@code words} begin with, or nothing when its help is wanted. */
    private static Optional<ParseResult> parse(CommandLine program, List<String> words) throws UsageException {
        try {
            ParseResult parsed = program.parseArgs(words.toArray(String[]::new)).subcommand();
            return parsed.isUsageHelpRequested() ? Optional.empty() : Optional.of(parsed);
        } catch (ParameterException wrong) {
            String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
            throw new UsageException(NLS.bind(Messages.usage_seeHelp, reason(wrong), command));
        }
    }

    private static String reason(ParameterException wrong) {
        return switch (wrong) {
            case CommandLine.UnmatchedArgumentException unmatched ->
                NLS.bind(
                        unmatched.isUnknownOption() ? Messages.usage_unknownOption : Messages.usage_tooMany,
                        String.join(" ", unmatched.getUnmatched()));
            case CommandLine.MissingParameterException missing ->
                NLS.bind(Messages.usage_missing, missing.getMissing().isEmpty() ? "" : nameOf(missing.getMissing().getFirst()));
            case CommandLine.OverwrittenOptionException twice -> NLS.bind(Messages.usage_twice, nameOf(twice.getOverwritten()));
            default -> wrong.getLocalizedMessage();
        };
    }

    private static String nameOf(CommandLine.Model.ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** Keeps what a developer needs in a file; gives its name, or why there is none. */
    private static String keep(Throwable defect) {
        StringWriter details = new StringWriter();
        defect.printStackTrace(new PrintWriter(details));
        try {
            return Files.writeString(Files.createTempFile("scholion-", ".txt"), details.toString()).toString();
        } catch (IOException unwritable) {
            return unwritable.toString();
        }
    }

    private static CommandLine program(List<Command> commands) {
        CommandSpec spec = CommandSpec.create().name(NAME);
        localise(spec);
        spec.usageMessage()
                .description(Messages.program_description)
                .customSynopsis(Messages.program_synopsis)
                .footer(Messages.program_footer.split("\n"));
        spec.addOption(Arguments.flag(Messages.program_versionOption, "-V", "--version"));
        CommandLine line = new CommandLine(spec);
        for (Command command : commands) {
            CommandSpec one = command.spec();
            localise(one);
            line.addSubcommand(one.name(), one);
        }
        return line;
    }

    private static void localise(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .arity("0")
                .type(boolean.class)
                .description(Messages.program_helpOption)
                .build());
        spec.usageMessage()
                .synopsisHeading(Messages.help_usage)
                .descriptionHeading("%n")
                .parameterListHeading(Messages.help_parameters)
                .optionListHeading(Messages.help_options)
                .commandListHeading(Messages.help_commands)
                .footerHeading("%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(WIDTH);
    }

    private static Ansi ansi(Console console) {
        return console.colour() ? Ansi.ON : Ansi.OFF;
    }
}
