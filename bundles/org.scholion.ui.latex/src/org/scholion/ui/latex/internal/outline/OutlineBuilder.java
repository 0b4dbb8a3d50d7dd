package org.scholion.ui.latex.internal.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.FloatingObject;
import org.scholion.manuscript.Structure.Inclusion;
import org.scholion.manuscript.Structure.Label;
import org.scholion.ui.latex.internal.outline.OutlineNode.Kind;

/** Builds the outline of a paper over all of its files, in the order of reading. */
final class OutlineBuilder {

    /**
     * @param key where it stands: the places of the inclusions that lead to its file, then its own
     * @param level of a section; {@link #LEAF} of what contains nothing
     * @param environment of a label what it labels, else empty
     */
    private record Placed(OutlineNode node, List<Integer> key, int level, String environment) {}

    private static final int LEAF = 100;
    private static final Set<String> SECTIONS =
            Set.of("part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph");

    private final Manuscript manuscript;
    private final Map<SourceUnit, List<Integer>> ways = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    private OutlineBuilder(Manuscript manuscript) {
        this.manuscript = manuscript;
        ways.put(manuscript.root(), List.of());
    }

    /** The uppermost nodes. */
    static List<OutlineNode> build(Manuscript manuscript) {
        OutlineBuilder builder = new OutlineBuilder(manuscript);
        builder.findWays();
        builder.headings();
        builder.floatsAndLabels();
        return builder.nested();
    }

    private void headings() {
        boolean inAbstract = false;
        for (Block block : manuscript.blocks()) {
            String text = shown(block.prose());
            if (block.kind() == BlockKind.HEADING) {
                place(new OutlineNode(Kind.SECTION, text, block.range()), block.level(), "");
            } else if (block.kind() == BlockKind.TITLE) {
                place(new OutlineNode(Kind.TITLE, text, block.range()), LEAF, "");
            } else if (block.kind() == BlockKind.ABSTRACT && !inAbstract) {
                place(new OutlineNode(Kind.ABSTRACT, "", block.range()), LEAF, "");
            }
            inAbstract = block.kind() == BlockKind.ABSTRACT;
        }
    }

    private void floatsAndLabels() {
        Map<String, Label> byName = new HashMap<>();
        for (Label label : manuscript.structure().labels()) {
            byName.putIfAbsent(label.name(), label);
        }
        List<Block> captions = manuscript.blocks().stream()
                .filter(block -> block.kind() == BlockKind.CAPTION)
                .toList();
        Set<String> ofFloats = new HashSet<>();
        for (FloatingObject object : manuscript.structure().floats()) {
            OutlineNode node =
                    new OutlineNode(kind(object.environment()), caption(object, captions, byName), object.range());
            object.labels().stream().findFirst().ifPresent(node::labelled);
            ofFloats.addAll(object.labels());
            place(node, LEAF, "");
        }
        for (Label label : manuscript.structure().labels()) {
            if (!ofFloats.contains(label.name())) {
                String environment = label.environment().isEmpty() ? "section" : label.environment();
                Kind kind = SECTIONS.contains(environment) ? Kind.LABEL : Kind.EQUATION;
                place(new OutlineNode(kind, label.name(), label.range()), LEAF, environment);
            }
        }
    }

    /** A float's caption, or what one of its labels knows of it. */
    private static String caption(FloatingObject object, List<Block> captions, Map<String, Label> labels) {
        for (Block block : captions) {
            if (object.range().contains(block.range())) {
                return shown(block.prose());
            }
        }
        for (String key : object.labels()) {
            Label label = labels.get(key);
            if (label != null && !label.title().isBlank()) {
                return label.title();
            }
        }
        return "";
    }

    private void place(OutlineNode node, int level, String environment) {
        List<Integer> key = new ArrayList<>(ways.getOrDefault(node.range().unit(), List.of(Integer.MAX_VALUE)));
        key.add(node.range().range().start());
        placed.add(new Placed(node, key, level, environment));
    }

    /** Finds for each file the places of the inclusions that lead to it. */
    private void findWays() {
        boolean found = true;
        while (found) {
            found = false;
            for (Inclusion inclusion : manuscript.structure().inclusions()) {
                SourceUnit from = inclusion.range().unit();
                if (inclusion.file().isPresent() && ways.containsKey(from) && !ways.containsKey(inclusion.file().get())) {
                    List<Integer> way = new ArrayList<>(ways.getOrDefault(from, List.of()));
                    way.add(inclusion.range().range().start());
                    ways.put(inclusion.file().get(), way);
                    found = true;
                }
            }
        }
    }

    private static int inReadingOrder(Placed one, Placed other) {
        for (int i = 0; i < Math.min(one.key().size(), other.key().size()); i++) {
            int difference = Integer.compare(one.key().get(i), other.key().get(i));
            if (difference != 0) {
                return difference;
            }
        }
        int bySize = Integer.compare(one.key().size(), other.key().size());
        return bySize != 0 ? bySize : Integer.compare(one.level(), other.level());
    }

    private List<OutlineNode> nested() {
        placed.sort(OutlineBuilder::inReadingOrder);
        List<OutlineNode> roots = new ArrayList<>();
        Deque<Placed> open = new ArrayDeque<>();
        for (Placed next : placed) {
            while (next.level() < LEAF && !open.isEmpty() && open.element().level() >= next.level()) {
                open.pop();
            }
            boolean labelsHeading = SECTIONS.contains(next.environment()) && !open.isEmpty() && open.element().node().label().isEmpty();
            if (labelsHeading) {
                open.element().node().labelled(next.node().text());
            } else if (open.isEmpty()) {
                roots.add(next.node());
            } else {
                open.element().node().add(next.node());
            }
            if (next.level() < LEAF) {
                open.push(next);
            }
        }
        return roots;
    }

    private static Kind kind(String environment) {
        return switch (environment) {
            case "figure", "wrapfigure", "SCfigure", "marginfigure" -> Kind.FIGURE;
            case "table", "longtable", "wraptable", "margintable" -> Kind.TABLE;
            default -> Kind.FLOAT;
        };
    }

    /** The words of a block, with what stands for formulas and citations shown as a reader would see it. */
    private static String shown(Prose prose) {
        StringBuilder text = new StringBuilder(prose.text());
        for (int i = prose.placeholders().size() - 1; i >= 0; i--) {
            int offset = prose.placeholders().get(i).offset();
            text.replace(offset, offset + 1, prose.placeholders().get(i).display());
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
