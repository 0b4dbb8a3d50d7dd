package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.AssistException;
import org.scholion.assist.Category;
import org.scholion.assist.Severity;
import org.scholion.assist.citations.CitationNeed;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeLibrary;
import org.scholion.cli.internal.FakeServices;

class CiteCommandTest {

    private static final CitationSuggestion BEST = new CitationSuggestion(
            "newton1701", Path.of("refs.bib"), "Scala <graduum> caloris", List.of("Newton", "Halley"), "1701", "", 0.75, 0, List.of(),
            "words in common: cooling");

    @TempDir
    Path folder;

    private final List<CitationPlace> asked = new ArrayList<>();
    private FakeServices services;
    private FakeConsole console;
    private int limit;

    @BeforeEach
    void start() throws IOException {
        services = new FakeServices(
                Map.of("others", FakeServices.advice(CitationNeed.RULE, Category.CITATION, Severity.INFO, 0.8, false)),
                List.of(),
                List.of());
        services.library = new FakeLibrary();
        services.citations = (place, libraries, wanted, cancel) -> {
            asked.add(place);
            limit = wanted;
            return List.of(BEST);
        };
        console = new FakeConsole(folder, services);
        Files.writeString(folder.resolve("paper.tex"), "All is well.\nThe cooling was described by others. We go on.\n");
    }

    @Test
    void sentencesWithoutACitationAreToldWithTheirPlaceAndWhatCouldBeCited() {
        assertEquals(0, console.run("cite", "paper.tex"), console.err());
        assertTrue(console.out().startsWith("paper.tex:2:"), console.out());
        assertTrue(console.out().contains("newton1701  Newton et al. 1701. Scala <graduum> caloris"), console.out());
        assertTrue(console.out().contains("words in common: cooling"), console.out());
        assertEquals(1, asked.size());
        assertTrue(asked.getFirst().before().startsWith("The cooling was described"), asked.toString());
    }

    @Test
    void jsonHasThePlaceAndTheRankedWorks() {
        assertEquals(0, console.run("cite", "--format", "json", "--limit", "3", "paper.tex"), console.err());
        JsonObject place = JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonArray("places").get(0).getAsJsonObject();
        JsonObject finding = place.getAsJsonObject("finding");
        assertEquals(CitationNeed.RULE, finding.get("rule").getAsString());
        assertEquals(2, finding.get("line").getAsInt());
        JsonObject ranked = place.getAsJsonArray("ranked").get(0).getAsJsonObject();
        assertEquals(Set.of("key", "library", "title", "year", "score", "reason"), ranked.keySet());
        assertEquals(3, limit);
    }

    @Test
    void htmlEscapesWhatStandsInALibrary() {
        assertEquals(0, console.run("cite", "--format", "html", "paper.tex"), console.err());
        assertTrue(console.out().contains("Scala &lt;graduum&gt; caloris"), console.out());
        assertFalse(console.out().contains("<graduum>"), console.out());
    }

    @Test
    void aBatchIsAnsweredLineByLineAndABrokenLineIsToldWithItsNumber() throws Exception {
        Files.writeString(folder.resolve("refs.bib"), "@misc{a, title = {A}}");
        Files.writeString(folder.resolve("queries.jsonl"), """
                {"id": "q1", "context": "It is known. Cooling was described by [CITE] long ago.", "cited": [["b"], "c"]}

                no JSON
                {"id": "q2", "context": "No mark."}
                """);
        assertEquals(3, console.run("cite", "--library", "refs.bib", "--batch", "queries.jsonl"));
        assertTrue(console.err().contains("queries.jsonl:3"), console.err());
        List<String> lines = console.out().lines().toList();
        assertEquals(2, lines.size());
        JsonObject first = JsonParser.parseString(lines.getFirst()).getAsJsonObject();
        assertEquals("q1", first.get("id").getAsString());
        assertEquals("newton1701", first.getAsJsonArray("ranked").get(0).getAsJsonObject().get("key").getAsString());
        CitationPlace place = asked.getFirst();
        assertEquals("Cooling was described by", place.before());
        assertEquals("long ago.", place.after());
        assertEquals("It is known.", place.previous());
        assertEquals(List.of(List.of("b"), List.of("c")), place.earlier());
        assertEquals("No mark.", asked.getLast().before());
    }

    @Test
    void aBatchIsReadFromStandardInputToo() {
        console.in = "{\"id\": 7, \"context\": \"A claim [CITE].\"}\n";
        assertEquals(0, console.run("cite", "--batch", "-"), console.err());
        assertTrue(console.out().startsWith("{\"id\":\"7\""), console.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cite", "cite --batch q.jsonl paper.tex", "cite --limit 0 paper.tex", "cite --format sarif paper.tex",
            "cite --library nowhere paper.tex"})
    void wrongUseIsTwo(String words) {
        assertEquals(2, console.run(words.split(" ")));
        assertFalse(console.err().isBlank());
    }

    @Test
    void aFileThatIsNotThereIsThreeAndTheOthersAreRead() {
        assertEquals(3, console.run("cite", "none.tex", "paper.tex"));
        assertTrue(console.err().contains("none.tex"), console.err());
        assertTrue(console.out().contains("newton1701"), console.out());
        assertEquals(3, console.run("cite", "--batch", "none.jsonl"));
    }

    @Test
    void aMissingModelIsFour() {
        services.citations = (place, libraries, wanted, cancel) -> {
            throw new AssistException("the encoder is not there");
        };
        assertEquals(4, console.run("cite", "paper.tex"));
        assertTrue(console.err().contains("the encoder is not there"), console.err());
        services.citations = null;
        assertEquals(4, console.run("cite", "paper.tex"));
    }
}
