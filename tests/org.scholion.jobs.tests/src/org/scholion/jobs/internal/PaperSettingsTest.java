package org.scholion.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.ProjectFiles;
import org.scholion.assist.UserFiles;
import org.scholion.jobs.ScholionSettings;

class PaperSettingsTest {

    @TempDir
    Path folder;

    @Test
    void withoutFilesThePreferencesHold() {
        CheckSettings settings = settings(ScholionSettings.DEFAULT.withRules(Set.of("A"), Set.of("B")));

        assertEquals(Set.of("A"), settings.rulesOff());
        assertEquals(Set.of("B"), settings.rulesOn());
        assertEquals(Optional.empty(), settings.language());
        assertEquals("en-US", settings.defaultLanguage());
    }

    @Test
    void wordsAndIgnoredFindingsOfThePaperAndTheUserAddUp() throws IOException {
        project().addWord("Scholion");
        user().addWord("Tycho");
        project().ignore("RULE", "two  words");

        CheckSettings settings = settings(ScholionSettings.DEFAULT);

        assertEquals(Set.of("Scholion", "Tycho"), settings.words());
        assertEquals(Map.of("RULE", Set.of("two words")), settings.ignored());
    }

    @Test
    void rulesThatThePaperSwitchesOffAddToThoseOfTheUser() throws IOException {
        project().switchOff("P");
        project().switchOff("Q");

        assertEquals(Set.of("P", "Q", "U"), settings(ScholionSettings.DEFAULT.withRules(Set.of("U"), Set.of())).rulesOff());
    }

    @Test
    void theLanguageOfThePaperStandsAboveThatOfTheUser() throws IOException {
        Files.createDirectories(project().config().getParent());
        Files.writeString(project().config(), "language = de-AT\nlanguage.default = fr\ncategories = spelling, style\n");
        ScholionSettings own = new ScholionSettings(
                true, 250, Optional.of("en-GB"), "en-GB", Set.of(Category.SPELLING, Category.GRAMMAR), Set.of(), Set.of(), 100);

        CheckSettings settings = settings(own);

        assertEquals(Optional.of("de-AT"), settings.language());
        assertEquals("fr", settings.defaultLanguage());
        assertEquals(Set.of(Category.SPELLING), settings.categories());
    }

    private CheckSettings settings(ScholionSettings own) {
        return PaperSettings.of(own, user(), folder);
    }

    private ProjectFiles project() {
        return new ProjectFiles(folder);
    }

    private UserFiles user() {
        return new UserFiles(folder.resolve("user"));
    }
}
