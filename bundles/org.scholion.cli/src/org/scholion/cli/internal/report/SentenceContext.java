package org.scholion.cli.internal.report;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import org.scholion.assist.Finding;
import org.scholion.cli.internal.Paper;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Prose;
import org.scholion.text.TextRange;

/**
 * The sentence that a finding is about, as a person reads it.
 *
 * @param before what stands before the words meant
 * @param marked the words meant
 * @param after what stands behind them
 */
record SentenceContext(String before, String marked, String after) {

    private static final int LONGEST_SIDE = 240;

    static SentenceContext of(Paper paper, Finding finding) {
        Optional<Finding.Anchor> anchor = finding.anchor();
        if (anchor.isEmpty()) {
            Excerpt line = Excerpt.of(
                    paper.text(finding.range().unit()),
                    paper.lines(finding.range().unit()),
                    finding.range().range(),
                    LONGEST_SIDE);
            return new SentenceContext(line.before(), line.marked(), line.after());
        }
        Block block = paper.manuscript().blocks().get(anchor.get().blockIndex());
        Prose prose = block.prose();
        TextRange range = anchor.get().range();
        TextRange sentence = sentence(prose.text(), range, Locale.forLanguageTag(block.language()));
        return new SentenceContext(
                ReadableProse.of(prose, new TextRange(sentence.start(), range.start())),
                ReadableProse.of(prose, range),
                ReadableProse.of(prose, new TextRange(range.end(), sentence.end())));
    }

    private static TextRange sentence(String text, TextRange range, Locale language) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(language);
        sentences.setText(text);
        int start = range.start() == 0 ? 0 : sentences.preceding(Math.min(text.length(), range.start() + 1));
        int end = range.end() >= text.length() ? text.length() : sentences.following(Math.max(0, range.end() - 1));
        start = start == BreakIterator.DONE ? 0 : Math.min(start, range.start());
        end = end == BreakIterator.DONE ? text.length() : Math.max(end, range.end());
        while (end > range.end() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new TextRange(Math.max(start, range.start() - LONGEST_SIDE), Math.min(end, range.end() + LONGEST_SIDE));
    }
}
