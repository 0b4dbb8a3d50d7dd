package org.scholion.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.endtoend.Product.Result;

class StartTest {

    private static final Duration IN_THE_MIDDLE = Duration.ofMillis(2500);
    private static final int LIMIT_SECONDS = 120;

    @TempDir
    Path folder;

    private Product scholion;

    @BeforeEach
    void setUp() throws Exception {
        scholion = Product.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
    void helpIsEnglishInTheCLocale(String locale) throws Exception {
        Result result = scholion.with("LC_ALL", locale).run("--help");
        assertEquals(0, result.code(), result.err());
        for (String command : List.of("check", "fix", "prose", "rules", "doctor")) {
            assertTrue(result.out().contains("\n  " + command + " "), result.out());
        }
        assertEquals("", result.err());
    }

    @Test
    void helpIsChineseInAChineseLocale() throws Exception {
        Result result = scholion.with("LC_ALL", "").with("LANG", "zh_CN.UTF-8").run("check", "--help");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("用法"), result.out());
    }

    @Test
    void versionIsOneLine() throws Exception {
        assertTrue(scholion.run("--version").out().matches("Scholion \\d+\\.\\d+\\.\\d+\\S*\\R"));
    }

    @Test
    void wrongUseGivesTwo() throws Exception {
        Result result = scholion.run("check", "--no-such-option", "paper.tex");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("--no-such-option"), result.err());
        assertEquals("", result.out());
    }

    @Test
    void doctorFindsAllThatCheckingNeeds() throws Exception {
        Result result = scholion.run("doctor", "--format", "json");
        assertEquals(0, result.code(), result.out());
        for (JsonNode check : new ObjectMapper().readTree(result.out()).get("checks")) {
            assertTrue(check.get("works").asBoolean() || !check.get("needed").asBoolean(), check.toString());
        }
    }

    @Test
    void rulesAreListedAndExplained() throws Exception {
        Result list = scholion.run("rules", "--format", "json");
        JsonNode rules = new ObjectMapper().readTree(list.out()).get("rules");
        assertTrue(rules.size() > 5, list.out());
        String id = rules.get(0).get("id").asText();
        assertTrue(scholion.run("rules", id).out().contains(rules.get(0).get("wrong").asText()));
    }

    @Test
    void proseSaysWhereItStands() throws Exception {
        Papers.write(folder.resolve("paper.tex"), Papers.PAPER);
        Result text = scholion.run("prose", "--map", "paper.tex");
        assertTrue(text.out().contains("paper.tex:4:1\tparagraph\tWe measure the energy ⟨"), text.out());
        JsonNode blocks = new ObjectMapper().readTree(scholion.run("prose", "--format", "json", "paper.tex").out()).get("blocks");
        assertEquals("heading", blocks.get(0).get("kind").asText());
        assertEquals("Introduction", blocks.get(0).get("text").asText());
    }

    @Test
    void aReaderThatGoesAwayIsNoError() throws Exception {
        Papers.write(folder.resolve("paper.tex"), Papers.longPaper(20_000));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Path nothing = Files.createFile(folder.resolve("in.txt"));
        Process process = scholion.start(
                nothing, out, err, List.of("sh", "-c", "\"$@\" | head -n 1", "sh"), "prose", "paper.tex");
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals(1, Files.readAllLines(out).size());
        assertEquals("", Files.readString(err));
    }

    @Test
    void anInterruptionGives130AndWritesNothing() throws Exception {
        Path env = Path.of("/usr/bin/env");
        assumeTrue(Files.isExecutable(env) && restoresSignals(env), "no env that restores signals");
        String paper = Papers.longPaper(60_000);
        Papers.write(folder.resolve("paper.tex"), paper);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Path nothing = Files.createFile(folder.resolve("in.txt"));
        assertEquals(0, scholion.run("--version").code());
        Process process = scholion.start(
                nothing, out, err, List.of(env.toString(), "--default-signal=INT"), "fix", "--all", "--yes", "paper.tex");
        while (process.isAlive() && process.info().totalCpuDuration().orElse(Duration.ZERO).compareTo(IN_THE_MIDDLE) < 0) {
            assertTrue(!process.waitFor(20, TimeUnit.MILLISECONDS), "it ended before it could be interrupted");
        }
        long start = System.nanoTime();
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue());
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos(), "slow to end");
        assertEquals("", Files.readString(out));
        assertEquals("", Files.readString(err));
        assertEquals(paper, Files.readString(folder.resolve("paper.tex")));
    }

    private static boolean restoresSignals(Path env) throws Exception {
        return new ProcessBuilder(env.toString(), "--default-signal=INT", "true").start().waitFor() == 0;
    }
}
