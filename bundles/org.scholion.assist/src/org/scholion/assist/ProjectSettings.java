package org.scholion.assist;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.assist.internal.settings.SettingsReader;

/**
 * The settings of a paper, put together from the user's files and the project's; the project's stand above.
 *
 * <p>Keys of {@code config.properties}; lists are separated by commas, what is not there keeps its default:
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>meaning</th><th>default</th></tr>
 * <tr><td>{@code language}</td><td>BCP 47 tag that stands above what the paper declares</td><td>as the paper declares</td></tr>
 * <tr><td>{@code language.default}</td><td>BCP 47 tag for papers that declare none</td><td>{@code en-US}</td></tr>
 * <tr><td>{@code categories}</td><td>what is wanted: {@code spelling}, {@code grammar}, {@code style}, {@code consistency},
 *     {@code citation}</td><td>all</td></tr>
 * <tr><td>{@code rules.off}</td><td>ids of rules that are not wanted; adds up</td><td>none</td></tr>
 * <tr><td>{@code rules.on}</td><td>ids of rules that are off by default and wanted; adds up</td><td>none</td></tr>
 * </table>
 *
 * @param settings what could be understood, defaults for the rest
 * @param problems what could not
 */
public record ProjectSettings(CheckSettings settings, List<SettingsProblem> problems) {

    /**
     * A line of a file that was left out.
     *
     * @param file the file
     * @param line 1-based; 0 for the file as a whole
     * @param message one sentence for the author
     */
    public record SettingsProblem(Path file, int line, String message) {
        @Override
        public String toString() {
            return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
        }
    }

    public ProjectSettings {
        problems = List.copyOf(problems);
    }

    /**
     * Reads the files that are there. A missing one is no problem; of one that cannot be read, the rest is used.
     *
     * @param project of the paper's folder; empty for a text that is no file
     */
    public static ProjectSettings load(UserFiles user, Optional<ProjectFiles> project) {
        SettingsReader reader = new SettingsReader();
        reader.words(user.dictionary());
        reader.config(user.config());
        project.ifPresent(files -> {
            reader.words(files.dictionary());
            reader.config(files.config());
            reader.ignored(files.ignored());
        });
        return new ProjectSettings(reader.settings(), reader.problems());
    }
}
