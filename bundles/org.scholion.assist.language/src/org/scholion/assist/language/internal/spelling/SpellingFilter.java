package org.scholion.assist.language.internal.spelling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.FindingFilter;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.Prose.Passage;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.TextRange;

/**
 * Drops misspellings that are none: see {@link WordJudge} for what counts as evidence.
 *
 * <p>A British word in an American paper, or the other way round, is a misspelling only where the author declared the variety; else
 * it is left to the rules of consistency, which look at the whole paper.
 */
public final class SpellingFilter implements FindingFilter {

    private static final Set<String> ENGLISH = Set.of("en-US", "en-GB");

    private static final int ACRONYM = 3;
    private static final int PAPERS = 4;

    private final Knowledge knowledge;
    private final BlockWords.Memory memory = new BlockWords.Memory();
    private final Map<SourceUnit, WordJudge> judges = new LinkedHashMap<>(PAPERS, 0.75f, true);

    public SpellingFilter(Dictionary dictionary) {
        knowledge = new Knowledge(WordLists.load(), dictionary);
    }

    @Override
    public PaperFilter prepare(Manuscript manuscript, CheckSettings settings) {
        WordJudge judge = judge(manuscript);
        boolean varietyIsDeclared = settings.language().orElse(manuscript.language()).indexOf('-') > 0;
        return (block, finding) -> finding.advice().category() != Category.SPELLING
                || isMisspelling(judge, varietyIsDeclared, block, finding.range());
    }

    private WordJudge judge(Manuscript manuscript) {
        synchronized (judges) {
            WordJudge earlier = judges.get(manuscript.root());
            WordJudge judge = earlier == null
                    ? new WordJudge(PaperWords.of(manuscript, memory), knowledge)
                    : earlier.forLater(manuscript, memory);
            judges.put(manuscript.root(), judge);
            if (judges.size() > PAPERS) {
                judges.remove(judges.keySet().iterator().next());
            }
            return judge;
        }
    }

    private boolean isMisspelling(WordJudge judge, boolean varietyIsDeclared, Block block, TextRange range) {
        String word = range.of(block.prose().text());
        WordJudge.Context context = context(block, range);
        if (isInFileName(block.prose().text(), range, context.language())) {
            return false;
        }
        if (Knowledge.isEnglish(context.language())
                && !varietyIsDeclared
                && ENGLISH.stream().anyMatch(variety -> knowledge.knows(variety, word))) {
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
        boolean person = Character.isUpperCase(prose.text().charAt(range.start()))
                && (NamesAround.isInListOfPeople(prose.text(), range) || starts && NamesAround.isBeforeName(prose.text(), range));
        return new WordJudge.Context(
                language, starts, isNamed(prose, range), setApart, heading, spellsAcronym(prose.text(), range), person);
    }

    /** Whether a word stands in a path, or before an extension that is no word behind a stop without its space. */
    private boolean isInFileName(String text, TextRange range, String language) {
        String extension = NamesAround.extension(text, range);
        return NamesAround.isInPath(text, range)
                || extension.length() == 1
                || !extension.isEmpty() && !knowledge.knows(language, extension);
    }

    /** Whether the first two letters, when they are capitals, stand in a longer row of capitals: SWAN, for web based ANalysis. */
    private static boolean spellsAcronym(String text, TextRange range) {
        if (range.length() < 2 || !Character.isUpperCase(text.charAt(range.start() + 1))) {
            return false;
        }
        String capitals = text.substring(range.start(), range.start() + 2);
        for (int at = text.indexOf(capitals); at >= 0; at = text.indexOf(capitals, at + 1)) {
            int start = at;
            int end = at;
            while (start > 0 && Character.isUpperCase(text.charAt(start - 1))) {
                start--;
            }
            while (end < text.length() && Character.isUpperCase(text.charAt(end))) {
                end++;
            }
            if (end - start >= ACRONYM) {
                return true;
            }
        }
        return false;
    }

    /** Whether a citation, "et al." or initials show that the word is a name. */
    private static boolean isNamed(Prose prose, TextRange range) {
        String text = prose.text();
        if (!Character.isUpperCase(text.charAt(range.start()))) {
            return false;
        }
        int next = range.end();
        while (next < text.length() && (Character.isWhitespace(text.charAt(next)) || text.charAt(next) == '\u00A0')) {
            next++;
        }
        int behind = next;
        boolean cited = text.startsWith("et al", behind)
                || prose.placeholders().stream()
                        .anyMatch(placeholder -> placeholder.offset() == behind && placeholder.kind() == PlaceholderKind.CITATION);
        int start = range.start();
        boolean initial = start >= 3
                && Character.isWhitespace(text.charAt(start - 1))
                && text.charAt(start - 2) == '.'
                && Character.isUpperCase(text.charAt(start - 3));
        return cited || initial;
    }
}
