package org.scholion.assist.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Directive;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose.Passage;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.TextRange;

/**
 * What the author does not want to be told, by the settings, by comments in the paper, or because the words are not his.
 *
 * <p>The words of a quotation are somebody else's and never corrected, so nothing at all is said about them. Text that a macro of the
 * paper prints cannot be changed where it shows: nothing is said about its spelling, grammar and style there.
 */
final class Relevance {

    private final CheckSettings settings;
    private final Set<String> words;
    private final List<Directive> rulesOff;

    Relevance(Manuscript manuscript, CheckSettings settings) {
        this.settings = settings;
        words = new HashSet<>(settings.words());
        for (Directive directive : manuscript.directives()) {
            if (directive.kind() == Directive.Kind.WORDS) {
                words.addAll(directive.values());
            }
        }
        rulesOff = manuscript.directives().stream()
                .filter(directive -> directive.kind() == Directive.Kind.RULES_OFF)
                .toList();
    }

    /** Whether the author wants to be told this about a block of his paper. */
    boolean wants(Block block, BlockFinding finding) {
        Advice advice = finding.advice();
        TextRange range = finding.range();
        String text = range.of(block.prose().text());
        return wants(advice, text)
                && block.kind() != BlockKind.QUOTATION
                && block.prose().passages().stream().noneMatch(passage -> isOutOfReach(passage, range))
                && (advice.category() == Category.CONSISTENCY || !block.prose().map().hasExpansion(range))
                && isOn(advice.rule(), block.prose().map().place(range).enclosing());
    }

    /** The same for a finding about the source itself. */
    boolean wants(Advice advice, String text, SourceRange range) {
        return wants(advice, text) && isOn(advice.rule(), range);
    }

    private boolean wants(Advice advice, String text) {
        return settings.categories().contains(advice.category())
                && !settings.rulesOff().contains(advice.rule())
                && !settings.ignores(advice.rule(), text)
                && !(advice.category() == Category.SPELLING && isWord(text));
    }

    private static boolean isOutOfReach(Passage passage, TextRange range) {
        boolean closed =
                switch (passage.kind()) {
                    case QUOTATION, UNCHECKED -> true;
                    case LANGUAGE, EMPHASIS -> false;
                };
        return closed && (passage.range().overlaps(range) || range.isEmpty() && passage.range().contains(range));
    }

    private boolean isOn(String rule, SourceRange place) {
        for (Directive directive : rulesOff) {
            boolean meant = directive.values().isEmpty() || directive.values().contains(rule);
            if (meant
                    && directive.range().unit().equals(place.unit())
                    && (directive.range().contains(place) || directive.range().range().overlaps(place.range()))) {
                return false;
            }
        }
        return true;
    }

    /** A word of the lists, in their case or at the start of a sentence, also as a genitive; of a compound each part may be one. */
    private boolean isWord(String text) {
        if (isListed(text)) {
            return true;
        }
        String[] parts = text.split("[-\u2010\u2011\u2013 ]", -1);
        return parts.length > 1 && List.of(parts).stream().allMatch(this::isListed);
    }

    private boolean isListed(String text) {
        String word = text.endsWith("'s") || text.endsWith("\u2019s") ? text.substring(0, text.length() - 2) : text;
        return words.contains(word)
                || words.contains(text)
                || !word.isEmpty() && words.contains(word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1));
    }
}
