package org.scholion.cli.internal.report;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.scholion.assist.Advice;
import org.scholion.assist.Finding;
import org.scholion.cli.internal.Paper;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.LineIndex;
import org.scholion.text.TextRange;

/** A finding as the JSON object that scripts read. */
public final class FindingJson {

    private FindingJson() {}

    /** Writes the values of a document. */
    @FunctionalInterface
    public interface Body {
        void write(JsonWriter json) throws IOException;
    }

    /** A document that people can read as well, with a line end behind it. */
    public static String document(Body body) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n"));
            json.setStrictness(Strictness.STRICT);
            body.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    /** Writes what offsets count in: the file, and in a Word document the part and the paragraph. */
    public static void writeUnit(JsonWriter json, Paper paper, SourceUnit unit) throws IOException {
        json.name("file").value(paper.nameOf(unit));
        if (unit instanceof SourceUnit.WordParagraph(var path, String part, int paragraph)) {
            json.name("part").value(part);
            json.name("paragraph").value(paragraph);
        }
    }

    /** Writes of a Word document the run that a place stands in and the offset in it, where it stands in one. */
    public static void writeRun(JsonWriter json, Paper paper, SourceUnit unit, int place) throws IOException {
        Optional<SourceText.RunPlace> run = paper.runAt(unit, place);
        if (run.isPresent()) {
            json.name("run").value(run.get().number());
            json.name("offsetInRun").value(run.get().offset());
        }
    }

    /** Writes {@code finding} as the next value. */
    public static void write(JsonWriter json, Paper paper, Finding finding) throws IOException {
        write(json, paper, finding, 0, 0);
    }

    /**
     * Writes a finding of a text that is a part of the file that the person named.
     *
     * @param offset of the part in the file
     * @param line lines before the part
     */
    public static void write(JsonWriter json, Paper paper, Finding finding, int offset, int line) throws IOException {
        Advice advice = finding.advice();
        SourceUnit unit = finding.range().unit();
        TextRange range = finding.range().range();
        LineIndex lines = paper.lines(unit);
        json.beginObject();
        writeUnit(json, paper, unit);
        json.name("offset").value(range.start() + offset);
        json.name("length").value(range.length());
        writeRun(json, paper, unit, range.start());
        json.name("line").value(lines.line(range.start()) + line);
        json.name("column").value(lines.column(range.start()));
        json.name("text").value(finding.text());
        json.name("category").value(advice.category().id());
        json.name("severity").value(advice.severity().id());
        json.name("rule").value(advice.rule());
        json.name("message").value(advice.message());
        json.name("reason").value(advice.reason());
        json.name("replacements").beginArray();
        for (String replacement : advice.replacements()) {
            json.value(replacement);
        }
        json.endArray();
        json.name("origin").value(advice.origin().toString());
        json.name("confidence").value(advice.confidence());
        json.endObject();
    }
}
