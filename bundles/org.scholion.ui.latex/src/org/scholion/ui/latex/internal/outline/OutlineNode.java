package org.scholion.ui.latex.internal.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.SourceRange;

/** A heading, figure, table or label in the outline. Built from a paper; only its place may change afterwards. */
final class OutlineNode {

    /** What it is, which decides its picture. */
    enum Kind {
        TITLE,
        ABSTRACT,
        SECTION,
        FIGURE,
        TABLE,
        EQUATION,
        FLOAT,
        LABEL;

        boolean isFloat() {
            return this == FIGURE || this == TABLE || this == FLOAT;
        }

        boolean isLabel() {
            return this == LABEL || this == EQUATION;
        }
    }

    private final Kind kind;
    private final String text;
    private final List<OutlineNode> children = new ArrayList<>();
    private @Nullable OutlineNode parent;
    private String label = "";
    private SourceRange range;

    OutlineNode(Kind kind, String text, SourceRange range) {
        this.kind = kind;
        this.text = text;
        this.range = range;
    }

    Kind kind() {
        return kind;
    }

    /** The heading, caption or key; may be empty. */
    String text() {
        return text;
    }

    /** The key of its label; empty where it has none. */
    String label() {
        return label;
    }

    /** Where it stands in the paper as it was read. */
    SourceRange range() {
        return range;
    }

    List<OutlineNode> children() {
        return Collections.unmodifiableList(children);
    }

    /** Null for an uppermost node. */
    @Nullable OutlineNode parent() {
        return parent;
    }

    void add(OutlineNode child) {
        children.add(child);
        child.parent = this;
    }

    void labelled(String key) {
        if (label.isEmpty()) {
            label = key;
        }
    }

    /**
     * Takes the places of the nodes of a newer paper, when they show the same.
     *
     * @return whether they do; nothing was taken otherwise
     */
    static boolean move(List<OutlineNode> nodes, List<OutlineNode> newer) {
        if (!showSame(nodes, newer)) {
            return false;
        }
        takeRanges(nodes, newer);
        return true;
    }

    private static boolean showSame(List<OutlineNode> some, List<OutlineNode> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            OutlineNode one = some.get(i);
            OutlineNode other = others.get(i);
            same = one.kind == other.kind && one.text.equals(other.text) && one.label.equals(other.label)
                    && showSame(one.children, other.children);
        }
        return same;
    }

    private static void takeRanges(List<OutlineNode> nodes, List<OutlineNode> newer) {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).range = newer.get(i).range;
            takeRanges(nodes.get(i).children, newer.get(i).children);
        }
    }
}
