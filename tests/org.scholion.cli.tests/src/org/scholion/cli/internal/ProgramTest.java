package org.scholion.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.CheckService;
import org.scholion.assist.RuleCatalogue;
import org.scholion.jobs.JobExecutor;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.ManuscriptWriter;

class ProgramTest {

    @TempDir
    Path folder;

    private FakeServices services;
    private FakeConsole console;

    @BeforeEach
    void setUp() {
        services = new FakeServices();
        console = new FakeConsole(folder, services);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpListsTheCommands(String word) {
        assertEquals(0, console.run(word));
        for (String command : new String[] {"check", "fix", "prose", "rules", "doctor"}) {
            assertTrue(console.out().contains("\n  " + command + " "), console.out());
        }
        assertEquals("", console.err());
    }

    @Test
    void nothingAtAllShowsTheHelp() {
        assertEquals(0, console.run());
        assertTrue(console.out().contains("scholion COMMAND"), console.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "fix", "prose", "rules", "doctor"})
    void eachCommandHasHelp(String command) {
        assertEquals(0, console.run(command, "--help"));
        String help = console.out();
        assertTrue(help.startsWith("Usage: scholion " + command), help);
        assertEquals(0, console.run("help", command));
        assertEquals(help, console.out());
    }

    @Test
    void versionIsOneLine() {
        assertEquals(0, console.run("--version"));
        assertEquals("Scholion 1.2.3", console.out().strip());
    }

    @Test
    void unknownCommandNamesTheOnesThereAre() {
        assertEquals(2, console.run("paper.tex"));
        assertTrue(console.err().contains("check, fix, cite, abstract, summarise, ask, prose, rules, models, library, convert, doctor"), console.err());
        assertTrue(console.err().contains("scholion check paper.tex"), console.err());
        assertEquals("", console.out());
    }

    @Test
    void optionBeforeTheCommandIsWrongUse() {
        assertEquals(2, console.run("--format", "json", "check"));
        assertTrue(console.err().contains("--format"), console.err());
    }

    @Test
    void unknownOptionIsNamed() {
        assertEquals(2, console.run("check", "--colour", "paper.tex"));
        assertTrue(console.err().contains("There is no option --colour."), console.err());
        assertTrue(console.err().contains("scholion check --help"), console.err());
    }

    @Test
    void missingFileArgumentIsNamed() {
        assertEquals(2, console.run("check"));
        assertTrue(console.err().contains("FILE is missing."), console.err());
    }

    @Test
    void missingValueNamesTheOption() {
        assertEquals(2, console.run("check", "paper.tex", "--format"));
        assertTrue(console.err().contains("--format is missing."), console.err());
    }

    @Test
    void wrongChoiceNamesTheChoices() {
        assertEquals(2, console.run("check", "--format", "xml", "paper.tex"));
        assertTrue(console.err().contains("text, json, sarif, html"), console.err());
    }

    @Test
    void wrongLanguageIsWrongUse() {
        assertEquals(2, console.run("check", "--language", "english!", "paper.tex"));
        assertTrue(console.err().contains("en-GB"), console.err());
    }

    @Test
    void missingCheckServiceGivesFour() throws Exception {
        Files.writeString(folder.resolve("paper.tex"), "Text.");
        assertEquals(4, new FakeConsole(folder, Services.NONE).run("check", "paper.tex"));
    }

    @Test
    void interruptionGives130AndPrintsNothing() throws Exception {
        Files.writeString(folder.resolve("paper.tex"), "teh text");
        boolean[] interrupted = {false};
        services.onCheck = () -> interrupted[0] = true;
        console.cancel = () -> interrupted[0];
        assertEquals(130, console.run("check", "paper.tex"));
        assertEquals("", console.out());
    }

    @Test
    void defectIsReportedWithoutAStackTrace() throws Exception {
        Files.writeString(folder.resolve("paper.tex"), "teh text");
        Services broken = new Services() {
            @Override
            public List<ManuscriptReader> readers() {
                return services.readers();
            }

            @Override
            public List<ManuscriptWriter> writers() {
                return services.writers();
            }

            @Override
            public Optional<CheckService> checkService() {
                throw new IllegalStateException("broken inside");
            }

            @Override
            public List<BlockAssistant> blockAssistants() {
                return List.of();
            }

            @Override
            public List<RuleCatalogue> ruleCatalogues() {
                return List.of();
            }

            @Override
            public Optional<JobExecutor> jobExecutor() {
                return Optional.empty();
            }
        };
        FakeConsole failing = new FakeConsole(folder, broken);
        assertEquals(4, failing.run("check", "paper.tex"));
        assertTrue(failing.err().contains("broken inside"), failing.err());
        assertFalse(failing.err().contains("\tat "), failing.err());
    }
}
