package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.assist.Category;
import org.scholion.assist.ClarityPass;
import org.scholion.cli.internal.Console.Stream;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;

class CheckCommandTest {

    @TempDir
    Path folder;

    private FakeServices services;
    private FakeConsole console;

    @BeforeEach
    void setUp() throws Exception {
        services = new FakeServices();
        console = new FakeConsole(folder, services);
        write("clean.tex", "\\documentclass{article}\nAll is well.\n");
        write("paper.tex", "\\documentclass{article}\nWe read teh datas and utilize them.\n");
    }

    @Test
    void jsonIsAsTheDesignSets() {
        assertEquals(1, console.run("check", "--format", "json", "paper.tex"));
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals(Set.of("version", "files", "findings", "seconds"), json.keySet());
        assertEquals(1, json.get("version").getAsInt());
        JsonObject file = json.getAsJsonArray("files").get(0).getAsJsonObject();
        assertEquals(Set.of("path", "format", "words"), file.keySet());
        assertEquals("paper.tex", file.get("path").getAsString());
        assertEquals("latex", file.get("format").getAsString());
        JsonObject finding = json.getAsJsonArray("findings").get(0).getAsJsonObject();
        assertEquals(
                List.of(
                        "file", "offset", "length", "line", "column", "text", "category", "severity", "rule", "message", "reason",
                        "replacements", "origin", "confidence"),
                List.copyOf(finding.keySet()));
        assertEquals("[\"the\",\"tech\"]", finding.get("replacements").toString());
        assertEquals("spelling", finding.get("category").getAsString());
        assertEquals("error", finding.get("severity").getAsString());
        assertEquals("Fake 1.0", finding.get("origin").getAsString());
        assertEquals(2, finding.get("line").getAsInt());
        assertEquals(9, finding.get("column").getAsInt());
    }

    @Test
    void offsetsCountUtf16UnitsOfTheFile() throws Exception {
        write("wide.tex", "𝒳 ü\r\n teh");
        console.run("check", "--format", "json", "wide.tex");
        JsonObject finding = findings().get(0).getAsJsonObject();
        String text = Files.readString(folder.resolve("wide.tex"));
        int offset = finding.get("offset").getAsInt();
        assertEquals("teh", text.substring(offset, offset + finding.get("length").getAsInt()));
        assertEquals("teh", finding.get("text").getAsString());
    }

    @ParameterizedTest
    @CsvSource({"error,1", "warning,1", "info,1"})
    void failOnMeansAtOrAbove(String severity, int code) {
        assertEquals(code, console.run("check", "--fail-on", severity, "paper.tex"));
        assertEquals(0, console.run("check", "--fail-on", severity, "clean.tex"));
    }

    @Test
    void findingsBelowFailOnGiveZero() {
        assertEquals(0, console.run("check", "--only", "style,grammar", "paper.tex"));
        assertEquals(1, console.run("check", "--only", "style,grammar", "--fail-on", "warning", "paper.tex"));
        assertEquals(0, console.run("check", "--only", "style", "--fail-on", "warning", "paper.tex"));
        assertEquals(1, console.run("check", "--only", "style", "--fail-on", "info", "paper.tex"));
    }

    @Test
    void onlyMayBeRepeated() {
        console.run("check", "--only", "style", "--only", "grammar", "paper.tex");
        assertEquals(Set.of(Category.STYLE, Category.GRAMMAR), services.lastRequest.settings().categories());
    }

    @Test
    void languageStandsAboveThePaper() {
        console.run("check", "--language", "en-GB", "paper.tex");
        assertEquals(Optional.of("en-GB"), services.lastRequest.settings().language());
    }

    @Test
    void toneAndClarityAreLookedOverOnRequest() throws Exception {
        console.run("check", "paper.tex");
        assertEquals(Set.of(), services.lastRequest.settings().rulesOn());
        console.run("check", "--clarity", "paper.tex");
        assertEquals(ClarityPass.RULES, services.lastRequest.settings().rulesOn());
        Files.createDirectories(folder.resolve(".scholion"));
        write(".scholion/config.properties", "rules.on = OTHER\nrules.off = CLARITY_VAGUE\n");
        console.run("check", "--clarity", "paper.tex");
        assertTrue(services.lastRequest.settings().rulesOn().contains("OTHER"));
        assertTrue(services.lastRequest.settings().rulesOn().containsAll(ClarityPass.RULES));
        assertEquals(Set.of("CLARITY_VAGUE"), services.lastRequest.settings().rulesOff());
    }

    @Test
    void theProjectsSettingsAndWordsCountUnlessTheyAreLeftAside() throws Exception {
        Files.createDirectories(folder.resolve(".scholion"));
        write(".scholion/config.properties", "language = de-DE\ncategories = spelling\n");
        write(".scholion/dictionary.txt", "teh\n");
        console.run("check", "paper.tex");
        assertEquals(Optional.of("de-DE"), services.lastRequest.settings().language());
        assertTrue(services.lastRequest.settings().words().contains("teh"));
        console.run("check", "--only", "style", "paper.tex");
        assertEquals(Set.of(Category.STYLE), services.lastRequest.settings().categories());
        console.run("check", "--no-config", "paper.tex");
        assertEquals(Optional.empty(), services.lastRequest.settings().language());
        assertFalse(services.lastRequest.settings().words().contains("teh"));
    }

    @Test
    void aWrongSettingIsNamedWithItsPlace() throws Exception {
        Files.createDirectories(folder.resolve(".scholion"));
        write(".scholion/config.properties", "categories = spelling\ncolour = red\n");
        console.run("check", "paper.tex");
        assertTrue(console.err().contains("config.properties:2:"), console.err());
    }

    @Test
    void unreadableInputsGiveThreeAndTheOthersAreChecked() {
        assertEquals(3, console.run("check", "--format", "json", "missing.tex", "paper.tex", "picture.png"));
        assertEquals(3, findings().size());
        assertTrue(console.err().contains("missing.tex"), console.err());
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws Exception {
        write("picture.png", "x");
        assertEquals(3, console.run("check", "picture.png"));
        assertTrue(console.err().contains("picture.png"), console.err());
    }

    @Test
    void binaryFilesGiveThreeAndAMessage() throws Exception {
        Files.write(folder.resolve("binary.tex"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, (byte) 0xc3, 0x28});
        assertEquals(3, console.run("check", "binary.tex"));
        assertTrue(console.err().contains("binary.tex"), console.err());
    }

    @Test
    void foldersAreSearchedForPapers() throws Exception {
        Files.createDirectories(folder.resolve("papers/two/.git"));
        write("papers/one.tex", "\\documentclass{a}\n\\input{part.tex}\n");
        write("papers/part.tex", "teh");
        write("papers/two/two.tex", "% \\documentclass{x}\n\\documentclass{a} teh");
        write("papers/two/.git/no.tex", "\\documentclass{a} teh");
        write("papers/two/notes.tex", "% \\documentclass\nteh");
        assertEquals(1, console.run("check", "--format", "json", "papers"));
        assertEquals(List.of("papers/one.tex", "papers/two/two.tex"), paths());
        assertEquals(List.of("papers/part.tex", "papers/two/two.tex"), files());
    }

    @Test
    void theFolderItselfNeedsNoName() {
        console.run("check", "--format", "json", ".");
        assertEquals(List.of("clean.tex", "paper.tex"), paths());
    }

    @Test
    void emptyFolderGivesThree() throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        assertEquals(3, console.run("check", "empty"));
        assertTrue(console.err().contains("empty"), console.err());
    }

    @Test
    void includedFilesAreNotCheckedTwice() throws Exception {
        write("main.tex", "\\documentclass{a}\\input{part.tex} teh");
        write("part.tex", "teh");
        console.run("check", "--format", "json", "part.tex", "main.tex", "main.tex");
        assertEquals(List.of("main.tex"), paths());
        assertEquals(2, findings().size());
    }

    @Test
    void aPartAloneGivesItsOwnFindingsInTheLightOfTheWholePaper() throws Exception {
        write("main.tex", "\\documentclass{a}\\input{part.tex} teh teh");
        write("part.tex", "% !TEX root = main.tex\nteh one two");
        console.run("check", "--format", "json", "part.tex");
        assertEquals(List.of("part.tex"), paths());
        assertEquals(List.of("part.tex"), files());
        assertEquals(2, services.lastRequest.manuscript().sources().size());
    }

    @Test
    void aPartWhoseMainFileDoesNotIncludeItIsReadAlone() throws Exception {
        write("main.tex", "\\documentclass{a} nothing");
        write("part.tex", "% !TEX root = main.tex\nteh");
        console.run("check", "--format", "json", "part.tex");
        assertEquals(List.of("part.tex"), paths());
        assertEquals(1, findings().size());
    }

    @Test
    void absoluteNamesStayAbsolute() {
        String name = folder.resolve("paper.tex").toString();
        console.run("check", "--format", "json", name);
        assertEquals(name, findings().get(0).getAsJsonObject().get("file").getAsString());
    }

    @Test
    void standardInputIsLatexWhenItHoldsACommand() {
        console.in = "\\section{A} teh";
        assertEquals(1, console.run("check", "--format", "json", "-"));
        assertEquals(List.of("-"), paths());
        assertEquals(List.of("-"), files());
        assertEquals("latex", format());
    }

    @Test
    void standardInputWithoutBackslashIsPlainText() {
        console.in = "50% of teh text";
        assertEquals(1, console.run("check", "--format", "json", "-"));
        assertEquals("text", format());
        assertEquals(7, findings().get(0).getAsJsonObject().get("offset").getAsInt());
    }

    @Test
    void problemsOfReadingGoToStandardError() throws Exception {
        write("main.tex", "\\documentclass{a}\\input{gone.tex}");
        assertEquals(0, console.run("check", "main.tex"));
        assertTrue(console.err().contains("main.tex:1: no file gone.tex"), console.err());
    }

    @Test
    void whatCouldNotWorkGivesFour() throws Exception {
        FakeConsole failing = new FakeConsole(folder, new FakeServices(Map.of(), List.of("The model is missing."), List.of()));
        assertEquals(4, failing.run("check", "paper.tex"));
        assertTrue(failing.err().contains("The model is missing."), failing.err());
    }

    @Test
    void whatAPartCannotDoIsSaidAndChangesNothingElse() throws Exception {
        FakeConsole limited = new FakeConsole(folder, new FakeServices(Map.of(), List.of(), List.of("No model weighs grammar.")));
        assertEquals(0, limited.run("check", "--format", "json", "paper.tex"));
        assertTrue(limited.err().contains("No model weighs grammar."), limited.err());
        assertFalse(limited.out().contains("No model weighs grammar."), limited.out());
    }

    @Test
    void outputGoesToAFileWithoutColours() throws Exception {
        console.terminals = Set.of(Stream.OUT);
        console.run("check", "--output", "report.txt", "paper.tex");
        assertEquals("", console.out());
        String report = Files.readString(folder.resolve("report.txt"), StandardCharsets.UTF_8);
        assertTrue(report.contains("paper.tex:2:9"), report);
        assertFalse(report.contains("\u001b"), report);
    }

    @Test
    void outputThatCannotBeWrittenGivesThreeAndTheName() {
        assertEquals(3, console.run("check", "--output", "no/such/folder.txt", "paper.tex"));
        assertTrue(console.err().contains("no/such/folder.txt"), console.err());
    }

    @Test
    void progressIsForTerminalsOnly() {
        console.run("check", "clean.tex");
        assertEquals("", console.err());
        console.terminals = Set.of(Stream.ERR);
        console.run("check", "clean.tex");
        assertTrue(console.err().contains("clean.tex"), console.err());
        assertTrue(console.err().endsWith("\r\u001b[K"), console.err());
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    private JsonArray findings() {
        return JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonArray("findings");
    }

    private String format() {
        JsonElement file = JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonArray("files").get(0);
        return file.getAsJsonObject().get("format").getAsString();
    }

    private List<String> paths() {
        return JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonArray("files").asList().stream()
                .map(file -> file.getAsJsonObject().get("path").getAsString())
                .toList();
    }

    private List<String> files() {
        return findings().asList().stream()
                .map(finding -> finding.getAsJsonObject().get("file").getAsString())
                .toList();
    }
}
