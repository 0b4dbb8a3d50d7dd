package org.scholion.manuscript.latex.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Prose;
import org.scholion.text.CancelToken;

/** A paper in a folder of its own, as tests write it. */
final class Project {

    final Path folder;
    final LatexReader reader = new LatexReader();

    Project(Path folder) {
        this.folder = folder;
    }

    Project file(String name, String text) {
        return file(name, text, StandardCharsets.UTF_8);
    }

    Project file(String name, String text, Charset charset) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(charset));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Manuscript read() {
        return read("main.tex");
    }

    Manuscript read(String name) {
        try {
            return reader.read(path(name), OpenTexts.NONE, CancelToken.NEVER);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Reads a body in an article, with a preamble. */
    Manuscript body(String preamble, String body) {
        file("main.tex", "\\documentclass{article}\n" + preamble + "\n\\begin{document}\n" + body + "\n\\end{document}\n");
        return read();
    }

    /** The prose of the paragraphs of a body; placeholders are {@code ▯}. */
    String prose(String body) {
        return prose("", body);
    }

    String prose(String preamble, String body) {
        return String.join("|", texts(body(preamble, body), BlockKind.PARAGRAPH));
    }

    static List<String> texts(Manuscript manuscript, BlockKind kind) {
        return manuscript.blocks().stream().filter(block -> block.kind() == kind).map(Project::shown).toList();
    }

    /** All blocks as {@code KIND:text}. */
    static List<String> blocks(Manuscript manuscript) {
        return manuscript.blocks().stream().map(block -> block.kind() + ":" + shown(block)).toList();
    }

    static String shown(Block block) {
        return block.prose().text().replace(Prose.PLACEHOLDER, '\u25af');
    }

    static List<String> problems(Manuscript manuscript) {
        return manuscript.problems().stream()
                .map(problem -> problem.range().unit().path().getFileName() + ":" + problem.line() + " " + problem.message())
                .toList();
    }
}
