package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.assist.ProjectFiles;
import org.scholion.assist.UserFiles;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotEditor.Mark;
import org.scholion.ui.internal.fix.Fix;

/** With the real reader of LaTeX and the real checkers. */
class RealCheckTest extends WorkbenchTest {

    @Test
    void aMisspelledWordIsMarkedAndCorrected() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We compare the methods."), GENERIC);

        editor.navigateBehind("We compare the methods.").typeText(" The resullts are good.");

        waitForWords(editor, "resullts");
        editor.navigateTo("sullts");
        bot.waitUntil(() -> !paperOf(folder.resolve("paper.tex")).state().phase().isBusy(), "the check has ended", LONG);
        bot.command("org.scholion.ui.applyFirst");
        assertTrue(editor.getText().contains("The results are good."), editor.getText());
        waitForWords(editor);
    }

    @Test
    void aGrammaticalErrorIsMarkedInsideMarkup() throws IOException {
        BotEditor editor = open(paper("paper.tex", "It \\emph{are} known that $x$ grows."), GENERIC);

        waitForWords(editor, "are");
        assertTrue(editor.marks("org.scholion.ui.grammar").size() == 1, editor.marks("org.scholion.ui").toString());
    }

    @Test
    void aWordOfThePapersDictionaryIsNoMisspellingAnyMore() throws IOException {
        Path file = paper("paper.tex", "We use the frobnicatorr daily.");
        BotEditor editor = open(file, GENERIC);
        waitForWords(editor, "frobnicatorr");

        run(file, Fix.AddWord.class, true);

        waitForWords(editor);
        assertEquals(List.of("frobnicatorr"), linesOf(new ProjectFiles(folder).dictionary()));
    }

    @Test
    void aWordOfMyDictionaryIsNoMisspellingAnyMore() throws IOException {
        Path file = paper("paper.tex", "We use the frobnicatorr daily.");
        BotEditor editor = open(file, GENERIC);
        waitForWords(editor, "frobnicatorr");

        run(file, Fix.AddWord.class, false);

        waitForWords(editor);
        assertEquals(List.of("frobnicatorr"), linesOf(UserFiles.standard().dictionary()));
        assertTrue(Files.notExists(new ProjectFiles(folder).dictionary()));
    }

    @Test
    void aRuleIsSwitchedOffForThePaper() throws IOException {
        Path file = paper("paper.tex", "It are known that this holds.");
        BotEditor editor = open(file, GENERIC);
        waitForWords(editor, "are");

        run(file, Fix.SwitchOff.class, true);

        waitForWords(editor);
        assertTrue(Files.readString(new ProjectFiles(folder).config()).startsWith("rules.off = "));
    }

    @Test
    void aCitationWithoutAnEntryIsMarked() throws IOException {
        Files.writeString(folder.resolve("refs.bib"), "@article{knuth84, author={Knuth, Donald E.}, title={Literate}, year=1984}\n");
        BotEditor editor = open(paper("paper.tex", "As known~\\cite{knuth85}.", "\\bibliography{refs}"), GENERIC);

        bot.waitUntil(
                () -> editor.marks("org.scholion.ui").stream().anyMatch(mark -> mark.covered().contains("knuth85")),
                () -> "the key is marked: " + editor.marks("org.scholion.ui"),
                LONG);
    }

    private void run(Path file, Class<? extends Fix> kind, boolean forPaper) {
        bot.ask(() -> {
            Fix fix = paperOf(file).state().findings().stream()
                    .flatMap(placed -> Fix.of(placed).stream())
                    .filter(kind::isInstance)
                    .filter(one -> !(one instanceof Fix.AddWord add) || add.forPaper() == forPaper)
                    .findFirst()
                    .orElseThrow();
            ui.fixes().run(fix, bot.activeEditor().part().getSite().getPage());
            return null;
        });
    }

    private void waitForWords(BotEditor editor, String... words) {
        bot.waitUntil(
                () -> editor.marks("org.scholion.ui").stream().map(Mark::covered).toList().equals(List.of(words)),
                () -> "marks on " + List.of(words) + ", but " + editor.marks("org.scholion.ui"),
                LONG);
    }
}
