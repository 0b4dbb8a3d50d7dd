package org.scholion.manuscript.word.internal.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.manuscript.Structure.CrossReference;
import org.scholion.manuscript.Structure.Label;
import org.scholion.text.TextRange;

/**
 * Collects what a document refers to and cites: bookmarks are labels, fields are references and citations; those of a table of contents
 * are left out. Used for one document.
 */
final class StructureReader {

    /** What Word sets where somebody worked last. */
    private static final String LAST_PLACE = "_GoBack";

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern BOOKMARK = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Set<String> TO_BOOKMARKS = Set.of("REF", "PAGEREF", "NOTEREF");

    private final List<String> before = new ArrayList<>();
    /** By names in small letters, since Word makes no difference. */
    private final Map<String, Label> labels = new LinkedHashMap<>();

    private final List<CrossReference> references = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    /** By keys. */
    private final Map<String, BibliographyEntry> bibliography = new LinkedHashMap<>();

    /** A bookmark that begins before the next paragraph. */
    void bookmark(String name) {
        before.add(name);
    }

    /** @param block that the paragraph is, or is a part of; empty where it is none */
    void take(SourceUnit unit, Paragraph paragraph, Optional<Block> block) {
        before.forEach(name -> label(name, new SourceRange(unit, TextRange.at(0)), paragraph, block));
        before.clear();
        for (Paragraph.Bookmark bookmark : paragraph.bookmarks()) {
            label(bookmark.name(), new SourceRange(unit, TextRange.at(bookmark.offset())), paragraph, block);
        }
        if (paragraph.fields().contains(Field.CONTENTS)) {
            return;
        }
        int offset = 0;
        for (Piece piece : paragraph.pieces()) {
            if (piece instanceof Piece.Thing thing && !thing.instruction().isEmpty()) {
                field(thing, new SourceRange(unit, TextRange.ofLength(offset, 1)));
            }
            offset += piece.text().length();
        }
    }

    private void label(String name, SourceRange range, Paragraph paragraph, Optional<Block> block) {
        if (name.equals(LAST_PLACE)) {
            return;
        }
        boolean heading = block.filter(found -> found.kind() == BlockKind.HEADING).isPresent();
        String environment = paragraph.sequence().map(sequence -> sequence.toLowerCase(Locale.ROOT)).orElse(heading ? "section" : "");
        String title = block.filter(found -> heading || found.kind() == BlockKind.CAPTION).map(StructureReader::text).orElse("");
        labels.putIfAbsent(key(name), new Label(name, environment, title, range));
    }

    /** The text with what is shown of fields and formulas. */
    private static String text(Block block) {
        StringBuilder text = new StringBuilder(block.prose().text());
        for (Placeholder placeholder : block.prose().placeholders().reversed()) {
            text.replace(placeholder.offset(), placeholder.offset() + 1, placeholder.display());
        }
        return text.toString();
    }

    private void field(Piece.Thing thing, SourceRange range) {
        String[] words = SPACE.split(thing.instruction());
        String command = words[0].toUpperCase(Locale.ROOT);
        if (thing.kind() == PlaceholderKind.CROSS_REFERENCE) {
            if (words.length > 1 && TO_BOOKMARKS.contains(command)) {
                references.add(new CrossReference(words[1], command, range));
            }
        } else {
            CitedWorks.of(thing.instruction(), range).forEach(work -> bibliography.putIfAbsent(work.key(), work));
            Citations.of(thing, range).ifPresent(citations::add);
        }
    }

    /**
     * The structure. A reference to a bookmark that stands where nothing is read, or that a field sets, is left out.
     *
     * @param texts of all parts of the document; none where not all was read, so that nobody knows what is missing
     * @param sources works that the document keeps beside its text
     */
    Structure build(List<String> texts, List<BibliographyEntry> sources) {
        sources.forEach(source -> bibliography.putIfAbsent(source.key(), source));
        List<CrossReference> sure = references.stream()
                .filter(reference -> labels.containsKey(key(reference.name())) || isMissing(reference.name(), texts))
                .map(reference -> new CrossReference(written(reference.name()), reference.command(), reference.range()))
                .toList();
        // works of which only the name of a source is known would be missing in a bibliography of the others
        boolean whole = citations.stream().flatMap(citation -> citation.keys().stream()).allMatch(key -> bibliography.containsKey(key.name()));
        List<BibliographyEntry> works = whole ? List.copyOf(bibliography.values()) : List.of();
        return new Structure(List.copyOf(labels.values()), sure, citations, works, List.of(), List.of(), List.of(), List.of());
    }

    private static boolean isMissing(String name, List<String> texts) {
        String quoted = Pattern.quote(name);
        Pattern elsewhere = Pattern.compile("name\\s*=\\s*[\"']" + quoted + "[\"']|\\bSET\\s+" + quoted + "\\b", Pattern.CASE_INSENSITIVE);
        return !texts.isEmpty() && BOOKMARK.matcher(name).matches() && texts.stream().noneMatch(text -> elsewhere.matcher(text).find());
    }

    /** The name as the bookmark writes it. */
    private String written(String name) {
        return Optional.ofNullable(labels.get(key(name))).map(Label::name).orElse(name);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
