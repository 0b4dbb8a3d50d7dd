package org.scholion.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.report.ReadableProse;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.LineIndex;
import org.scholion.text.TextRange;

/** A manuscript that was read, and how the person calls its files. Not thread-safe. */
public final class Paper {

    private static final String MAIN_PART = "document.xml";

    private final FileNames names;
    private final Manuscript manuscript;
    private final Set<Path> wanted;
    private final Map<SourceUnit, SourceText> sources = new HashMap<>();
    private final Map<SourceUnit, LineIndex> lines = new HashMap<>();

    /**
     * @param names how the files are called
     * @param manuscript the paper
     * @param wanted those of its files that were asked about; empty for all
     */
    public Paper(FileNames names, Manuscript manuscript, Set<Path> wanted) {
        this.names = names;
        this.manuscript = manuscript;
        this.wanted = Set.copyOf(wanted);
        // a Word document has thousands
        manuscript.sources().forEach(source -> sources.putIfAbsent(source.unit(), source));
    }

    public Manuscript manuscript() {
        return manuscript;
    }

    /** What the person named: the main file, or the files that were asked about. */
    public List<String> names() {
        List<SourceUnit> units = new ArrayList<>(List.of(manuscript.root()));
        if (!wanted.isEmpty()) {
            units = manuscript.sources().stream()
                    .map(SourceText::unit)
                    .filter(unit -> wanted.contains(unit.path()))
                    .toList();
        }
        return units.stream().map(this::nameOf).toList();
    }

    /** What the paper calls itself, else the name of its main file without folders. */
    public String title() {
        return manuscript.blocks().stream()
                .filter(block -> block.kind() == BlockKind.TITLE && !block.prose().isEmpty())
                .map(block -> ReadableProse.of(block.prose(), new TextRange(0, block.prose().text().length())))
                .findFirst()
                .orElseGet(() -> String.valueOf(Path.of(nameOf(manuscript.root())).getFileName()));
    }

    public String nameOf(SourceUnit unit) {
        return names.nameOf(unit.path());
    }

    /** How a text of the paper is called: a file by its name, a paragraph of a Word document by its number as well. */
    public String nameOfText(SourceUnit unit) {
        if (unit instanceof SourceUnit.WordParagraph(Path document, String part, int paragraph)) {
            String where = part.substring(part.lastIndexOf('/') + 1);
            return where.equals(MAIN_PART)
                    ? NLS.bind(Messages.place_paragraph, nameOf(unit), paragraph + 1)
                    : NLS.bind(Messages.place_paragraphOfPart, new Object[] {nameOf(unit), where, paragraph + 1});
        }
        return nameOf(unit);
    }

    /** A place as people read it, and as terminals can jump there: name, line and column; of a Word document the paragraph. */
    public String place(SourceUnit unit, int offset) {
        boolean word = unit instanceof SourceUnit.WordParagraph;
        return word ? nameOfText(unit) : nameOf(unit) + ':' + lines(unit).line(offset) + ':' + lines(unit).column(offset);
    }

    /** Whether the person asked about that place. */
    public boolean asksAbout(SourceRange range) {
        return wanted.isEmpty() || wanted.contains(range.unit().path());
    }

    /** The problems of reading that the person has to know, as {@code file:line: message}, by file and place. */
    public List<String> problems() {
        List<SourceUnit> units = manuscript.sources().stream().map(SourceText::unit).toList();
        List<Problem> problems = manuscript.problems().stream()
                .sorted(Comparator.comparing((Problem problem) -> units.indexOf(problem.range().unit()))
                        .thenComparing(problem -> problem.range().range()))
                .toList();
        List<String> messages = new ArrayList<>();
        for (Problem problem : problems) {
            String line = problem.line() > 0 ? ":" + problem.line() : "";
            messages.add(nameOf(problem.range().unit()) + line + ": " + problem.message());
        }
        return messages;
    }

    /** The words of one of the files of {@link #names()}. */
    public int wordCount(String name) {
        if (wanted.isEmpty()) {
            return manuscript.wordCount();
        }
        List<Block> blocks = manuscript.blocks().stream()
                .filter(block -> nameOf(block.range().unit()).equals(name))
                .toList();
        return new Manuscript(
                        manuscript.root(),
                        manuscript.format(),
                        manuscript.language(),
                        List.of(),
                        blocks,
                        manuscript.structure(),
                        List.of(),
                        List.of(),
                        manuscript.notation())
                .wordCount();
    }

    /** The whole text that offsets in {@code unit} count in; empty when it is not one of the paper's. */
    public String text(SourceUnit unit) {
        return Optional.ofNullable(sources.get(unit)).map(SourceText::text).orElse("");
    }

    /** The run of a Word document that a place of the text stands in; empty in other files, and where no run is. */
    public Optional<SourceText.RunPlace> runAt(SourceUnit unit, int place) {
        return Optional.ofNullable(sources.get(unit)).flatMap(source -> source.runAt(place));
    }

    public LineIndex lines(SourceUnit unit) {
        return lines.computeIfAbsent(unit, key -> new LineIndex(text(key)));
    }

    /** Whether the file is one of those that the manuscript was read from. */
    public boolean isMadeOf(Path file) {
        return manuscript.source(file).isPresent();
    }
}
