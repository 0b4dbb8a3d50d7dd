package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceRange;

/**
 * Makes blocks of what is printed. Blocks of one kind come one after another in a flow; a footnote, a table or a caption opens a flow
 * inside another, whose paragraph goes on behind it.
 */
final class Output {

    private static final int MAX_FLOWS = 400;

    /** Where blocks go. */
    private static final class Flow {
        final BlockKind kind;
        final int level;
        final List<Block> blocks = new ArrayList<>();
        @Nullable BlockBuilder current;
        /** The command that makes these blocks, whose range they take. */
        @Nullable SourceRange whole;

        Flow(BlockKind kind, int level) {
            this.kind = kind;
            this.level = level;
        }
    }

    private final Deque<Flow> flows = new ArrayDeque<>();
    private final Deque<Flow> tooDeep = new ArrayDeque<>();
    private String mainLanguage = "";
    private boolean muted;
    private String lastText = "";
    Scope scope = Scope.START;

    Output() {
        flows.push(new Flow(BlockKind.PARAGRAPH, 0));
    }

    /** Whether running text is not printed, as in a preamble. Flows that are opened print all the same. */
    void mute(boolean value) {
        muted = value;
    }

    boolean isMuted() {
        return muted && flows.size() == 1;
    }

    void mainLanguage(String language) {
        mainLanguage = language;
    }

    String mainLanguage() {
        return mainLanguage;
    }

    BlockKind kind() {
        return flows.element().kind;
    }

    int level() {
        return flows.element().level;
    }

    /** The plain text of the block that was finished last. */
    String lastText() {
        return lastText;
    }

    /** The number of flows that are open, for {@link #closeTo}. */
    int depth() {
        return flows.size() + tooDeep.size();
    }

    void verbatim(CharSequence source, int start, int end, Spot spot) {
        if (!isMuted() && start < end) {
            current().verbatim(source, start, end, spot, scope);
        }
    }

    void notation(String printed, Spot spot) {
        if (!isMuted()) {
            current().notation(printed, spot, scope);
        }
    }

    void placeholder(PlaceholderKind kind, Placeholder.Role role, String display, Spot spot) {
        if (!isMuted()) {
            current().placeholder(kind, role, display, spot, scope);
        }
    }

    /** An object that counts as a noun only when the sentence goes on behind it. */
    void object(PlaceholderKind kind, String display, Spot spot) {
        BlockBuilder open = open();
        if (open != null) {
            open.object(new Placeholder(0, kind, Placeholder.Role.NOUN, display), spot);
        }
    }

    void space(Spot spot, boolean verbatim) {
        BlockBuilder open = open();
        if (open != null) {
            open.space(spot, verbatim);
        }
    }

    void lineBreak(Spot spot) {
        BlockBuilder open = open();
        if (open != null) {
            open.lineBreak(spot);
        }
    }

    void note() {
        BlockBuilder open = open();
        if (open != null) {
            open.note();
        }
    }

    /** The block that is being filled, or null between two. */
    @Nullable BlockBuilder open() {
        return flows.element().current;
    }

    /** Whether words stand before in this block. */
    boolean inSentence() {
        BlockBuilder open = open();
        return open != null && !open.isEmpty();
    }

    void touch(SourceRange range) {
        BlockBuilder open = open();
        if (open != null) {
            open.touch(range);
        }
    }

    void endParagraph() {
        Flow flow = flows.element();
        BlockBuilder builder = flow.current;
        if (builder == null) {
            return;
        }
        flow.current = null;
        Block block = builder.finish(flow.kind, flow.level, mainLanguage);
        if (block != null) {
            lastText = block.prose().text();
            flow.blocks.add(block);
        }
        flow.blocks.addAll(builder.deferred);
    }

    /**
     * Opens a flow.
     *
     * @param inside whether the paragraph around it goes on behind it
     * @param whole the command, when its range is the block's; else null
     */
    void open(BlockKind kind, int level, boolean inside, @Nullable SourceRange whole) {
        if (!inside) {
            endParagraph();
        }
        Flow flow = new Flow(kind, level);
        flow.whole = whole;
        if (flows.size() >= MAX_FLOWS) {
            tooDeep.push(flow);
        } else {
            flows.push(flow);
        }
    }

    /** Closes the innermost flow. */
    void close() {
        endParagraph();
        if (!tooDeep.isEmpty()) {
            tooDeep.pop();
            return;
        }
        if (flows.size() == 1) {
            return;
        }
        Flow closed = flows.pop();
        SourceRange whole = closed.whole;
        List<Block> blocks = closed.blocks;
        if (whole != null && blocks.size() == 1 && blocks.getFirst().range().unit().equals(whole.unit())) {
            Block only = blocks.getFirst();
            blocks = List.of(new Block(only.kind(), only.level(), only.prose(), only.language(), whole));
        }
        add(blocks);
    }

    void closeTo(int depth) {
        while (depth() > depth && depth() > 1) {
            close();
        }
    }

    /** An island: it follows the paragraph it stands in. */
    void island(BlockKind kind, SourceRange range) {
        if (!isMuted()) {
            String language = scope.language().isEmpty() ? mainLanguage : scope.language();
            add(List.of(new Block(kind, 0, Prose.EMPTY, language, range)));
        }
    }

    /** All blocks. */
    List<Block> finish() {
        closeTo(1);
        endParagraph();
        return flows.element().blocks;
    }

    private void add(List<Block> blocks) {
        Flow flow = flows.element();
        BlockBuilder builder = flow.current;
        if (builder != null) {
            builder.deferred.addAll(blocks);
        } else {
            flow.blocks.addAll(blocks);
        }
    }

    private BlockBuilder current() {
        Flow flow = flows.element();
        BlockBuilder builder = flow.current;
        if (builder == null) {
            builder = new BlockBuilder();
            flow.current = builder;
        }
        return builder;
    }
}
