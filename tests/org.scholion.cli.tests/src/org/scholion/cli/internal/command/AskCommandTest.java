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
import org.scholion.assist.drafts.AnswerAssistant.Answer;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.drafts.Evidence;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;
import org.scholion.manuscript.Block;

class AskCommandTest {

    @TempDir
    Path folder;

    private final FakeServices services = new FakeServices();
    private FakeConsole console;

    @BeforeEach
    void setUp() throws Exception {
        services.answers = (question, papers, limit, cancel) -> {
            if (!question.contains("second")) {
                return List.of();
            }
            Block block = papers.get(1).blocks().getFirst();
            Evidence evidence = new Evidence(block.range(), block.prose().text(), "Results");
            return List.of(new Answer(1, new DraftSentence("It does.", "It does.", Optional.empty(), List.of(evidence), true), 0.7));
        };
        console = new FakeConsole(folder, services);
        Files.writeString(folder.resolve("one.tex"), "First block.\n");
        Files.writeString(folder.resolve("two.tex"), "It does.\n");
    }

    @Test
    void anAnswerSaysInWhichPaperItStands() {
        assertEquals(0, console.run("ask", "What does the second say?", "one.tex", "two.tex"));
        assertEquals(List.of("It does.", "    two.tex:1:1 Results"), console.out().lines().toList());
    }

    @Test
    void jsonSaysWhetherSomethingWasFound() {
        assertEquals(0, console.run("ask", "--format", "json", "What does the second say?", "one.tex", "two.tex"));
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        assertTrue(json.get("found").getAsBoolean());
        JsonObject sentence = json.getAsJsonArray("answer").get(0).getAsJsonObject();
        assertEquals("two.tex", sentence.getAsJsonArray("evidence").get(0).getAsJsonObject().get("file").getAsString());
    }

    @Test
    void whatIsNotInTheTextIsSaidSo() {
        assertEquals(0, console.run("ask", "What is the weather?", "one.tex"));
        assertEquals("Not found in the text.", console.out().strip());
        console.run("ask", "--format", "json", "What is the weather?", "one.tex");
        assertFalse(JsonParser.parseString(console.out()).getAsJsonObject().get("found").getAsBoolean());
    }

    @Test
    void aQuestionWithoutPaperAndAStrangeLimitAreWrongUse() {
        assertEquals(ExitCode.WRONG_USE.number(), console.run("ask", "What?"));
        assertEquals(ExitCode.WRONG_USE.number(), console.run("ask", "--limit", "0", "What?", "one.tex"));
    }
}
