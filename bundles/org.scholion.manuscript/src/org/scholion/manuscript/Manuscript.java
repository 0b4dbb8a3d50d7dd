package org.scholion.manuscript;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A paper as it was read: immutable, complete, independent of its format.
 *
 * @param root the main file
 * @param format {@code latex}, {@code word}, or {@code bibtex} for a bibliography file that is looked at for itself
 * @param language of most of the paper, a BCP 47 tag; {@code und} where nothing is declared
 * @param sources all files it was read from, the main file first; bibliography files last
 * @param blocks in the order of reading; a footnote follows the block that it belongs to
 * @param structure labels, references, citations …
 * @param directives what the author told the checkers
 * @param problems what could not be read
 * @param notation writes plain text in the notation of the source
 */
public record Manuscript(
        SourceUnit root,
        String format,
        String language,
        List<SourceText> sources,
        List<Block> blocks,
        Structure structure,
        List<Directive> directives,
        List<Problem> problems,
        Notation notation) {

    public Manuscript {
        sources = List.copyOf(sources);
        blocks = List.copyOf(blocks);
        directives = List.copyOf(directives);
        problems = List.copyOf(problems);
    }

    /** Writes plain text as the source has to have it, such as {@code 5\%} for {@code 5%}. */
    @FunctionalInterface
    public interface Notation {
        /** The text goes to the source as it is. */
        Notation PLAIN = text -> text;

        String encode(String plainText);
    }

    /** The source of {@code unit}, when it is one of this paper's files. */
    public Optional<SourceText> source(SourceUnit unit) {
        return sources.stream().filter(source -> source.unit().equals(unit)).findFirst();
    }

    /** The source of the text file at {@code path}, when it is one of this paper's. */
    public Optional<SourceText> source(Path path) {
        return source(new SourceUnit.TextFile(path));
    }

    /** The folder of the main file. */
    public Path folder() {
        Path parent = root.path().getParent();
        return parent == null ? root.path() : parent;
    }

    /** Words of prose, islands and placeholders not counted. */
    public int wordCount() {
        int words = 0;
        for (Block block : blocks) {
            boolean inWord = false;
            String text = block.prose().text();
            for (int i = 0; i < text.length(); i++) {
                boolean letter = Character.isLetterOrDigit(text.charAt(i));
                boolean joined = inWord && (text.charAt(i) == '\'' || text.charAt(i) == '\u2019' || text.charAt(i) == '-');
                if (letter && !inWord) {
                    words++;
                }
                inWord = letter || joined;
            }
        }
        return words;
    }
}
