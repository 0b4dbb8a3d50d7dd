package org.scholion.cli.internal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
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

/** The application without a window. Its result is the exit code. */
public final class CliApplication implements IApplication {

    private volatile boolean stopped;

    @Override
    public Object start(@Nullable IApplicationContext context) {
        Console console = console();
        // what libraries print must not stand in the result
        System.setOut(System.err);
        Object given = context == null ? null : context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        List<String> words = given instanceof String[] array ? List.of(array) : List.of();
        Bundle bundle = FrameworkUtil.getBundle(CliApplication.class);
        String version = bundle.getVersion().toString();
        Services services = services(bundle.getBundleContext());
        Program program = new Program(
                List.of(
                        new CheckCommand(services, version),
                        new FixCommand(services),
                        new CiteCommand(services),
                        new AbstractCommand(services),
                        new SummariseCommand(services),
                        new AskCommand(services),
                        new LibraryCommand(services),
                        new ProseCommand(services),
                        new RulesCommand(new RuleBook(services)),
                        new ModelsCommand(services),
                        new ConvertCommand(),
                        new DoctorCommand(services, version)),
                version);
        return program.run(words, console, () -> stopped).number();
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private static Console console() {
        Set<Stream> terminals = Terminals.find();
        return new Console(
                new FileInputStream(FileDescriptor.in),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                terminals,
                terminals.contains(Stream.OUT) && Terminals.wantsColour(System.getenv()),
                Path.of("").toAbsolutePath());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), false, StandardCharsets.UTF_8);
    }

    private static Services services(BundleContext context) {
        ServiceReference<Services> reference = context.getServiceReference(Services.class);
        return Optional.ofNullable(reference).map(context::getService).orElse(Services.NONE);
    }
}
