package org.scholion.cli.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scholion.assist.drafts.SummaryRequest;
import org.scholion.assist.drafts.SummaryRequest.Length;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code summarise FILE}: what a paper or one of its sections says, in short. */
public final class SummariseCommand implements Command {

    private static final String SECTION = "--section";
    private static final String LENGTH = "--length";

    private final Services services;

    public SummariseCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("summarise");
        spec.usageMessage()
                .description(Messages.summarise_description)
                .customSynopsis("scholion summarise [OPTIONS] FILE")
                .footer(Messages.summarise_footer.split("\n"));
        spec.addOption(Arguments.value("NAME", Messages.summarise_section, SECTION));
        spec.addOption(Arguments.value("LENGTH", Messages.summarise_length, LENGTH));
        DraftCommands.addOptions(spec);
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        Length length = arguments.choice(
                LENGTH, List.of(Length.values()), one -> one.name().toLowerCase(Locale.ROOT), Length.PARAGRAPH);
        SummaryRequest request = new SummaryRequest(length, arguments.value(SECTION), Optional.empty());
        return new DraftCommands(services, arguments, console)
                .run((assistant, paper) -> assistant.summarise(paper.manuscript(), request, cancel), cancel);
    }
}
