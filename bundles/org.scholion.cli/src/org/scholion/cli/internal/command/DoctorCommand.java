package org.scholion.cli.internal.command;

import java.io.PrintStream;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.Style;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.command.Examination.Symptom;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.text.CancelToken;
import picocli.CommandLine.Model.CommandSpec;

/** {@code doctor}: what works here and how to get what does not. */
public final class DoctorCommand implements Command {

    private static final String FORMAT = "--format";

    private final Services services;
    private final String version;

    public DoctorCommand(Services services, String version) {
        this.services = services;
        this.version = version;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("doctor");
        spec.usageMessage().description(Messages.doctor_description).customSynopsis("scholion doctor [OPTIONS]");
        spec.addOption(Arguments.value("FORMAT", Messages.option_textOrJson, "-f", FORMAT));
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel) throws UsageException {
        boolean json = arguments.choice(FORMAT, List.of(false, true), asJson -> asJson ? "json" : "text", false);
        List<Symptom> symptoms = new Examination(services, version, System.getenv()).examine();
        if (json) {
            console.out().print(json(symptoms));
        } else {
            writeText(symptoms, console.out(), console.style());
        }
        return symptoms.stream().allMatch(symptom -> symptom.works() || !symptom.needed()) ? ExitCode.DONE : ExitCode.PART_MISSING;
    }

    private static void writeText(List<Symptom> symptoms, PrintStream out, Style style) {
        for (Symptom symptom : symptoms) {
            String sign = symptom.works() ? style.added("✓") : symptom.needed() ? style.removed("✗") : style.dim("–");
            out.println(sign + ' ' + style.bold(symptom.title()) + "  " + symptom.detail());
            if (!symptom.advice().isEmpty()) {
                out.println("  → " + symptom.advice());
            }
        }
        long missing = symptoms.stream().filter(symptom -> symptom.needed() && !symptom.works()).count();
        out.println();
        out.println(style.bold(missing == 0 ? Messages.doctor_healthy : NLS.bind(Messages.doctor_ill, missing)));
    }

    private String json(List<Symptom> symptoms) {
        return FindingJson.document(json -> {
            json.beginObject();
            json.name("version").value(version);
            json.name("checks").beginArray();
            for (Symptom symptom : symptoms) {
                json.beginObject();
                json.name("id").value(symptom.id());
                json.name("title").value(symptom.title());
                json.name("works").value(symptom.works());
                json.name("needed").value(symptom.needed());
                json.name("detail").value(symptom.detail());
                json.name("advice").value(symptom.advice());
                json.endObject();
            }
            json.endArray();
            json.endObject();
        });
    }
}
