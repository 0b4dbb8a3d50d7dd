package org.scholion.assist.writing.internal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/**
 * The sentences of a paper's body with the sections that they stand in. The abstract, footnotes, captions, cells of tables, and
 * sections
 * that are no part of the argument are left out. Immutable.
 */
public final class PaperText {

    /** The level of headings that stand above sections in books. */
    private static final int CHAPTER = 1;

    private static final int SECTION = 2;

    /** Before the first heading, shorter paragraphs are addresses, dates and advice of templates rather than an introduction. */
    private static final int PARAGRAPH_OF_BODY = 3;

    private final String title;
    private final List<Heading> headings;
    private final List<PaperSentence> sentences;

    /**
     * A section.
     *
     * @param text its heading; empty for what stands before the first one
     * @param level as of {@link Block#level()}
     */
    public record Heading(String text, int level) {}

    private PaperText(String title, List<Heading> headings, List<PaperSentence> sentences) {
        this.title = title;
        this.headings = List.copyOf(headings);
        this.sentences = List.copyOf(sentences);
    }

    public static PaperText of(Manuscript paper) {
        Reading reading = new Reading();
        for (Block block : paper.blocks()) {
            reading.add(block);
        }
        reading.closeSection();
        boolean parted = reading.headings.size() > 1;
        reading.sentences.removeIf(sentence -> parted && sentence.section() == 0 && sentence.count() < PARAGRAPH_OF_BODY);
        return new PaperText(reading.title, reading.headings, reading.sentences);
    }

    /** As it is read; empty where there is none. */
    public String title() {
        return title;
    }

    /** Of the sections, by their numbers. */
    public List<Heading> headings() {
        return headings;
    }

    /** All in the order of reading. */
    public List<PaperSentence> sentences() {
        return sentences;
    }

    /** The heading above a sentence. */
    public String heading(PaperSentence sentence) {
        return headings.get(sentence.section()).text();
    }

    /** The words of content of all headings. */
    public Set<String> headingTerms() {
        return headings.stream().flatMap(heading -> Terms.of(heading.text()).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Without citations, references and formulas; what stands for words stays. */
    static String words(Prose prose, TextRange range) {
        StringBuilder text = new StringBuilder();
        int done = range.start();
        for (Placeholder placeholder : prose.placeholders()) {
            if (range.contains(placeholder.offset())) {
                text.append(prose.text(), done, placeholder.offset()).append(' ');
                if (placeholder.kind() == PlaceholderKind.CODE || placeholder.kind() == PlaceholderKind.GLOSSARY) {
                    text.append(placeholder.display()).append(' ');
                }
                done = placeholder.offset() + 1;
            }
        }
        return text.append(prose.text(), done, range.end()).toString();
    }

    private static final class Reading {
        private final List<Heading> headings = new ArrayList<>(List.of(new Heading("", SECTION)));
        private final List<PaperSentence> sentences = new ArrayList<>();
        private final List<Block> paragraphs = new ArrayList<>();
        private String title = "";
        private SectionKind kind = SectionKind.OTHER;

        void add(Block block) {
            Prose prose = block.prose();
            if (prose.isEmpty()) {
                return;
            }
            BlockKind what = block.kind();
            if (what == BlockKind.TITLE && title.isEmpty()) {
                title = words(prose, new TextRange(0, prose.text().length())).strip();
            } else if (what == BlockKind.HEADING) {
                closeSection();
                String heading = words(prose, new TextRange(0, prose.text().length())).strip();
                headings.add(new Heading(heading, block.level()));
                SectionKind own = SectionKind.of(heading);
                boolean top = block.level() == CHAPTER || block.level() == SECTION;
                kind = top || own != SectionKind.OTHER ? own : kind;
            } else if (what == BlockKind.PARAGRAPH || what == BlockKind.LIST_ITEM) {
                paragraphs.add(block);
            }
        }

        void closeSection() {
            for (int paragraph = 0; paragraph < paragraphs.size() && kind != SectionKind.MATTER; paragraph++) {
                Block block = paragraphs.get(paragraph);
                List<TextRange> ranges = SentenceSplitter.of(block.language()).split(block.prose().text());
                for (int i = 0; i < ranges.size(); i++) {
                    sentences.add(new PaperSentence(
                            block,
                            ranges.get(i),
                            headings.size() - 1,
                            kind,
                            paragraph,
                            paragraphs.size(),
                            i,
                            ranges.size(),
                            Terms.of(words(block.prose(), ranges.get(i)))));
                }
            }
            paragraphs.clear();
        }
    }
}
