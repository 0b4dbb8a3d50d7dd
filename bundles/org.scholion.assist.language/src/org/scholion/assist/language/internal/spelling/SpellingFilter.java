package org.scholion.assist.language.internal.spelling;

import java.util.Set;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.FindingFilter;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.Prose.Passage;
import org.scholion.text.TextRange;

/**
 * Drops misspellings that are none: see {@link WordJudge} for what counts as evidence.
 *
 * <p>A British word in an American paper, or the other way round, is a misspelling only where the author declared the variety; else
 * it is left to the rules of consistency, which look at the whole paper.
 */
public final class SpellingFilter implements FindingFilter {

    private static final Set<String> ENGLISH = Set.of("en-US", "en-GB");

    private final Dictionary dictionary;
    private final WordLists lists;

    public SpellingFilter(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.lists = WordLists.load();
    }

    @Override
    public PaperFilter prepare(Manuscript manuscript, CheckSettings settings) {
        WordJudge judge = new WordJudge(new PaperWords(manuscript), lists, dictionary);
        boolean varietyIsDeclared = settings.language().orElse(manuscript.language()).indexOf('-') > 0;
        return (block, finding) -> finding.advice().category() != Category.SPELLING
                || isMisspelling(judge, varietyIsDeclared, block, finding.range());
    }

    private boolean isMisspelling(WordJudge judge, boolean varietyIsDeclared, Block block, TextRange range) {
        String word = range.of(block.prose().text());
        WordJudge.Context context = context(block, range);
        if (context.isEnglish() && !varietyIsDeclared && ENGLISH.stream().anyMatch(variety -> dictionary.knows(variety, word))) {
            return false;
        }
        return judge.isMisspelling(word, context);
    }

    private static WordJudge.Context context(Block block, TextRange range) {
        Prose prose = block.prose();
        String language = block.language();
        boolean setApart = false;
        for (Passage passage : prose.passages()) {
            if (passage.range().contains(range)) {
                switch (passage.kind()) {
                    case LANGUAGE -> language = passage.language();
                    case EMPHASIS -> setApart = true;
                    case QUOTATION, UNCHECKED -> {
                        // nothing is said about these at all
                    }
                }
            }
        }
        boolean heading = block.kind() == BlockKind.TITLE || block.kind() == BlockKind.HEADING || block.kind() == BlockKind.KEYWORDS;
        boolean starts = block.kind() != BlockKind.TABLE_CELL && Sentences.startsAt(prose.text(), range.start());
        return new WordJudge.Context(language, starts, isNamed(prose.text(), range), setApart, heading);
    }

    /** Whether a citation, "et al." or initials show that the word is a name. */
    private static boolean isNamed(String text, TextRange range) {
        if (!Character.isUpperCase(text.charAt(range.start()))) {
            return false;
        }
        String behind = text.substring(range.end(), Math.min(text.length(), range.end() + 8)).replace('\u00A0', ' ');
        boolean cited = behind.startsWith(" et al") || behind.startsWith(String.valueOf(Prose.PLACEHOLDER))
                || behind.startsWith(" " + Prose.PLACEHOLDER);
        int start = range.start();
        boolean initial = start >= 3
                && Character.isWhitespace(text.charAt(start - 1))
                && text.charAt(start - 2) == '.'
                && Character.isUpperCase(text.charAt(start - 3));
        return cited || initial;
    }
}
