package org.scholion.assist.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.ProjectFiles;
import org.scholion.assist.ProjectSettings;
import org.scholion.assist.UserFiles;

class ProjectSettingsTest {

    @TempDir
    private Path folder;

    private UserFiles user;
    private ProjectFiles project;

    @BeforeEach
    void makeFolders() throws Exception {
        user = new UserFiles(folder.resolve("home"));
        project = new ProjectFiles(folder.resolve("paper"));
        Files.createDirectories(user.folder());
        Files.createDirectories(project.config().getParent());
    }

    private ProjectSettings load() {
        return ProjectSettings.load(user, Optional.of(project));
    }

    @Test
    void withoutFilesEverythingIsByDefault() throws Exception {
        Files.delete(project.config().getParent());
        assertEquals(CheckSettings.DEFAULT, load().settings());
        assertEquals(List.of(), load().problems());
    }

    @Test
    void theProjectStandsAboveTheUserAndListsAddUp() throws Exception {
        Files.writeString(user.config(), "language.default = en-GB\nrules.off = A\nlanguage = de\n");
        Files.writeString(project.config(), "# ours\nlanguage = fr_FR\nrules.off = B, C\nrules.on=D\ncategories = spelling, grammar\n");
        CheckSettings settings = load().settings();
        assertEquals(Optional.of("fr-FR"), settings.language());
        assertEquals("en-GB", settings.defaultLanguage());
        assertEquals(Set.of("A", "B", "C"), settings.rulesOff());
        assertEquals(Set.of("D"), settings.rulesOn());
        assertEquals(Set.of(Category.SPELLING, Category.GRAMMAR), settings.categories());
    }

    @Test
    void wordsAndIgnoredFindingsAreRead() throws Exception {
        Files.writeString(user.dictionary(), "\uFEFFalpha\n# a comment\nbeta # of the lab\n\n");
        Files.writeString(project.dictionary(), "C#\r\ngamma\r\n");
        Files.writeString(project.ignored(), "RULE\tsome words\nRULE\tothers\n");
        CheckSettings settings = load().settings();
        assertEquals(Set.of("alpha", "beta", "C#", "gamma"), settings.words());
        assertEquals(Map.of("RULE", Set.of("some words", "others")), settings.ignored());
    }

    @Test
    void aLineThatIsNotUnderstoodIsOneMessageWithItsPlaceAndTheRestIsUsed() throws Exception {
        Files.writeString(project.config(), "language = en-GB\nnonsense\nlangauge = de\ncategories = spelling, speling\n");
        Files.writeString(project.ignored(), "no tab\nRULE\twords\n");
        ProjectSettings loaded = load();
        assertEquals(Optional.of("en-GB"), loaded.settings().language());
        assertEquals(Set.of(Category.SPELLING), loaded.settings().categories());
        assertEquals(Set.of("words"), loaded.settings().ignored().get("RULE"));
        assertEquals(List.of(2, 3, 4, 1), loaded.problems().stream().map(ProjectSettings.SettingsProblem::line).toList());
        assertTrue(loaded.problems().getFirst().toString().startsWith(project.config() + ":2: "));
    }

    @Test
    void aFileThatIsNoTextIsLeftOut() throws Exception {
        Files.write(project.dictionary(), new byte[] {'a', (byte) 0xC3, (byte) 0x28});
        Files.writeString(project.config(), "language = de\n");
        assertEquals(1, load().problems().size());
        assertEquals(Optional.of("de"), load().settings().language());
    }

    @Test
    void aWordIsAddedOnceAndWhatStoodThereStays() throws Exception {
        Files.writeString(project.dictionary(), "# words\nalpha", StandardCharsets.UTF_8);
        project.addWord("Gödel");
        project.addWord("Gödel");
        assertEquals("# words\nalpha\nGödel\n", Files.readString(project.dictionary()));
    }

    @Test
    void addingMakesTheFolderAndLeavesNothingBeside() throws Exception {
        UserFiles fresh = new UserFiles(folder.resolve("a/b"));
        fresh.addWord("word");
        try (Stream<Path> files = Files.list(fresh.folder())) {
            assertEquals(List.of(fresh.dictionary()), files.toList());
        }
    }

    @Test
    void anIgnoredFindingComesBackFromTheFile() throws Exception {
        project.ignore("RULE", "the\tthe\nsame");
        assertTrue(load().settings().ignores("RULE", "the the same"));
    }
}
