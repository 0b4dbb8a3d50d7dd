package org.scholion.ui.latex.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Definition;
import org.scholion.manuscript.Structure.Inclusion;
import org.scholion.manuscript.Structure.Label;
import org.scholion.text.LineIndex;

/** Finds what the names in a paper stand for, and says it in words. */
public final class PaperLookup {

    private final Manuscript manuscript;

    public PaperLookup(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    public Optional<Label> label(String name) {
        return manuscript.structure().labels().stream()
                .filter(label -> label.name().equals(name))
                .findFirst();
    }

    public Optional<BibliographyEntry> entry(String key) {
        return manuscript.structure().bibliography().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst();
    }

    /** The last definition of that name, which is the one that holds. */
    public Optional<Definition> definition(Definition.Kind kind, String name) {
        return manuscript.structure().definitions().stream()
                .filter(definition -> definition.kind() == kind && definition.name().equals(name))
                .reduce((earlier, later) -> later);
    }

    /** The file that {@code name}, written in {@code from}, takes in. */
    public Optional<Path> included(Path from, String name) {
        return Stream.concat(
                        manuscript.structure().inclusions().stream(), manuscript.structure().bibliographyFiles().stream())
                .filter(inclusion -> inclusion.name().equals(name) && inclusion.range().unit().path().equals(from))
                .map(Inclusion::file)
                .flatMap(Optional::stream)
                .map(unit -> unit.path())
                .findFirst();
    }

    /** The file, from the paper's folder, and the line of a place. */
    public String place(SourceRange range) {
        Path path = range.unit().path();
        Path folder = manuscript.folder();
        String name = (path.startsWith(folder) ? folder.relativize(path) : path).toString();
        Optional<Integer> line = manuscript
                .source(range.unit())
                .filter(source -> range.range().start() <= source.text().length())
                .map(source -> new LineIndex(source.text()).line(range.range().start()));
        return line.map(number -> name + ":" + number).orElse(name);
    }

    /** What a label names: "Figure" and the like. */
    public static String kind(Label label) {
        String environment = label.environment();
        return switch (environment) {
            case "figure", "wrapfigure", "subfigure" -> Messages.kind_figure;
            case "table", "longtable", "wraptable", "subtable" -> Messages.kind_table;
            case "equation", "align", "gather", "multline", "eqnarray", "alignat", "flalign" -> Messages.kind_equation;
            case "part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph" -> Messages.kind_section;
            case "algorithm" -> Messages.kind_algorithm;
            case "lstlisting", "listing" -> Messages.kind_listing;
            case "" -> Messages.kind_label;
            default -> environment;
        };
    }

    /** The authors as one cites them: one, two, or the first and the others. */
    public static String authors(BibliographyEntry entry) {
        return switch (entry.authors().size()) {
            case 0 -> "";
            case 1 -> family(entry.authors().getFirst());
            case 2 -> NLS.bind(Messages.authors_two, family(entry.authors().get(0)), family(entry.authors().get(1)));
            default -> NLS.bind(Messages.authors_many, family(entry.authors().getFirst()));
        };
    }

    /** Authors and year as far as they are known. */
    public static String authorYear(BibliographyEntry entry) {
        String authors = authors(entry);
        return authors.isEmpty() || entry.year().isEmpty() ? authors + entry.year() : authors + ", " + entry.year();
    }

    private static String family(String author) {
        int comma = author.indexOf(',');
        return comma < 0 ? author : author.substring(0, comma);
    }
}
