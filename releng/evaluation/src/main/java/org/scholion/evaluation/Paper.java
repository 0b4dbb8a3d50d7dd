package org.scholion.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.latex.internal.LatexReader;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * A published paper.
 *
 * @param name of its folder
 * @param root its main file
 * @param manuscript as it was published
 */
record Paper(String name, Path root, Manuscript manuscript) {

    private static final LatexReader READER = new LatexReader();

    /** The English papers below a folder, in the order of their names. */
    static List<Paper> english(Path papers, int atMost) throws IOException, ManuscriptException, CancelledException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(papers)) {
            folders = all.filter(folder -> Files.exists(folder.resolve("origin.json"))).sorted().toList();
        }
        List<Paper> english = new ArrayList<>();
        for (Path folder : folders) {
            String origin = Files.readString(folder.resolve("origin.json"));
            if (english.size() < atMost && FalseAlarms.field(origin, "language").equals("en")) {
                Path root = folder.resolve(FalseAlarms.field(origin, "main")).toAbsolutePath().normalize();
                english.add(new Paper(folder.getFileName().toString(), root, read(root, OpenTexts.NONE)));
            }
        }
        return english;
    }

    /** The paper as it is with other texts of its files. */
    Manuscript with(OpenTexts texts) throws ManuscriptException, CancelledException {
        return read(root, texts);
    }

    private static Manuscript read(Path root, OpenTexts texts) throws ManuscriptException, CancelledException {
        return READER.read(root, texts, CancelToken.NEVER);
    }
}
