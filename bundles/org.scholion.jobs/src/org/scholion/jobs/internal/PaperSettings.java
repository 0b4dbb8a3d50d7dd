package org.scholion.jobs.internal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.ProjectFiles;
import org.scholion.assist.ProjectSettings;
import org.scholion.assist.UserFiles;
import org.scholion.jobs.ScholionSettings;

/** Puts the author's preferences together with the files of the author and of the paper's folder. */
final class PaperSettings {

    private PaperSettings() {}

    /**
     * How a paper is checked. Rules that are off or on anywhere are off or on; a category is looked for when both want it; of languages
     * the files' stand above the preferences'.
     */
    static CheckSettings of(ScholionSettings preferences, UserFiles user, Path folder) {
        CheckSettings files = ProjectSettings.load(user, Optional.of(new ProjectFiles(folder))).settings();
        Set<Category> categories = new HashSet<>(files.categories());
        categories.retainAll(preferences.categories());
        boolean filesName = !files.defaultLanguage().equals(CheckSettings.DEFAULT.defaultLanguage());
        return new CheckSettings(
                categories,
                files.language().or(preferences::language),
                filesName ? files.defaultLanguage() : preferences.defaultLanguage(),
                union(files.rulesOff(), preferences.rulesOff()),
                union(files.rulesOn(), preferences.rulesOn()),
                files.words(),
                files.ignored());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
