package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;

class RulesCommandTest {

    @TempDir
    Path folder;

    @Test
    void theListHasARuleALine() {
        FakeConsole console = console();
        assertEquals(0, console.run("rules"));
        assertEquals("SPELL  A misspelling\nEXTRA  An extra off by default", console.out().strip().replace("\r", ""));
    }

    @Test
    void aRuleIsExplainedWithExamples() {
        FakeConsole console = console();
        assertEquals(0, console.run("rules", "SPELL"));
        assertTrue(console.out().contains("Readers stumble."), console.out());
        assertTrue(console.out().contains("Wrong: teh"), console.out());
        assertTrue(console.out().contains("Right: the"), console.out());
    }

    @Test
    void anUnknownRuleIsWrongUse() {
        assertEquals(2, console().run("rules", "NO_SUCH"));
    }

    @Test
    void jsonHoldsAllThatIsKnown() {
        FakeConsole console = console();
        console.run("rules", "--format", "json", "EXTRA");
        var rule = JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonArray("rules").get(0).getAsJsonObject();
        assertEquals("EXTRA", rule.get("id").getAsString());
        assertEquals("style", rule.get("category").getAsString());
        assertEquals(false, rule.get("on").getAsBoolean());
    }

    private FakeConsole console() {
        return new FakeConsole(folder, new FakeServices());
    }
}
