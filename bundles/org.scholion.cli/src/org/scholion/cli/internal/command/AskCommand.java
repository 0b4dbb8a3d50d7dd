package org.scholion.cli.internal.command;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.assist.drafts.AnswerAssistant;
import org.scholion.assist.drafts.AnswerAssistant.Answer;
import org.scholion.assist.drafts.Evidence;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.DocumentPasswords;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Inputs;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ask QUESTION FILE…}: what papers say to a question. */
public final class AskCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String LIMIT = "--limit";
    private static final String USUAL_LIMIT = "3";

    private final Services services;

    public AskCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("ask");
        spec.usageMessage()
                .description(Messages.ask_description)
                .customSynopsis("scholion ask [OPTIONS] QUESTION FILE…")
                .footer(Messages.ask_footer.split("\n"));
        spec.addPositional(Arguments.positional("1..*", "QUESTION", Messages.ask_question));
        spec.addOption(Arguments.value("N", Messages.ask_limit, LIMIT));
        spec.addOption(Arguments.value("FORMAT", Messages.option_textOrJson, "-f", FORMAT));
        DocumentPasswords.addOption(spec);
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        boolean json = arguments.choice(FORMAT, List.of(false, true), asJson -> asJson ? "json" : "text", false);
        String limit = arguments.value(LIMIT).orElse(USUAL_LIMIT);
        if (!limit.matches("[1-9]|[1-4]\\d|50")) {
            throw new UsageException(NLS.bind(Messages.ask_badLimit, limit));
        }
        List<String> given = arguments.positionals();
        if (given.size() < 2) {
            throw new UsageException(Messages.ask_questionAndFile);
        }
        AnswerAssistant assistant =
                services.answerAssistant().orElseThrow(() -> new MissingPartException(Messages.missing_answers));
        Inputs inputs = new Inputs(services.readers(), console, DocumentPasswords.of(arguments, console));
        List<Paper> papers = inputs.read(given.subList(1, given.size()), cancel);
        inputs.failures().forEach(console::say);
        papers.forEach(paper -> paper.problems().forEach(console::say));
        if (!papers.isEmpty()) {
            List<Answer> answers = answers(assistant, given.getFirst(), papers, Integer.parseInt(limit), cancel);
            if (json) {
                console.out().print(json(answers, papers));
            } else {
                write(answers, papers, console);
            }
        }
        return inputs.failures().isEmpty() ? ExitCode.DONE : ExitCode.FILE_FAILED;
    }

    private static List<Answer> answers(
            AnswerAssistant assistant, String question, List<Paper> papers, int limit, CancelToken cancel)
            throws UsageException, CancelledException {
        try {
            return assistant.answer(question, papers.stream().map(Paper::manuscript).toList(), limit, cancel);
        } catch (AssistException failed) {
            throw new UsageException(String.valueOf(failed.getMessage()));
        }
    }

    private static void write(List<Answer> answers, List<Paper> papers, Console console) {
        for (Answer answer : answers) {
            Paper paper = papers.get(answer.paper());
            Evidence evidence = answer.sentence().evidence().getFirst();
            String place = paper.place(evidence.range().unit(), evidence.range().range().start());
            console.out().println(answer.sentence().text().replaceAll("\\s+", " "));
            console.out().println("    " + console.style().place(place) + ' ' + console.style().dim(evidence.section()));
        }
        if (answers.isEmpty()) {
            console.out().println(Messages.ask_notFound);
        }
    }

    private static String json(List<Answer> answers, List<Paper> papers) {
        return FindingJson.document(json -> {
            json.beginObject().name("answer").beginArray();
            for (Answer answer : answers) {
                DraftCommands.write(json, answer.sentence(), papers.get(answer.paper()));
            }
            json.endArray();
            json.name("found").value(!answers.isEmpty());
            json.endObject();
        });
    }
}
