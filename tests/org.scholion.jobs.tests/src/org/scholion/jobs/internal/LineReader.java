package org.scholion.jobs.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.text.CancelToken;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

/** Reads {@code .lines} files: each line is a paragraph, all belong to {@code main.lines} where that is there. */
final class LineReader implements ManuscriptReader {

    final AtomicInteger reads = new AtomicInteger();

    @Override
    public boolean reads(Path file) {
        return file.toString().endsWith(".lines");
    }

    @Override
    public Path rootOf(Path file, OpenTexts openTexts) {
        Path main = file.resolveSibling("main.lines");
        return Files.exists(main) ? main : file;
    }

    @Override
    public Manuscript read(Path root, OpenTexts openTexts, CancelToken cancel) throws ManuscriptException {
        reads.incrementAndGet();
        List<SourceText> sources = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        addFile(root, openTexts, sources, blocks);
        Path part = root.resolveSibling("part.lines");
        if (Files.exists(part) && !part.equals(root)) {
            addFile(part, openTexts, sources, blocks);
        }
        return new Manuscript(
                sources.getFirst().unit(), "lines", "en", sources, blocks, Structure.EMPTY, List.of(), List.of(),
                Manuscript.Notation.PLAIN);
    }

    private static void addFile(Path file, OpenTexts openTexts, List<SourceText> sources, List<Block> blocks)
            throws ManuscriptException {
        SourceUnit unit = new SourceUnit.TextFile(file);
        OpenText text;
        try {
            text = openTexts.openText(unit.path()).orElse(null);
            text = text == null ? new OpenText(Files.readString(file), Revision.DISK) : text;
        } catch (IOException e) {
            throw new ManuscriptException(file, file.getFileName() + " cannot be read.", e);
        }
        sources.add(new SourceText(unit, text.text(), StandardCharsets.UTF_8, false, text.revision()));
        int start = 0;
        for (String line : text.text().split("\n", -1)) {
            SourceRange range = new SourceRange(unit, TextRange.ofLength(start, line.length()));
            Prose prose = new Prose(line, List.of(), List.of(), SourceMap.builder().verbatim(range).build());
            blocks.add(new Block(BlockKind.PARAGRAPH, 0, prose, "en", range));
            start += line.length() + 1;
        }
    }
}
