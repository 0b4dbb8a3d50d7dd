package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.AssistException;
import org.scholion.assist.Origin;
import org.scholion.assist.drafts.AbstractRequest;
import org.scholion.assist.drafts.Draft;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.drafts.Evidence;
import org.scholion.assist.drafts.KeywordAssistant.Keyword;
import org.scholion.assist.drafts.SentenceRole;
import org.scholion.assist.drafts.SummaryRequest;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;

/** {@code abstract} and {@code summarise}. */
class DraftCommandsTest {

    @TempDir
    Path folder;

    private final FakeServices services = new FakeServices();
    private final First assistant = new First();
    private FakeConsole console;

    /** Takes the first block, and adds a sentence that rests on nothing. */
    private static final class First implements DraftAssistant {
        private AbstractRequest request;
        private SummaryRequest summary;

        @Override
        public Engine engine() {
            return Engine.EXTRACTIVE;
        }

        @Override
        public Draft draftAbstract(Manuscript paper, AbstractRequest wanted, CancelToken cancel) {
            request = wanted;
            return draft(paper);
        }

        @Override
        public Draft summarise(Manuscript paper, SummaryRequest wanted, CancelToken cancel) throws AssistException {
            summary = wanted;
            if (wanted.section().isPresent()) {
                throw new AssistException("The paper has no section “" + wanted.section().get() + "”.");
            }
            return draft(paper);
        }

        private static Draft draft(Manuscript paper) {
            Block block = paper.blocks().getFirst();
            Evidence evidence = new Evidence(block.range(), block.prose().text(), "Methods");
            return new Draft(
                    List.of(
                            new DraftSentence("First.", "First.", Optional.of(SentenceRole.METHOD), List.of(evidence), true),
                            new DraftSentence("Invented.", "Invented.", Optional.empty(), List.of(), false)),
                    new Origin("Fake", "1.0"),
                    "CPU");
        }

        @Override
        public List<String> sections(Manuscript paper) {
            return List.of();
        }
    }

    @BeforeEach
    void setUp() throws Exception {
        services.drafts = List.of(assistant);
        console = new FakeConsole(folder, services);
        Files.writeString(folder.resolve("paper.tex"), "First block.\n\nSecond block.\n");
    }

    @Test
    void eachSentenceIsALineAndOneWithoutSourceIsMarked() {
        assertEquals(0, console.run("abstract", "paper.tex"));
        assertEquals(List.of("First.", "Invented. [no source]"), console.out().lines().toList());
        assertEquals(AbstractRequest.USUAL, assistant.request);
    }

    @Test
    void evidenceIsShownWithItsPlace() {
        assertEquals(0, console.run("abstract", "--evidence", "paper.tex"));
        assertTrue(console.out().contains("paper.tex:1:1 Methods"), console.out());
        assertTrue(console.out().contains("First block."), console.out());
    }

    @Test
    void jsonIsAsTheDesignSets() {
        assertEquals(0, console.run("abstract", "--words", "150", "--structured", "--format", "json", "paper.tex"));
        assertEquals(new AbstractRequest(150, true), assistant.request);
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        JsonObject first = json.getAsJsonArray("sentences").get(0).getAsJsonObject();
        assertEquals("First.", first.get("text").getAsString());
        assertTrue(first.get("supported").getAsBoolean());
        JsonObject evidence = first.getAsJsonArray("evidence").get(0).getAsJsonObject();
        assertEquals("paper.tex", evidence.get("file").getAsString());
        assertEquals(0, evidence.get("offset").getAsInt());
        assertEquals("First block.".length(), evidence.get("length").getAsInt());
        assertEquals("First block.", evidence.get("text").getAsString());
        assertFalse(json.getAsJsonArray("sentences").get(1).getAsJsonObject().get("supported").getAsBoolean());
        assertEquals("Fake 1.0", json.get("model").getAsString());
        assertEquals("CPU", json.get("device").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "29", "1001", "many", "-5"})
    void aNumberOfWordsThatNoAbstractHasIsRefused(String words) {
        assertEquals(ExitCode.WRONG_USE.number(), console.run("abstract", "--words=" + words, "paper.tex"));
        assertTrue(console.err().contains(words), console.err());
    }

    @Test
    void aSummaryTakesLengthAndSection() {
        assertEquals(0, console.run("summarise", "--length", "bullets", "paper.tex"));
        assertEquals(SummaryRequest.of(SummaryRequest.Length.BULLETS), assistant.summary);
        assertEquals(ExitCode.FILE_FAILED.number(), console.run("summarise", "--section", "Outlook", "paper.tex"));
        assertTrue(console.err().contains("paper.tex: The paper has no section “Outlook”."), console.err());
    }

    @Test
    void anEngineThatIsNotInstalledIsNamed() {
        assertEquals(ExitCode.PART_MISSING.number(), console.run("abstract", "--engine", "model", "paper.tex"));
        assertTrue(console.err().contains("model"), console.err());
    }

    @Test
    void keyWordsAreListed() {
        services.keywords = (paper, limit, cancel) -> List.of(
                new Keyword("lecture hall", 7, new Evidence(paper.blocks().getFirst().range(), "First block.", "")));
        assertEquals(0, console.run("abstract", "--keywords", "paper.tex"));
        assertEquals("lecture hall", console.out().strip());
        assertEquals(0, console.run("abstract", "--keywords", "--format", "json", "paper.tex"));
        assertTrue(console.out().contains("\"count\": 7"), console.out());
    }

    @Test
    void aMissingPaperIsSaid() {
        assertEquals(ExitCode.FILE_FAILED.number(), console.run("abstract", "none.tex"));
        assertTrue(console.err().contains("none.tex"), console.err());
    }
}
