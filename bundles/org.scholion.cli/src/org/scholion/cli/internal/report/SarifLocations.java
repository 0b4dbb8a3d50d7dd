package org.scholion.cli.internal.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scholion.cli.internal.Inputs;
import org.scholion.cli.internal.Paper;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.LineIndex;
import org.scholion.text.TextRange;

/** Files and places of a report as SARIF names them. */
final class SarifLocations {

    private static final String BASE = "%SRCROOT%";
    private static final String STANDARD_INPUT = "standard-input";

    /** The URI of a file, and whether it is relative to {@link #BASE}. */
    private record Artifact(String uri, boolean relative, int index) {}

    private final Path folder;
    private final Map<Path, Artifact> artifacts = new LinkedHashMap<>();

    SarifLocations(Report report) {
        folder = report.folder();
        for (CheckedPaper checked : report.papers()) {
            for (SourceText source : checked.paper().manuscript().sources()) {
                artifact(checked.paper(), source.unit());
            }
        }
    }

    /** Writes what relative URIs are relative to. */
    void writeBase(JsonWriter json) throws IOException {
        String uri = folder.toUri().toASCIIString();
        json.name("originalUriBaseIds").beginObject().name(BASE).beginObject();
        json.name("uri").value(uri.endsWith("/") ? uri : uri + '/');
        json.endObject().endObject();
    }

    /** Writes all files of all papers. */
    void writeArtifacts(JsonWriter json) throws IOException {
        json.name("artifacts").beginArray();
        for (Artifact artifact : artifacts.values()) {
            json.beginObject().name("location").beginObject();
            json.name("uri").value(artifact.uri());
            if (artifact.relative()) {
                json.name("uriBaseId").value(BASE);
            }
            json.endObject().endObject();
        }
        json.endArray();
    }

    /** Writes the file of {@code unit} as {@code artifactLocation}. */
    void writeArtifact(JsonWriter json, Paper paper, SourceUnit unit) throws IOException {
        Artifact artifact = artifact(paper, unit);
        json.name("artifactLocation").beginObject();
        json.name("uri").value(artifact.uri());
        if (artifact.relative()) {
            json.name("uriBaseId").value(BASE);
        }
        json.name("index").value(artifact.index());
        json.endObject();
    }

    /** Writes a place as the next value. */
    void writeRegion(JsonWriter json, Paper paper, SourceRange place, boolean withText) throws IOException {
        LineIndex lines = paper.lines(place.unit());
        TextRange range = place.range();
        json.beginObject();
        json.name("startLine").value(lines.line(range.start()));
        json.name("startColumn").value(lines.column(range.start()));
        json.name("endLine").value(lines.line(range.end()));
        json.name("endColumn").value(lines.column(range.end()));
        json.name("charOffset").value(range.start());
        json.name("charLength").value(range.length());
        if (withText) {
            json.name("snippet").beginObject();
            json.name("text").value(range.of(paper.text(place.unit())));
            json.endObject();
        }
        json.endObject();
    }

    private Artifact artifact(Paper paper, SourceUnit unit) {
        return artifacts.computeIfAbsent(unit.path(), path -> {
            if (paper.nameOf(unit).equals(Inputs.STANDARD_INPUT)) {
                return new Artifact(STANDARD_INPUT, false, artifacts.size());
            }
            return path.startsWith(folder)
                    ? new Artifact(relativeUri(path), true, artifacts.size())
                    : new Artifact(path.toUri().toASCIIString(), false, artifacts.size());
        });
    }

    private String relativeUri(Path path) {
        StringBuilder names = new StringBuilder();
        for (Path name : folder.relativize(path)) {
            names.append(names.isEmpty() ? "" : "/").append(name);
        }
        try {
            String relative = new URI(null, null, "/" + names, null).toASCIIString();
            return relative.substring(1).replace(":", "%3A");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
