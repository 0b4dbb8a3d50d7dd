package org.scholion.manuscript.word.internal.render;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.word.internal.read.ProseBuilder;
import org.scholion.text.TextRange;

/**
 * A document whose rendition is being edited, as a manuscript whose ranges count in the edited text. Blocks stay what they were; the prose
 * of those in which something changed is made anew. Used for one text.
 */
public final class EditedDocument {

    private static final String UNKNOWN_LANGUAGE = "und";

    private final RenderedDocument document;
    private final Manuscript before;
    private final SourceUnit whole;
    private final List<String> texts;
    private final int[] starts;
    private final Map<SourceUnit, Integer> lineOf = new HashMap<>();

    private EditedDocument(Path file, RenderedDocument document, List<String> texts) {
        this.document = document;
        this.texts = texts;
        before = document.rendition().manuscript();
        whole = new SourceUnit.TextFile(file);
        starts = new int[texts.size()];
        List<RenderedLine> lines = document.rendition().lines();
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + texts.get(i - 1).length() + 1;
        }
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            lines.get(i).unit().ifPresent(unit -> lineOf.putIfAbsent(unit, line));
        }
    }

    /**
     * The manuscript of an edited text.
     *
     * @param file absolute and normalised
     * @return empty when the text is no changed form of the rendition, since it has other lines
     */
    public static Optional<Manuscript> manuscript(Path file, RenderedDocument document, OpenText open) {
        List<String> texts = List.of(open.text().split(String.valueOf(Rendition.LINE_END), -1));
        if (texts.size() != Math.max(1, document.rendition().lines().size())) {
            return Optional.empty();
        }
        return Optional.of(new EditedDocument(file, document, texts).manuscript(open));
    }

    private Manuscript manuscript(OpenText open) {
        SourceText source = new SourceText(whole, open.text(), StandardCharsets.UTF_8, false, open.revision());
        List<Block> blocks = new ArrayList<>();
        for (Block block : before.blocks()) {
            block(block).ifPresent(blocks::add);
        }
        List<Problem> problems = before.problems().stream()
                .map(problem -> new Problem(new SourceRange(whole, TextRange.at(0)), problem.line(), problem.message()))
                .toList();
        return new Manuscript(
                whole, before.format(), before.language(), List.of(source), blocks, Structure.EMPTY, List.of(), problems, before.notation());
    }

    private Optional<Block> block(Block block) {
        Integer line = lineOf.get(block.range().unit());
        if (line == null) {
            return Optional.empty();
        }
        SourceRange range = new SourceRange(whole, TextRange.ofLength(starts[line], texts.get(line).length()));
        Prose prose = block.prose();
        if (!prose.isEmpty()) {
            // several where marks between paragraphs are deleted
            List<Integer> lines = prose.map().segments().stream().map(segment -> lineOf.get(segment.source().unit())).distinct().toList();
            prose = lines.stream().anyMatch(one -> isChanged(one) || isInterrupted(one)) ? changed(lines, block) : moved(prose);
        }
        return prose.isEmpty() && !block.prose().isEmpty()
                ? Optional.empty()
                : Optional.of(new Block(block.kind(), block.level(), prose, block.language(), range));
    }

    private boolean isChanged(int line) {
        TextRange range = document.rendition().lines().get(line).range();
        String text = texts.get(line);
        return range.length() != text.length() || !document.rendition().text().startsWith(text, range.start());
    }

    /** Whether something shows in the line that is no text of its paragraph. */
    private boolean isInterrupted(int line) {
        return document.rendition().lines().get(line).spans().stream().anyMatch(span -> span.source().isEmpty());
    }

    private Prose moved(Prose prose) {
        return new Prose(prose.text(), prose.placeholders(), prose.passages(), prose.map().relocated(this::place));
    }

    private Prose changed(List<Integer> lines, Block block) {
        ProseBuilder builder = new ProseBuilder();
        for (int line : lines) {
            SourceUnit unit = document.rendition().lines().get(line).unit().orElse(block.range().unit());
            builder.add(unit, EditedPieces.of(document.pieces().get(line), texts.get(line)));
        }
        return moved(builder.build(block.language(), UNKNOWN_LANGUAGE));
    }

    private SourceRange place(SourceRange range) {
        return new SourceRange(whole, range.range().shifted(starts[lineOf.get(range.unit())]));
    }
}
