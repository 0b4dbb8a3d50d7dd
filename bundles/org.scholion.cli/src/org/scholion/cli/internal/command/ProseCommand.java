package org.scholion.cli.internal.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.DocumentPasswords;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Inputs;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.cli.internal.report.ReadableProse;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;
import picocli.CommandLine.Model.CommandSpec;

/** {@code prose FILE}: the text as the assistants see it. */
public final class ProseCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String MAP = "--map";

    private final Services services;

    public ProseCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("prose");
        spec.usageMessage()
                .description(Messages.prose_description)
                .customSynopsis("scholion prose [OPTIONS] FILE")
                .footer(Messages.prose_footer.split("\n"));
        spec.addPositional(Arguments.positional("1", "FILE", Messages.prose_file));
        spec.addOption(Arguments.flag(Messages.prose_map, MAP));
        spec.addOption(Arguments.value("FORMAT", Messages.option_textOrJson, "-f", FORMAT));
        DocumentPasswords.addOption(spec);
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, CancelledException {
        boolean json = arguments.choice(FORMAT, List.of(false, true), asJson -> asJson ? "json" : "text", false);
        boolean map = arguments.has(MAP);
        Inputs inputs = new Inputs(services.readers(), console, DocumentPasswords.of(arguments, console));
        List<Paper> papers = inputs.read(arguments.positionals(), cancel);
        inputs.failures().forEach(console::say);
        papers.forEach(paper -> paper.problems().forEach(console::say));
        if (json) {
            console.out().print(json(papers, map));
        } else {
            papers.forEach(paper -> writeText(paper, map, console));
        }
        return inputs.failures().isEmpty() ? ExitCode.DONE : ExitCode.FILE_FAILED;
    }

    private static List<Block> blocks(Paper paper) {
        return paper.manuscript().blocks().stream()
                .filter(block -> !block.prose().isEmpty() && paper.asksAbout(block.range()))
                .toList();
    }

    private static void writeText(Paper paper, boolean map, Console console) {
        for (Block block : blocks(paper)) {
            String text = ReadableProse.of(block.prose(), new TextRange(0, block.prose().text().length())).replace('\n', ' ');
            if (map) {
                int start = block.range().range().start();
                String place = paper.place(block.range().unit(), start);
                console.out().print(console.style().place(place) + '\t' + console.style().dim(kind(block)) + '\t');
            }
            console.out().println(text);
        }
    }

    private static String json(List<Paper> papers, boolean map) {
        return FindingJson.document(json -> {
            json.beginObject().name("blocks").beginArray();
            for (Paper paper : papers) {
                for (Block block : blocks(paper)) {
                    writeBlock(json, paper, block, map);
                }
            }
            json.endArray().endObject();
        });
    }

    private static void writeBlock(JsonWriter json, Paper paper, Block block, boolean map) throws IOException {
        json.beginObject();
        json.name("kind").value(kind(block));
        json.name("text").value(block.prose().text());
        writePlace(json, paper, block.range());
        json.name("language").value(block.language());
        json.name("placeholders").beginArray();
        for (Placeholder placeholder : block.prose().placeholders()) {
            json.beginObject();
            json.name("at").value(placeholder.offset());
            json.name("kind").value(id(placeholder.kind()));
            json.name("display").value(placeholder.display());
            json.endObject();
        }
        json.endArray();
        if (map) {
            json.name("map").beginArray();
            for (SourceMap.Segment segment : block.prose().map().segments()) {
                json.beginObject();
                json.name("start").value(segment.prose().start());
                json.name("end").value(segment.prose().end());
                writePlace(json, paper, segment.source());
                json.name("origin").value(id(segment.origin()));
                json.endObject();
            }
            json.endArray();
        }
        json.endObject();
    }

    private static void writePlace(JsonWriter json, Paper paper, SourceRange place) throws IOException {
        FindingJson.writeUnit(json, paper, place.unit());
        json.name("offset").value(place.range().start());
        json.name("length").value(place.range().length());
        FindingJson.writeRun(json, paper, place.unit(), place.range().start());
    }

    private static String kind(Block block) {
        return id(block.kind());
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
