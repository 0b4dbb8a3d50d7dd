package org.scholion.cli.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.scholion.cli.internal.Console.Stream;
import org.scholion.cli.internal.command.AbstractCommand;
import org.scholion.cli.internal.command.AskCommand;
import org.scholion.cli.internal.command.CheckCommand;
import org.scholion.cli.internal.command.CiteCommand;
import org.scholion.cli.internal.command.ConvertCommand;
import org.scholion.cli.internal.command.DoctorCommand;
import org.scholion.cli.internal.command.FixCommand;
import org.scholion.cli.internal.command.LibraryCommand;
import org.scholion.cli.internal.command.ModelsCommand;
import org.scholion.cli.internal.command.ProseCommand;
import org.scholion.cli.internal.command.RulesCommand;
import org.scholion.cli.internal.command.SummariseCommand;
import org.scholion.system.UserFolders;
import org.scholion.text.CancelToken;

/** Runs the program in a folder and keeps what it prints. */
public final class FakeConsole {

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Services services;

    /** Typed on standard input. */
    public String in = "";

    /** Who listens; nobody by default. */
    public Set<Stream> terminals = Set.of();

    /** Interrupts. */
    public CancelToken cancel = CancelToken.NEVER;

    public FakeConsole(Path folder, Services services) {
        this.folder = folder;
        this.services = services;
        // the settings of whoever runs the tests stay out
        System.setProperty(UserFolders.HOME_PROPERTY, folder.resolve("no-home").toString());
    }

    /** Runs and gives the exit code. */
    public int run(String... words) {
        out.reset();
        err.reset();
        Console console = new Console(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminals,
                terminals.contains(Stream.OUT),
                folder);
        Program program = new Program(
                List.of(
                        new CheckCommand(services, "1.2.3"),
                        new FixCommand(services),
                        new CiteCommand(services),
                        new AbstractCommand(services),
                        new SummariseCommand(services),
                        new AskCommand(services),
                        new ProseCommand(services),
                        new RulesCommand(new RuleBook(services)),
                        new ModelsCommand(services),
                        new LibraryCommand(services),
                        new ConvertCommand(),
                        new DoctorCommand(services, "1.2.3")),
                "1.2.3");
        return program.run(List.of(words), console, cancel).number();
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
