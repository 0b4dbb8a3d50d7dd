package org.scholion.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.endtoend.Product.Result;

/** From a paper to its abstract, and back to the places that it comes from. */
class DraftsTest {

    private static final String SECTIONS = """
            \\section{Introduction}
            Buildings that stand empty at night lose heat that has to be made up for every morning \\cite{a}.
            In this paper we present a network of \\emph{low-cost} sensors that records how a lecture hall cools at night.
            """;
    private static final String PAPER = """
            \\documentclass{article}
            \\title{How a Lecture Hall Cools at Night}
            \\begin{document}
            \\maketitle
            \\begin{abstract}The model explains 97 percent of the variance.\\end{abstract}
            \\input{introduction}
            \\section{Results}
            A model with one time constant $\\tau$ explains 94\\,\\% of the variance of the temperatures in the lecture hall.
            However, a model with two time constants reduces the error by half.
            \\section{Conclusion}
            We conclude that the heating of the lecture hall may be switched off two hours earlier than today.
            \\end{document}
            """;

    @TempDir
    Path folder;

    private Product scholion;

    @BeforeEach
    void setUp() throws Exception {
        scholion = Product.in(folder);
        Files.writeString(folder.resolve("introduction.tex"), SECTIONS);
        Files.writeString(folder.resolve("paper.tex"), PAPER);
    }

    @Test
    void anAbstractPointsToTheSentencesThatItIsMadeOf() throws Exception {
        JsonNode draft = json(scholion.run("abstract", "--words", "80", "--format", "json", "paper.tex"));
        assertTrue(draft.get("sentences").size() >= 3, draft.toString());
        int words = 0;
        boolean other = false;
        for (JsonNode sentence : draft.get("sentences")) {
            words += sentence.get("text").asText().split(" ").length;
            JsonNode evidence = sentence.get("evidence").get(0);
            String source = Files.readString(folder.resolve(evidence.get("file").asText()), StandardCharsets.UTF_8);
            int start = evidence.get("offset").asInt();
            String there = source.substring(start, start + evidence.get("length").asInt());
            String firstWord = evidence.get("text").asText().split(" ")[0];
            assertTrue(there.startsWith(firstWord), there + " / " + evidence);
            other |= evidence.get("file").asText().equals("introduction.tex");
            assertFalse(sentence.get("markup").asText().contains("\\cite"), sentence.toString());
        }
        assertTrue(words <= 80, draft.toString());
        assertTrue(other, draft.toString());
        assertTrue(draft.get("sentences").toString().contains("$\\\\tau$"), draft.toString());
        assertFalse(draft.toString().contains("97 percent"), draft.toString());
    }

    @Test
    void aSectionIsSummarisedAndOneThatIsNotThereIsNamed() throws Exception {
        Result line = scholion.run("summarise", "--section", "Conclusion", "--length", "line", "paper.tex");
        assertEquals(
                List.of("We conclude that the heating of the lecture hall may be switched off two hours earlier than today."),
                line.out().lines().toList());
        Result missing = scholion.run("summarise", "--section", "Outlook", "paper.tex");
        assertEquals(3, missing.code());
        assertTrue(missing.err().contains("Outlook"), missing.err());
    }

    @Test
    void aNumberThatOnlyTheAbstractHasIsAFinding() throws Exception {
        JsonNode findings = json(scholion.run("check", "--only", "consistency", "--format", "json", "paper.tex")).get("findings");
        assertTrue(findings.findValuesAsText("rule").contains("ABSTRACT_NUMBER"), findings.toString());
    }

    private static JsonNode json(Result result) throws IOException {
        assertEquals(0, result.code(), result.err());
        return new ObjectMapper().readTree(result.out());
    }
}
