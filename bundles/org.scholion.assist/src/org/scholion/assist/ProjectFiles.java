package org.scholion.assist;

import java.nio.file.Path;

/**
 * The files of a paper's folder that Scholion reads and writes; made to be committed.
 *
 * <p>{@code .scholion/dictionary.txt}: a word a line, {@code #} begins a comment. {@code .scholion/config.properties}: settings.
 * {@code .scholion/ignored.tsv}: rule id, tab, the words it is about.
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
}
