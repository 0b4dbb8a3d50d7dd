package org.scholion.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.endtoend.Product.Result;

class CheckTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    Path folder;

    private Product scholion;

    @BeforeEach
    void setUp() throws Exception {
        scholion = Product.in(folder);
        Papers.write(folder.resolve("paper.tex"), Papers.PAPER);
    }

    @Test
    void textNamesThePlaceAndTheWords() throws Exception {
        Result result = scholion.run("check", "paper.tex");
        assertEquals(1, result.code(), result.err());
        assertTrue(result.out().contains("paper.tex:6:11: error: "), result.out());
        assertTrue(result.out().contains("→ environment"), result.out());
        assertFalse(result.out().contains("\u001b"), result.out());
        // there is no language model in this home
        assertTrue(result.err().contains("scholion models install smollm2-135m-instruct"), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void jsonIsOneDocumentWithTruePositions() throws Exception {
        Result result = scholion.run("check", "--format", "json", "paper.tex");
        assertEquals(1, result.code(), result.err());
        JsonNode document = JSON.readTree(result.out());
        assertEquals(1, document.get("version").asInt());
        assertEquals("paper.tex", document.get("files").get(0).get("path").asText());
        assertTrue(document.get("seconds").asDouble() > 0);
        List<String> found = new ArrayList<>();
        for (JsonNode finding : document.get("findings")) {
            int offset = finding.get("offset").asInt();
            String there = Papers.PAPER.substring(offset, offset + finding.get("length").asInt());
            assertEquals(there, finding.get("text").asText());
            assertFalse(finding.get("origin").asText().isBlank());
            assertFalse(there.contains("mc^2") || there.contains("comment"), there);
            found.add(there);
        }
        assertTrue(found.contains("enviroment"), found.toString());
        assertTrue(found.contains("the the"), found.toString());
    }

    @Test
    void sarifIsValid() throws Exception {
        Result result = scholion.run("check", "--format", "sarif", "paper.tex", "gone.tex");
        assertEquals(3, result.code(), result.err());
        JsonNode log = JSON.readTree(result.out());
        assertEquals(List.of(), List.copyOf(sarifSchema().validate(log)));
        JsonNode run = log.get("runs").get(0);
        assertTrue(run.get("results").size() >= 2, result.out());
        assertFalse(run.get("invocations").get(0).get("executionSuccessful").asBoolean());
    }

    @Test
    void htmlIsAPageOfItsOwn() throws Exception {
        Result result = scholion.run("check", "--format", "html", "--output", "report.html", "paper.tex");
        assertEquals(1, result.code(), result.err());
        assertEquals("", result.out());
        String page = Files.readString(folder.resolve("report.html"));
        assertTrue(page.startsWith("<!DOCTYPE html>"), page);
        assertTrue(page.contains("<mark>enviroment</mark>"), page);
        assertFalse(page.contains("<script"), page);
    }

    @Test
    void foldersAreSearchedAndPartsCheckedOnce() throws Exception {
        Papers.writeParts(folder.resolve("papers/two"));
        Files.copy(folder.resolve("paper.tex"), folder.resolve("papers/one.tex"));
        Result result = scholion.run("check", "--format", "json", "--only", "spelling", "papers");
        JsonNode document = JSON.readTree(result.out());
        assertEquals(List.of("papers/one.tex", "papers/two/main.tex"), document.get("files").findValuesAsText("path"));
        assertEquals(List.of("papers/one.tex", "papers/two/part.tex"), document.get("findings").findValuesAsText("file"));
    }

    @Test
    void standardInputIsCalledDash() throws Exception {
        Result result = scholion.runWithInput(Papers.PAPER, "check", "--format", "json", "-");
        assertEquals(1, result.code(), result.err());
        JsonNode document = JSON.readTree(result.out());
        assertEquals("-", document.get("files").get(0).get("path").asText());
        assertEquals("-", document.get("findings").get(0).get("file").asText());
    }

    @Test
    void whatCannotBeReadGivesThreeAndTheRestIsChecked() throws Exception {
        Files.write(folder.resolve("binary.tex"), new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0, 1, (byte) 0xff, (byte) 0xfe, 0, 0});
        Result result = scholion.run("check", "--format", "json", "gone.tex", "binary.tex", "paper.tex");
        assertEquals(3, result.code());
        assertTrue(result.err().contains("gone.tex"), result.err());
        assertTrue(result.err().contains("binary.tex"), result.err());
        assertFalse(result.err().contains("Exception"), result.err());
        assertTrue(JSON.readTree(result.out()).get("findings").size() >= 2, result.out());
    }

    @Test
    void onlyAndFailOnDecide() throws Exception {
        assertEquals(0, scholion.run("check", "--only", "citation", "--fail-on", "info", "paper.tex").code());
        assertEquals(2, scholion.run("check", "--only", "colour", "paper.tex").code());
    }

    @Test
    void theProjectsSettingsAndDictionaryAreHonoured() throws Exception {
        Papers.write(folder.resolve(".scholion/dictionary.txt"), "enviroment\n");
        Papers.write(folder.resolve(".scholion/config.properties"), "categories = spelling\n");
        Result result = scholion.run("check", "--format", "json", "paper.tex");
        assertEquals(0, result.code(), result.out());
        assertEquals(0, JSON.readTree(result.out()).get("findings").size(), result.out());
        assertEquals(1, scholion.run("check", "--no-config", "paper.tex").code());
    }

    @Test
    void namesAndOutputAreUnicodeInAnyLocale() throws Exception {
        Files.copy(folder.resolve("paper.tex"), folder.resolve("论文 ü.tex"));
        for (String locale : List.of("C", "POSIX", "C.UTF-8")) {
            Result result = scholion.with("LC_ALL", locale).run("check", "--format", "json", "论文 ü.tex");
            assertEquals(1, result.code(), locale + ": " + result.err());
            assertEquals("论文 ü.tex", JSON.readTree(result.out()).get("files").get(0).get("path").asText(), locale);
        }
    }

    private static JsonSchema sarifSchema() throws Exception {
        try (InputStream schema = CheckTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
        }
    }
}
