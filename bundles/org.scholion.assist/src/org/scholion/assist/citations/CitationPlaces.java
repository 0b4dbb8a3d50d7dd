package org.scholion.assist.citations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/** Finds what stands around a place of a paper. */
public final class CitationPlaces {

    private CitationPlaces() {}

    /**
     * The place at an offset of the source: inside or next to a citation, or anywhere in a sentence.
     *
     * @return empty where no sentence stands there
     */
    public static Optional<CitationPlace> at(Manuscript manuscript, SourceUnit unit, int offset) {
        for (int i = 0; i < manuscript.blocks().size(); i++) {
            Block block = manuscript.blocks().get(i);
            if (block.kind().holdsSentences() && !block.prose().isEmpty() && covers(block, unit, offset)) {
                return Optional.of(in(manuscript, block, proseOffset(block.prose(), unit, offset), unit, offset));
            }
        }
        return Optional.empty();
    }

    /** The place at an offset of the prose of a block. */
    public static CitationPlace inBlock(Manuscript manuscript, Block block, int proseOffset) {
        SourceRange place = block.prose().map().place(TextRange.at(proseOffset)).enclosing();
        return in(manuscript, block, proseOffset, place.unit(), place.range().start());
    }

    private static CitationPlace in(Manuscript manuscript, Block block, int proseOffset, SourceUnit unit, int offset) {
        Prose prose = block.prose();
        List<TextRange> sentences = SentenceSplitter.of(block.language()).split(prose.text());
        int index = 0;
        // a citation behind the full stop belongs to the sentence before it
        while (index + 1 < sentences.size() && sentences.get(index + 1).start() < proseOffset) {
            index++;
        }
        TextRange sentence = sentences.isEmpty() ? new TextRange(0, prose.text().length()) : sentences.get(index);
        int place = Math.clamp(proseOffset, sentence.start(), sentence.end());
        String previous = index == 0 || sentences.isEmpty() ? "" : plain(prose, sentences.get(index - 1));
        return new CitationPlace(
                plain(prose, new TextRange(sentence.start(), place)),
                plain(prose, new TextRange(place, sentence.end())),
                previous,
                title(manuscript),
                earlier(manuscript, unit, offset),
                here(manuscript, unit, offset));
    }

    private static boolean covers(Block block, SourceUnit unit, int offset) {
        if (block.range().unit().equals(unit)) {
            TextRange range = block.range().range();
            return range.start() <= offset && offset <= range.end();
        }
        return false;
    }

    /** Behind the last unit of prose that comes from before the place. */
    private static int proseOffset(Prose prose, SourceUnit unit, int offset) {
        int found = 0;
        for (SourceMap.Segment segment : prose.map().segments()) {
            TextRange source = segment.source().range();
            if (!segment.source().unit().equals(unit) || source.start() >= offset) {
                continue;
            }
            int inside = segment.origin() == SourceMap.Origin.VERBATIM
                    ? Math.min(offset - source.start(), segment.prose().length())
                    : source.end() <= offset ? segment.prose().length() : 0;
            found = Math.max(found, segment.prose().start() + inside);
        }
        return found;
    }

    /** Without citations, formulas and references; code, quantities and acronyms stay. */
    private static String plain(Prose prose, TextRange range) {
        StringBuilder text = new StringBuilder();
        int done = range.start();
        for (Placeholder placeholder : prose.placeholders()) {
            if (range.start() <= placeholder.offset() && placeholder.offset() < range.end()) {
                text.append(prose.text(), done, placeholder.offset()).append(' ');
                if (isWord(placeholder.kind())) {
                    text.append(placeholder.display()).append(' ');
                }
                done = placeholder.offset() + 1;
            }
        }
        text.append(prose.text(), done, range.end());
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private static boolean isWord(PlaceholderKind kind) {
        return kind == PlaceholderKind.CODE || kind == PlaceholderKind.QUANTITY || kind == PlaceholderKind.GLOSSARY;
    }

    private static String title(Manuscript manuscript) {
        return manuscript.blocks().stream()
                .filter(block -> block.kind() == BlockKind.TITLE && !block.prose().isEmpty())
                .map(block -> plain(block.prose(), new TextRange(0, block.prose().text().length())))
                .findFirst()
                .orElse("");
    }

    private static List<List<String>> earlier(Manuscript manuscript, SourceUnit unit, int offset) {
        List<List<String>> earlier = new ArrayList<>();
        for (Citation citation : manuscript.structure().citations()) {
            boolean sameUnit = citation.range().unit().equals(unit);
            if (sameUnit && citation.range().range().end() > offset) {
                break;
            }
            if (citation.printed()) {
                earlier.add(citation.keys().stream().map(Citation.Key::name).toList());
            }
        }
        return earlier;
    }

    private static List<String> here(Manuscript manuscript, SourceUnit unit, int offset) {
        for (Citation citation : manuscript.structure().citations()) {
            TextRange range = citation.range().range();
            if (citation.range().unit().equals(unit) && range.start() < offset && offset < range.end()) {
                return citation.keys().stream().map(Citation.Key::name).toList();
            }
        }
        return List.of();
    }
}
