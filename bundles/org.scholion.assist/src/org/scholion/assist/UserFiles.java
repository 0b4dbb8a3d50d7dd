package org.scholion.assist;

import java.io.IOException;
import java.nio.file.Path;
import org.scholion.system.UserFolders;
import org.scholion.assist.internal.settings.LineFile;

/**
 * The files of a user that hold for all of his papers.
 *
 * @param folder where they are; need not exist
 */
public record UserFiles(Path folder) {

    /** Those of this user on this machine. */
    public static UserFiles standard() {
        return new UserFiles(UserFolders.standard().settings());
    }

    /** The user's words, in the form of {@link ProjectFiles#dictionary()}. */
    public Path dictionary() {
        return folder.resolve("dictionary.txt");
    }

    /** Settings for papers that say nothing else, in the form of {@link ProjectFiles#config()}. */
    public Path config() {
        return folder.resolve("config.properties");
    }

    /** Adds a word to the user's dictionary, as {@link ProjectFiles#addWord} does. */
    public void addWord(String word) throws IOException {
        new LineFile(dictionary()).add(word.strip());
    }
}
