package org.scholion.cli.internal.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.Finding;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.Severity;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.RuleBook;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceUnit;

/** SARIF 2.1.0, the form in which code hosts and editors take findings (OASIS standard of 27 March 2020). */
public final class FindingsSarif implements FindingsFormat {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final int FIXES = 3;

    private final RuleBook rules;

    public FindingsSarif(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public String format(Report report) {
        SarifLocations locations = new SarifLocations(report);
        Map<String, Advice> firstOfRule = new LinkedHashMap<>();
        report.findings().forEach(finding -> firstOfRule.putIfAbsent(finding.advice().rule(), finding.advice()));
        return FindingJson.document(json -> {
            json.beginObject();
            json.name("$schema").value(SCHEMA);
            json.name("version").value("2.1.0");
            json.name("runs").beginArray().beginObject();
            writeTool(json, report, firstOfRule);
            json.name("automationDetails").beginObject().name("id").value("scholion/check").endObject();
            json.name("language").value(language());
            json.name("columnKind").value("utf16CodeUnits");
            writeInvocation(json, report);
            locations.writeBase(json);
            locations.writeArtifacts(json);
            json.name("results").beginArray();
            List<String> ruleIds = new ArrayList<>(firstOfRule.keySet());
            for (CheckedPaper checked : report.papers()) {
                for (Finding finding : checked.findings()) {
                    writeResult(json, checked.paper(), finding, ruleIds.indexOf(finding.advice().rule()), locations);
                }
            }
            json.endArray();
            json.endObject().endArray();
            json.endObject();
        });
    }

    private void writeTool(JsonWriter json, Report report, Map<String, Advice> firstOfRule) throws IOException {
        json.name("tool").beginObject().name("driver").beginObject();
        json.name("name").value("Scholion");
        json.name("version").value(report.version());
        json.name("rules").beginArray();
        for (Map.Entry<String, Advice> rule : firstOfRule.entrySet()) {
            Advice advice = rule.getValue();
            Optional<RuleDescription> text = rules.find(rule.getKey());
            String title = text.map(RuleDescription::title).orElse(advice.message());
            String explanation = text.map(RuleDescription::reason)
                    .filter(found -> !found.isBlank())
                    .orElse(advice.reason().isBlank() ? title : advice.reason());
            json.beginObject();
            json.name("id").value(rule.getKey());
            writeText(json, "shortDescription", title, "");
            writeText(json, "fullDescription", explanation, "");
            writeText(json, "help", explanation, text.map(FindingsSarif::markdown).orElse(""));
            json.name("defaultConfiguration").beginObject().name("level").value(level(advice.severity())).endObject();
            json.name("properties").beginObject();
            json.name("tags").beginArray().value(advice.category().id()).endArray();
            json.name("origin").value(advice.origin().toString());
            json.endObject();
            json.endObject();
        }
        json.endArray();
        json.endObject().endObject();
    }

    private static String markdown(RuleDescription rule) {
        return rule.reason()
                + "\n\n"
                + NLS.bind(Messages.rules_wrong, "\n\n    " + rule.wrong().replace("\n", "\n    "))
                + "\n\n"
                + NLS.bind(Messages.rules_right, "\n\n    " + rule.right().replace("\n", "\n    "));
    }

    private static void writeInvocation(JsonWriter json, Report report) throws IOException {
        List<String> failures = Stream.concat(
                        report.unreadable().stream(),
                        report.papers().stream().flatMap(checked -> checked.failures().stream()))
                .toList();
        json.name("invocations").beginArray().beginObject();
        json.name("executionSuccessful").value(failures.isEmpty());
        json.name("toolExecutionNotifications").beginArray();
        for (String failure : failures) {
            writeNotification(json, "error", failure);
        }
        for (CheckedPaper checked : report.papers()) {
            for (String problem : checked.paper().problems()) {
                writeNotification(json, "warning", problem);
            }
        }
        json.endArray();
        json.endObject().endArray();
    }

    private static void writeNotification(JsonWriter json, String level, String message) throws IOException {
        json.beginObject();
        json.name("level").value(level);
        writeText(json, "message", message, "");
        json.endObject();
    }

    private static void writeResult(JsonWriter json, Paper paper, Finding finding, int ruleIndex, SarifLocations locations)
            throws IOException {
        Advice advice = finding.advice();
        SourceUnit unit = finding.range().unit();
        json.beginObject();
        json.name("ruleId").value(advice.rule());
        json.name("ruleIndex").value(ruleIndex);
        json.name("level").value(level(advice.severity()));
        String reason = advice.reason();
        writeText(json, "message", reason.isBlank() ? advice.message() : advice.message() + "\n\n" + reason, "");
        json.name("locations").beginArray().beginObject().name("physicalLocation").beginObject();
        locations.writeArtifact(json, paper, unit);
        json.name("region");
        locations.writeRegion(json, paper, finding.range(), true);
        json.endObject().endObject().endArray();
        json.name("partialFingerprints").beginObject();
        json.name("rulePlaceText/v1").value(fingerprint(paper, finding));
        json.endObject();
        writeFixes(json, paper, finding, locations);
        json.name("rank").value(Math.round(advice.confidence() * 1000) / 10.0);
        json.name("properties").beginObject();
        json.name("category").value(advice.category().id());
        json.name("origin").value(advice.origin().toString());
        json.name("confidence").value(advice.confidence());
        json.endObject();
        json.endObject();
    }

    private static void writeFixes(JsonWriter json, Paper paper, Finding finding, SarifLocations locations) throws IOException {
        json.name("fixes").beginArray();
        for (String replacement : finding.advice().replacements().stream().limit(FIXES).toList()) {
            Map<SourceUnit, List<SourceEdit>> edits = new LinkedHashMap<>();
            finding.edits(paper.manuscript(), replacement).stream().flatMap(List::stream).forEach(edit -> edits.computeIfAbsent(
                            edit.range().unit(), unit -> new ArrayList<>())
                    .add(edit));
            if (!edits.isEmpty()) {
                json.beginObject();
                writeText(json, "description", description(replacement), "");
                json.name("artifactChanges").beginArray();
                for (Map.Entry<SourceUnit, List<SourceEdit>> change : edits.entrySet()) {
                    json.beginObject();
                    locations.writeArtifact(json, paper, change.getKey());
                    json.name("replacements").beginArray();
                    for (SourceEdit edit : change.getValue()) {
                        json.beginObject().name("deletedRegion");
                        locations.writeRegion(json, paper, edit.range(), false);
                        json.name("insertedContent").beginObject().name("text").value(edit.replacement()).endObject();
                        json.endObject();
                    }
                    json.endArray().endObject();
                }
                json.endArray().endObject();
            }
        }
        json.endArray();
    }

    private static String description(String replacement) {
        return replacement.isEmpty() ? Messages.sarif_delete : NLS.bind(Messages.sarif_replace, replacement);
    }

    /** The same as long as the finding stands in the same words, wherever they move to. */
    private static String fingerprint(Paper paper, Finding finding) {
        String text = paper.text(finding.range().unit());
        int from = Math.max(0, finding.range().range().start() - 30);
        int to = Math.min(text.length(), finding.range().range().end() + 30);
        CRC32 sum = new CRC32();
        String words = finding.advice().rule() + '\n' + text.substring(from, to).replaceAll("\\s+", " ");
        sum.update(words.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }

    private static void writeText(JsonWriter json, String name, String text, String markdown) throws IOException {
        json.name(name).beginObject();
        json.name("text").value(text);
        if (!markdown.isEmpty()) {
            json.name("markdown").value(markdown);
        }
        json.endObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static String language() {
        return Locale.getDefault().getLanguage().equals("zh") ? "zh-CN" : "en-US";
    }
}
