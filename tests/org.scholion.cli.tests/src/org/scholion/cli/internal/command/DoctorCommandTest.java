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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.command.Examination.Symptom;

class DoctorCommandTest {

    @TempDir
    Path folder;

    @Test
    void everythingMissingIsSaidWithAdviceAndFour() {
        FakeConsole console = new FakeConsole(folder, Services.NONE);
        assertEquals(4, console.run("doctor"));
        assertTrue(console.out().contains("✗ Checker"), console.out());
        assertTrue(console.out().contains("→ "), console.out());
    }

    @Test
    void jsonSaysTheSame() {
        FakeConsole console = new FakeConsole(folder, Services.NONE);
        assertEquals(4, console.run("doctor", "--format", "json"));
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals("1.2.3", json.get("version").getAsString());
        List<String> ids = json.getAsJsonArray("checks").asList().stream()
                .map(check -> check.getAsJsonObject().get("id").getAsString())
                .toList();
        assertTrue(ids.containsAll(List.of("java", "memory", "platform", "settings", "reader", "checker", "latex")), ids.toString());
    }

    @Test
    void toolsAreFoundOnThePath() throws Exception {
        Path tool = Files.writeString(folder.resolve("latexmk"), "");
        Symptom before = find("latex");
        assertFalse(before.works());
        assertFalse(before.advice().isEmpty());
        assertTrue(tool.toFile().setExecutable(true));
        assertTrue(find("latex").works());
        assertTrue(find("latex").detail().contains(tool.toString()));
    }

    private Symptom find(String id) {
        return new Examination(new FakeServices(), "1", Map.of("PATH", folder.toString()))
                .examine().stream().filter(symptom -> symptom.id().equals(id)).findFirst().orElseThrow();
    }
}
