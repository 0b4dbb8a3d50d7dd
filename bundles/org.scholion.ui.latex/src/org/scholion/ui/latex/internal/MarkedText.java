package org.scholion.ui.latex.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Definition;
import org.scholion.manuscript.Structure.Label;
import org.scholion.ui.latex.internal.bib.StyledEntries.Styled;

/** Writes what is known about a name as the little HTML that the editor's information windows draw. */
public final class MarkedText {

    private static final int LONGEST = 600;

    private MarkedText() {}

    public static String of(Label label, PaperLookup paper) {
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + escaped(PaperLookup.kind(label)) + "</b> " + escaped(label.name()));
        if (!label.title().isBlank()) {
            lines.add(escaped(label.title()));
        }
        lines.add(escaped(paper.place(label.range())));
        return String.join("<br>", lines);
    }

    public static String of(BibliographyEntry entry) {
        List<String> lines = new ArrayList<>();
        if (!entry.title().isBlank()) {
            lines.add("<b>" + escaped(entry.title()) + "</b>");
        }
        if (!entry.authors().isEmpty()) {
            lines.add(entry.authors().stream().map(MarkedText::escaped).collect(Collectors.joining("; ")));
        }
        String where = entry.venue().isBlank() || entry.year().isBlank()
                ? entry.venue() + entry.year()
                : entry.venue() + ", " + entry.year();
        if (!where.isBlank()) {
            lines.add(escaped(where));
        }
        lines.add(escaped(entry.key() + " · " + entry.type()));
        return String.join("<br>", lines);
    }

    /** A work as it will be printed, and by which style. */
    public static String of(Styled work) {
        return work.html() + "<br>" + escaped(NLS.bind(Messages.hover_style, work.style()));
    }

    public static String of(Definition definition, PaperLookup paper) {
        String expansion = definition.expansion().strip();
        String name = definition.kind() == Definition.Kind.COMMAND ? "\\" + definition.name() : definition.name();
        return "<b>" + escaped(name) + "</b>" + (expansion.isEmpty() ? "" : "<br>" + escaped(expansion)) + "<br>"
                + escaped(paper.place(definition.range()));
    }

    /** Text as it stands between tags; very long text is cut. */
    public static String escaped(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\s+", " ");
    }
}
