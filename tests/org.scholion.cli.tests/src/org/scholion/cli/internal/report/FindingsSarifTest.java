package org.scholion.cli.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.assist.Category;
import org.scholion.assist.Severity;
import org.scholion.cli.internal.FakeServices;
import org.scholion.cli.internal.RuleBook;

class FindingsSarifTest {

    private static final String TEXT = "𝒳 first.\r\nHere is teh text, and more of it.";

    @Test
    void theDocumentNamesItsVersionSchemaAndTool() {
        JsonObject log = log(report());
        assertEquals("2.1.0", log.get("version").getAsString());
        assertTrue(log.get("$schema").getAsString().endsWith("sarif-2.1.0.json"));
        JsonObject driver = run(report()).getAsJsonObject("tool").getAsJsonObject("driver");
        assertEquals("Scholion", driver.get("name").getAsString());
        assertEquals("9.8.7", driver.get("version").getAsString());
        assertEquals("utf16CodeUnits", run(report()).get("columnKind").getAsString());
    }

    @Test
    void eachRuleStandsOnceAndResultsPointToIt() {
        JsonObject run = run(Reports.of(
                TEXT,
                Reports.advice(Category.SPELLING, Severity.ERROR, "teh: m"),
                Reports.advice(Category.STYLE, Severity.INFO, "more: m"),
                Reports.advice(Category.SPELLING, Severity.ERROR, "text: m")));
        JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        assertEquals(2, rules.size());
        for (var result : run.getAsJsonArray("results")) {
            JsonObject object = result.getAsJsonObject();
            JsonObject rule = rules.get(object.get("ruleIndex").getAsInt()).getAsJsonObject();
            assertEquals(object.get("ruleId").getAsString(), rule.get("id").getAsString());
            assertFalse(rule.getAsJsonObject("help").get("text").getAsString().isBlank());
        }
    }

    @Test
    void severitiesAreLevels() {
        JsonObject run = run(Reports.of(
                TEXT,
                Reports.advice(Category.SPELLING, Severity.ERROR, "teh: m"),
                Reports.advice(Category.GRAMMAR, Severity.WARNING, "first: m"),
                Reports.advice(Category.STYLE, Severity.INFO, "more: m")));
        List<String> levels = run.getAsJsonArray("results").asList().stream()
                .map(result -> result.getAsJsonObject().get("level").getAsString())
                .toList();
        assertEquals(List.of("error", "warning", "note"), levels);
    }

    @Test
    void regionsCountLinesColumnsAndUnits() {
        JsonObject region = region(report());
        assertEquals(2, region.get("startLine").getAsInt());
        assertEquals(9, region.get("startColumn").getAsInt());
        assertEquals(2, region.get("endLine").getAsInt());
        assertEquals(12, region.get("endColumn").getAsInt());
        int offset = region.get("charOffset").getAsInt();
        assertEquals("teh", TEXT.substring(offset, offset + region.get("charLength").getAsInt()));
        assertEquals("teh", region.getAsJsonObject("snippet").get("text").getAsString());
    }

    @Test
    void filesAreRelativeToABaseAndEncoded() {
        JsonObject run = run(report());
        JsonObject artifact = run.getAsJsonArray("artifacts").get(0).getAsJsonObject().getAsJsonObject("location");
        assertEquals("my%20paper.tex", artifact.get("uri").getAsString());
        assertEquals("%SRCROOT%", artifact.get("uriBaseId").getAsString());
        String base = run.getAsJsonObject("originalUriBaseIds").getAsJsonObject("%SRCROOT%").get("uri").getAsString();
        assertTrue(base.startsWith("file:///") && base.endsWith("/a%20folder/"), base);
    }

    @Test
    void filesOutsideTheFolderAreAbsolute() {
        Report inside = report();
        Report outside = new Report(inside.papers(), List.of(), Path.of("").toAbsolutePath().resolve("elsewhere"), 0, "1");
        JsonObject artifact = run(outside).getAsJsonArray("artifacts").get(0).getAsJsonObject().getAsJsonObject("location");
        assertTrue(artifact.get("uri").getAsString().startsWith("file:///"));
        assertFalse(artifact.has("uriBaseId"));
    }

    @Test
    void fixesReplaceWhatStandsThere() {
        JsonObject result = run(report()).getAsJsonArray("results").get(0).getAsJsonObject();
        JsonObject replacement = result.getAsJsonArray("fixes").get(0).getAsJsonObject()
                .getAsJsonArray("artifactChanges").get(0).getAsJsonObject()
                .getAsJsonArray("replacements").get(0).getAsJsonObject();
        JsonObject deleted = replacement.getAsJsonObject("deletedRegion");
        StringBuilder fixed = new StringBuilder(TEXT);
        int offset = deleted.get("charOffset").getAsInt();
        fixed.replace(
                offset,
                offset + deleted.get("charLength").getAsInt(),
                replacement.getAsJsonObject("insertedContent").get("text").getAsString());
        assertEquals(TEXT.replace("teh", "the"), fixed.toString());
    }

    @Test
    void unreadableInputsAreNotifications() {
        JsonObject invocation = run(Reports.of(TEXT, List.of("gone.tex: no such file"))).getAsJsonArray("invocations").get(0).getAsJsonObject();
        assertFalse(invocation.get("executionSuccessful").getAsBoolean());
        JsonObject notification = invocation.getAsJsonArray("toolExecutionNotifications").get(0).getAsJsonObject();
        assertEquals("error", notification.get("level").getAsString());
        assertEquals("gone.tex: no such file", notification.getAsJsonObject("message").get("text").getAsString());
    }

    @Test
    void describedRulesBringTheirTitleAndExamples() {
        Report report = Reports.of("teh", FakeServices.spelling("SPELL", "teh: m", 1, false));
        JsonObject rule = run(report).getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules").get(0).getAsJsonObject();
        assertEquals("A misspelling", rule.getAsJsonObject("shortDescription").get("text").getAsString());
        assertEquals("Readers stumble.", rule.getAsJsonObject("help").get("text").getAsString());
        assertTrue(rule.getAsJsonObject("help").get("markdown").getAsString().contains("    teh"));
    }

    private static Report report() {
        return Reports.of(TEXT, Reports.advice(Category.SPELLING, Severity.ERROR, "teh: m", "the", ""));
    }

    private static JsonObject region(Report report) {
        return run(report).getAsJsonArray("results").get(0).getAsJsonObject()
                .getAsJsonArray("locations").get(0).getAsJsonObject()
                .getAsJsonObject("physicalLocation").getAsJsonObject("region");
    }

    private static JsonObject run(Report report) {
        return log(report).getAsJsonArray("runs").get(0).getAsJsonObject();
    }

    private static JsonObject log(Report report) {
        String text = new FindingsSarif(new RuleBook(new FakeServices())).format(report);
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
