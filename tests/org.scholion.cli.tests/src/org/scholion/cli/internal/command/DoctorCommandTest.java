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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.command.Examination.Symptom;
import org.scholion.manuscript.Block;
import org.scholion.text.CancelToken;

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

    @Test
    void anAssistantWithoutItsModelIsNeededOnlyWhereNoOtherDoesItsWork() {
        FakeServices services = new FakeServices();
        BlockAssistant rules = assistant("Rules", "en", Category.GRAMMAR);
        BlockAssistant model = assistant("Model", "", Category.GRAMMAR);
        services.assistants = List.of(rules, model, assistant("Speller", "", Category.SPELLING));
        Map<String, Symptom> found = new Examination(services, "1", Map.of())
                .examine().stream().collect(Collectors.toMap(Symptom::id, Function.identity()));

        assertTrue(found.get("assistant:Rules").works());
        assertFalse(found.get("assistant:Model").works());
        assertFalse(found.get("assistant:Model").needed());
        assertEquals("", found.get("assistant:Model").advice());
        assertTrue(found.get("assistant:Speller").needed());
        assertTrue(found.get("assistant:Speller").advice().contains("en-US"));
    }

    /** One that judges languages that begin so; none where that is empty. */
    private static BlockAssistant assistant(String name, String language, Category category) {
        return new BlockAssistant() {
            @Override
            public Origin origin() {
                return new Origin(name, "1");
            }

            @Override
            public Set<Category> categories() {
                return Set.of(category);
            }

            @Override
            public boolean supports(String tag) {
                return !language.isEmpty() && tag.startsWith(language);
            }

            @Override
            public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel) {
                return List.of();
            }
        };
    }

    private Symptom find(String id) {
        return new Examination(new FakeServices(), "1", Map.of("PATH", folder.toString()))
                .examine().stream().filter(symptom -> symptom.id().equals(id)).findFirst().orElseThrow();
    }
}
