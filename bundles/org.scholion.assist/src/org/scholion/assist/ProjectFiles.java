package org.scholion.assist;

import java.io.IOException;
import java.nio.file.Path;
import org.scholion.assist.internal.settings.LineFile;

/**
 * The files of a paper's folder that Scholion reads and writes; made to be committed.
 *
 * <p>{@code .scholion/dictionary.txt}: a word a line, {@code #} begins a comment. {@code .scholion/config.properties}: settings, see
 * {@link ProjectSettings}. {@code .scholion/ignored.tsv}: rule id, tab, the words it is about. All are UTF-8.
 */
public record ProjectFiles(Path folder) {
    public Path dictionary() {
        return folder.resolve(".scholion").resolve("dictionary.txt");
    }

    public Path config() {
        return folder.resolve(".scholion").resolve("config.properties");
    }

    public Path ignored() {
        return folder.resolve(".scholion").resolve("ignored.tsv");
    }

    /**
     * Adds a word to the project's dictionary, unless it is there. The file is written beside and moved into place.
     *
     * @throws IOException when the file cannot be written; it is then as it was
     */
    public void addWord(String word) throws IOException {
        new LineFile(dictionary()).add(word.strip());
    }

    /**
     * Ignores a rule where it is about exactly these words, from now on and in this project. Written as {@link #addWord}.
     *
     * @param text as in the prose; line ends and tabs become spaces
     */
    public void ignore(String rule, String text) throws IOException {
        new LineFile(ignored()).add(rule + '\t' + LineFile.oneLine(text));
    }

    /** Switches a rule off in this project. Written as {@link #addWord}. */
    public void switchOff(String rule) throws IOException {
        new LineFile(config()).add("rules.off = " + rule);
    }
}
