package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.manuscript.Structure.CrossReference;
import org.scholion.manuscript.Structure.Definition;
import org.scholion.manuscript.Structure.FloatingObject;
import org.scholion.manuscript.Structure.Inclusion;
import org.scholion.manuscript.Structure.Label;

/** Collects what a paper defines, refers to and cites. */
final class StructureBuilder {

    private static final String[] HEADINGS = {"part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph"};

    /** A float that is open; its labels get its caption as title. */
    private static final class OpenFloat {
        final String environment;
        final int firstLabel;
        String caption = "";

        OpenFloat(String environment, int firstLabel) {
            this.environment = environment;
            this.firstLabel = firstLabel;
        }
    }

    final List<CrossReference> references = new ArrayList<>();
    final List<Citation> citations = new ArrayList<>();
    final List<BibliographyEntry> bibliography = new ArrayList<>();
    final List<Inclusion> bibliographyFiles = new ArrayList<>();
    final List<Definition> definitions = new ArrayList<>();
    final List<Inclusion> inclusions = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<FloatingObject> floats = new ArrayList<>();
    private final Deque<OpenFloat> open = new ArrayDeque<>();
    private String environment = "";
    private String title = "";

    void heading(int level, String text) {
        environment = level < HEADINGS.length ? HEADINGS[level] : "section";
        title = text;
    }

    /** A theorem or its like begins, which the next label names. */
    void enter(String name) {
        environment = name;
        title = "";
    }

    void caption(String text) {
        OpenFloat current = open.peek();
        if (current == null) {
            return;
        }
        current.caption = text;
        for (int i = current.firstLabel; i < labels.size(); i++) {
            Label label = labels.get(i);
            if (label.title().isEmpty() && label.environment().equals(current.environment)) {
                labels.set(i, new Label(label.name(), label.environment(), text, label.range()));
            }
        }
    }

    /** @param inside the environment that it labels, when it is known already; else empty */
    void label(String name, String inside, SourceRange range) {
        OpenFloat current = open.peek();
        if (!inside.isEmpty()) {
            labels.add(new Label(name, inside, "", range));
        } else if (current != null) {
            labels.add(new Label(name, current.environment, current.caption, range));
        } else {
            labels.add(new Label(name, environment, title, range));
        }
    }

    void beginFloat(String name) {
        String plain = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        open.push(new OpenFloat(plain, labels.size()));
    }

    void endFloat(SourceRange begin, @Nullable SourceRange end) {
        if (open.isEmpty()) {
            return;
        }
        OpenFloat closed = open.pop();
        List<String> keys = labels.subList(closed.firstLabel, labels.size()).stream().map(Label::name).toList();
        floats.add(new FloatingObject(closed.environment, keys, end == null ? begin : Islands.from(begin, end)));
    }

    Structure build() {
        return new Structure(labels, references, citations, bibliography, bibliographyFiles, floats, definitions, inclusions);
    }
}
