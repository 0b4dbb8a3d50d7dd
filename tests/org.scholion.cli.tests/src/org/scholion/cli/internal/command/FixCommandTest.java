package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.cli.internal.Console.Stream;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;

class FixCommandTest {

    private static final String PAPER = "\\documentclass{a}\n\nWe read teh datas\nand utilize them.\n";

    @TempDir
    Path folder;

    private FakeConsole console;

    @BeforeEach
    void setUp() throws Exception {
        console = new FakeConsole(folder, new FakeServices());
        Files.writeString(folder.resolve("paper.tex"), PAPER);
    }

    @Test
    void withoutATerminalItShowsTheChangesAndWritesNothing() throws Exception {
        assertEquals(0, console.run("fix", "paper.tex"));
        assertEquals(
                """
                --- paper.tex
                +++ paper.tex
                @@ -1,4 +1,4 @@
                 \\documentclass{a}
                \s
                -We read teh datas
                +We read the datas
                 and utilize them.
                """,
                console.out());
        assertTrue(console.err().contains("--yes"), console.err());
        assertEquals(PAPER, paper());
    }

    @Test
    void yesAppliesTheSureOnesWithoutADiff() throws Exception {
        assertEquals(0, console.run("fix", "--yes", "paper.tex"));
        assertEquals("", console.out());
        assertEquals(PAPER.replace("teh", "the"), paper());
        assertTrue(console.err().contains("One change written to paper.tex; 2 findings were left."), console.err());
    }

    @Test
    void allAppliesTheFirstReplacementOfEach() throws Exception {
        console.run("fix", "--all", "--yes", "paper.tex");
        assertEquals(PAPER.replace("teh", "the").replace("datas", "data").replace("utilize", "use"), paper());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "YES\n", "是\n"})
    void anAnswerAtTheTerminalDecides(String answer) throws Exception {
        console.terminals = Set.of(Stream.IN, Stream.ERR);
        console.in = answer;
        assertEquals(0, console.run("fix", "paper.tex"));
        assertTrue(console.out().contains("+We read the datas"), console.out());
        assertEquals(PAPER.replace("teh", "the"), paper());
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n", ""})
    void anythingElseAtTheTerminalWritesNothing(String answer) throws Exception {
        console.terminals = Set.of(Stream.IN, Stream.ERR);
        console.in = answer;
        assertEquals(0, console.run("fix", "paper.tex"));
        assertEquals(PAPER, paper());
    }

    @Test
    void outputLeavesThePaperAsItIs() throws Exception {
        console.run("fix", "--yes", "-o", "fixed.tex", "paper.tex");
        assertEquals(PAPER, paper());
        assertEquals(PAPER.replace("teh", "the"), Files.readString(folder.resolve("fixed.tex")));
    }

    @Test
    void aBackupKeepsEachFileThatIsChangedAndReplacesNoOther() throws Exception {
        Files.writeString(folder.resolve("paper.tex"), PAPER + "\\input{part.tex}\\input{clean.tex}");
        Files.writeString(folder.resolve("part.tex"), "Here is teh part.");
        Files.writeString(folder.resolve("clean.tex"), "Fine.");
        Files.writeString(folder.resolve("paper.backup.tex"), "an older one");
        String before = paper();
        assertEquals(0, console.run("fix", "--yes", "--backup", "paper.tex"), console.err());
        assertEquals("an older one", Files.readString(folder.resolve("paper.backup.tex")));
        assertEquals(before, Files.readString(folder.resolve("paper.backup2.tex")));
        assertEquals("Here is teh part.", Files.readString(folder.resolve("part.backup.tex")));
        assertFalse(Files.exists(folder.resolve("clean.backup.tex")));
        assertEquals(before.replace("teh", "the"), paper());
        assertTrue(console.err().contains("paper.backup2.tex") && console.err().contains("part.backup.tex"), console.err());
    }

    @Test
    void withoutAChangeThereIsNoBackup() throws Exception {
        Files.writeString(folder.resolve("clean.tex"), "\\documentclass{a} Fine.");
        assertEquals(0, console.run("fix", "--yes", "--backup", "clean.tex"));
        assertFalse(Files.exists(folder.resolve("clean.backup.tex")));
    }

    @Test
    void aBackupOfWhatStaysAsItIsIsRefused() {
        assertEquals(2, console.run("fix", "--yes", "--backup", "-o", "out.tex", "paper.tex"));
        assertTrue(console.err().contains("--backup"), console.err());
        assertEquals(2, console.run("fix", "--backup", "-"));
    }

    @Test
    void outputIsWrittenEvenWhenNothingChanges() throws Exception {
        Files.writeString(folder.resolve("clean.tex"), "\\documentclass{a} Fine.");
        assertEquals(0, console.run("fix", "-o", "copy.tex", "clean.tex"));
        assertEquals("\\documentclass{a} Fine.", Files.readString(folder.resolve("copy.tex")));
    }

    @Test
    void jsonNamesWhatWasAppliedSkippedAndWritten() {
        assertEquals(0, console.run("fix", "--yes", "--format", "json", "paper.tex"));
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals(List.of("applied", "skipped", "output"), List.copyOf(json.keySet()));
        assertEquals(1, json.getAsJsonArray("applied").size());
        assertEquals(2, json.getAsJsonArray("skipped").size());
        assertEquals("paper.tex", json.get("output").getAsString());
    }

    @Test
    void jsonWithoutYesWritesNothingAndShowsTheChangesElsewhere() throws Exception {
        console.run("fix", "--format", "json", "paper.tex");
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals(0, json.getAsJsonArray("applied").size());
        assertEquals(3, json.getAsJsonArray("skipped").size());
        assertTrue(json.get("output").isJsonNull());
        assertTrue(console.err().contains("+We read the datas"), console.err());
        assertEquals(PAPER, paper());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--track-changes", "--comments", "--plain"})
    void optionsForWordAreRefusedForLatex(String option) {
        assertEquals(2, console.run("fix", option, "paper.tex"));
        assertTrue(console.err().contains(option), console.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--track-changes", "--comments"})
    void plainChangesLeaveNoTraceAndThusNoComment(String option) {
        assertEquals(2, console.run("fix", option, "--plain", "paper.tex"));
        assertTrue(console.err().contains("--plain"), console.err());
        assertTrue(console.err().contains(option), console.err());
    }

    @Test
    void aFolderIsWrongUse() {
        assertEquals(2, console.run("fix", "."));
    }

    @Test
    void aMissingFileGivesThree() {
        assertEquals(3, console.run("fix", "--yes", "gone.tex"));
        assertTrue(console.err().contains("gone.tex"), console.err());
    }

    @Test
    void twoFilesAreWrongUse() {
        assertEquals(2, console.run("fix", "a.tex", "b.tex"));
    }

    @Test
    void includedFilesAreCorrectedToo() throws Exception {
        Files.writeString(folder.resolve("main.tex"), "\\documentclass{a} \\input{part.tex}");
        Files.writeString(folder.resolve("part.tex"), "teh");
        console.run("fix", "--yes", "main.tex");
        assertEquals("the", Files.readString(folder.resolve("part.tex")));
    }

    @Test
    void ofAPartOnlyThePartIsChanged() throws Exception {
        Files.writeString(folder.resolve("main.tex"), "\\documentclass{a} teh \\input{part.tex}");
        Files.writeString(folder.resolve("part.tex"), "% !TEX root = main.tex\nteh");
        console.run("fix", "--yes", "part.tex");
        assertTrue(Files.readString(folder.resolve("main.tex")).contains("teh"));
        assertTrue(Files.readString(folder.resolve("part.tex")).endsWith("the"));
    }

    @Test
    void standardInputGoesToStandardOutput() {
        console.in = "\\section{A}\r\nteh\r\n";
        assertEquals(0, console.run("fix", "-"));
        assertEquals("\\section{A}\r\nthe\r\n", console.out());
    }

    @Test
    void standardInputWithJsonNeedsAFile() throws Exception {
        console.in = "\\emph{x} teh";
        assertEquals(2, console.run("fix", "--format", "json", "-"));
        assertEquals(0, console.run("fix", "--format", "json", "-o", "out.tex", "-"));
        assertEquals("\\emph{x} the", Files.readString(folder.resolve("out.tex")));
        assertEquals("out.tex", JsonParser.parseString(console.out()).getAsJsonObject().get("output").getAsString());
    }

    @Test
    void asTextEachLineIsATextOfItsOwn() {
        console.in = "teh first\n\n  datas \\emph{teh}  second\r\nno end teh";
        assertEquals(0, console.run("fix", "--format", "text", "-"));
        assertEquals("the first\n\n  datas \\emph{the}  second\r\nno end the", console.out());
        assertEquals("", console.err());
    }

    @Test
    void asTextAllAndOutputWorkAsForPapers() throws Exception {
        console.in = "teh datas\n";
        assertEquals(0, console.run("fix", "--format", "text", "--all", "-o", "lines.txt", "-"));
        assertEquals("the data\n", Files.readString(folder.resolve("lines.txt")));
        assertEquals("", console.out());
    }

    @Test
    void aReplacementWithALineEndKeepsTheNumberOfLines() {
        FakeServices services =
                new FakeServices(Map.of("ab", FakeServices.spelling("R", "m", 1, true, "a\nb")), List.of(), List.of());
        FakeConsole lines = new FakeConsole(folder, services);
        lines.in = "ab\ncd\n";
        lines.run("fix", "--format", "text", "-");
        assertEquals("a b\ncd\n", lines.out());
    }

    @Test
    void manyLinesKeepTheirOrderWhenSeveralThreadsWork() {
        FakeServices services = new FakeServices();
        services.parallelism = 3;
        FakeConsole lines = new FakeConsole(folder, services);
        StringBuilder in = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            in.append("line ").append(i).append(" of teh text\n");
        }
        lines.in = in.toString();
        assertEquals(0, lines.run("fix", "--format", "text", "-"));
        assertEquals(in.toString().replace("teh", "the"), lines.out());
    }

    @Test
    void aDefectInALineIsNoResult() {
        FakeServices services = new FakeServices();
        services.onCheck = () -> {
            throw new IllegalStateException("broken inside");
        };
        FakeConsole lines = new FakeConsole(folder, services);
        lines.in = "a\nb\n";
        assertEquals(4, lines.run("fix", "--format", "text", "-"));
        assertEquals("", lines.out());
    }

    @Test
    void nothingToDoIsSaid() throws Exception {
        Files.writeString(folder.resolve("clean.tex"), "\\documentclass{a} datas");
        assertEquals(0, console.run("fix", "clean.tex"));
        assertTrue(console.err().contains("Nothing to apply; one finding needs a look"), console.err());
        assertFalse(console.out().contains("@@"), console.out());
    }

    private String paper() throws Exception {
        return Files.readString(folder.resolve("paper.tex"));
    }
}
