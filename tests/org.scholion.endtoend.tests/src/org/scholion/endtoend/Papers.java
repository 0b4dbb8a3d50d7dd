package org.scholion.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small papers with a few mistakes. */
final class Papers {

    /** Line ends of two kinds, letters outside the BMP, a misspelling in the sixth line. */
    static final String PAPER =
            """
            \\documentclass{article}
            \\begin{document}
            \\section{Introduction}
            We measure the energy $E = mc^2$ of the symbol 𝒳 in every experiment of this series.\r
            % a comment about teh enviroment
            The \\emph{enviroment} of the sensors was cold, and all of them were calibrated before.
            The results of the the first night are shown in the next section.
            \\end{document}
            """;

    private Papers() {}

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A paper of two files in a folder of its own. */
    static void writeParts(Path folder) throws IOException {
        write(
                folder.resolve("main.tex"),
                """
                \\documentclass{article}
                \\begin{document}
                \\section{One}
                The first sentence has no mistake in it.
                \\input{part}
                \\end{document}
                """);
        write(folder.resolve("part.tex"), "The enviroment of the second file was colder than that of the first one.\n");
    }

    /** About {@code words} words without a mistake. */
    static String longPaper(int words) {
        StringBuilder text = new StringBuilder("\\documentclass{article}\n\\begin{document}\n");
        for (int i = 0; i < words / 20; i++) {
            text.append("In the experiment with number ").append(1000 + i).append(" the temperature of the room rose slowly,")
                    .append(" and the sensors near the window showed it first.\n\n");
        }
        return text.append("\\end{document}\n").toString();
    }
}
