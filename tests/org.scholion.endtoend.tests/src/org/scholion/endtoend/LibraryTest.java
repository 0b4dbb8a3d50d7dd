package org.scholion.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.endtoend.Product.Result;

/** References from their files to an answer. */
class LibraryTest {

    private static final String BIB = """
            @article{newton1701, author = {Newton, Isaac}, title = {Scala graduum caloris}, journal = {Philosophical Transactions}, year = 1701}
            @article{efron1979, author = {Efron, Bradley}, title = {Bootstrap Methods: Another Look at the Jackknife},
              journal = {The Annals of Statistics}, year = 1979}
            @article{savitzky1964, author = {Savitzky, Abraham and Golay, Marcel J. E.}, journal = {Analytical Chemistry}, year = 1964,
              title = {Smoothing and Differentiation of Data by Simplified Least Squares Procedures}}
            """;
    private static final int MANY = 60_000;
    private static final int LIMIT_SECONDS = 120;

    @TempDir
    Path folder;

    private Product scholion;

    @BeforeEach
    void setUp() throws Exception {
        // indexes and the list of libraries are those of this test alone
        scholion = Product.in(folder).with("XDG_DATA_HOME", folder.resolve("data").toString());
    }

    @Test
    void anImportedFileIsSearchedAndRankedForASentence() throws Exception {
        Files.writeString(folder.resolve("refs.bib"), BIB);
        Result imported = scholion.run("library", "import", "refs.bib");
        assertEquals(0, imported.code(), imported.err());
        assertTrue(imported.out().contains("3 references in library") && !imported.out().contains("words alone"), imported.out());
        JsonNode hits = json(scholion.run("library", "search", "bootstrap", "resampling", "--format", "json")).get("hits");
        assertEquals("efron1979", hits.get(0).get("key").asText(), hits.toString());
        Result styled = scholion.run("library", "export", "--style", "apa", "efron1979");
        assertTrue(styled.out().startsWith("Efron, B. (1979). Bootstrap Methods"), styled.out() + styled.err());
        Result ranked = scholion.runWithInput(
                "{\"id\": \"1\", \"context\": \"The noise was removed with a polynomial filter [CITE] in each window.\"}\n",
                "cite", "--batch", "-");
        assertEquals("savitzky1964", json(ranked).get("ranked").get(0).get("key").asText(), ranked.out());
    }

    @Test
    void anImportThatWasKilledIsFinishedByTheNext() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            many.append("@misc{key").append(i).append(", title = {On the number ").append(i).append("}, year = 2000}\n");
        }
        Files.writeString(folder.resolve("many.bib"), many);
        Path index = folder.resolve("data").resolve("scholion").resolve("library").resolve("index");
        Path nothing = Files.createFile(folder.resolve("in.txt"));
        Process process = scholion.start(
                nothing, folder.resolve("out.txt"), folder.resolve("err.txt"), List.of(), "library", "import", "--words-only", "many.bib");
        try {
            while (!hasCommit(index)) {
                assertTrue(!process.waitFor(5, TimeUnit.MILLISECONDS), "it ended before it could be killed");
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
        Result again = scholion.run("library", "import", "--words-only", "many.bib");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains(": " + MANY + " references in library"), again.out());
        assertTrue(!again.err().contains("made anew"), again.err());
        JsonNode hits = json(scholion.run("library", "search", "--words-only", "title:59999", "--format", "json")).get("hits");
        assertEquals("key59999", hits.get(0).get("key").asText());
    }

    @Test
    void anIndexThatIsBrokenIsMadeAnewWithAMessage() throws Exception {
        Files.writeString(folder.resolve("refs.bib"), BIB);
        assertEquals(0, scholion.run("library", "import", "--words-only", "refs.bib").code());
        try (Stream<Path> files = Files.walk(folder.resolve("data").resolve("scholion").resolve("library").resolve("index"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("segments_")).toList()) {
                Files.writeString(file, "no index");
            }
        }
        Result search = scholion.run("library", "search", "--words-only", "bootstrap");
        assertTrue(search.out().contains("efron1979"), search.out() + search.err());
        assertTrue(search.err().contains("made anew"), search.err());
        assertEquals("", scholion.run("library", "search", "--words-only", "bootstrap").err());
    }

    private static boolean hasCommit(Path index) throws IOException {
        if (!Files.isDirectory(index)) {
            return false;
        }
        // temporary files come and go meanwhile, so that only names are looked at
        try (Stream<Path> folders = Files.list(index)) {
            return folders.map(folder -> folder.toFile().list())
                    .anyMatch(names -> names != null && Stream.of(names).anyMatch(name -> name.startsWith("segments_")));
        }
    }

    private static JsonNode json(Result result) throws IOException {
        assertEquals(0, result.code(), result.err());
        return new ObjectMapper().readTree(result.out());
    }
}
