package org.scholion.assist.language.internal.consistency.sentences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Counts;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.assist.language.internal.consistency.terms.CapitalisationRule;
import org.scholion.manuscript.BlockKind;
import org.scholion.text.TextRange;

/** Headings of one level in title case and in sentence case. Names keep their capital letter in both. */
public final class HeadingRule implements PaperRule<HeadingRule.Facts> {

    private static final int HABIT = 5;
    private static final int SLIP_SHARE = 4;

    /** How a heading is set. */
    public enum Style {
        TITLE,
        SENTENCE,
        /** Some words so and some otherwise. */
        MIXED,
        /** Too short to tell. */
        OPEN
    }

    /** The words of a block: those of a heading, or those that running text has in small letters. */
    public record Facts(List<Word> heading, Set<String> small) {
        public Facts {
            heading = List.copyOf(heading);
            small = Set.copyOf(small);
        }
    }

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.HEADING_CAPITALISATION);
    }

    @Override
    public Facts facts(BlockText text) {
        if (!text.isEnglish()) {
            return new Facts(List.of(), Set.of());
        }
        if (text.kind() == BlockKind.HEADING) {
            return new Facts(text.words(), Set.of());
        }
        Set<String> small = new HashSet<>();
        if (text.kind() == BlockKind.PARAGRAPH || text.kind() == BlockKind.ABSTRACT) {
            for (Word word : text.words()) {
                if (Character.isLowerCase(word.text().charAt(0))) {
                    small.add(word.lower());
                }
            }
        }
        return new Facts(List.of(), small);
    }

    private record Heading(PaperBlock block, List<Word> words, Style style) {}

    @Override
    public void judge(Paper paper, List<Facts> facts, Findings findings) {
        Set<String> small = new HashSet<>();
        boolean any = false;
        for (int i = 0; i < facts.size(); i++) {
            any |= !facts.get(i).heading().isEmpty();
            small.addAll(facts.get(i).small());
        }
        if (!any) {
            return;
        }
        Map<Integer, List<Heading>> levels = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            PaperBlock block = paper.blocks().get(i);
            List<Word> words = judged(block.text(), facts.get(i).heading(), small);
            Style style = style(words);
            if (style != Style.OPEN) {
                levels.computeIfAbsent(block.block().level(), level -> new ArrayList<>()).add(new Heading(block, words, style));
            }
        }
        levels.values().forEach(level -> judge(level, findings));
    }

    /** The words whose capital letter says something: not the first one, small words and names. */
    private static List<Word> judged(BlockText text, List<Word> heading, Set<String> small) {
        List<Word> judged = new ArrayList<>();
        for (int i = 1; i < heading.size(); i++) {
            Word word = heading.get(i);
            if (text.at(word.start() - 1) == '(' && word.text().chars().allMatch(Character::isUpperCase)) {
                // the name of something that has an abbreviation
                return List.of();
            }
            boolean plain = word.open() && word.lower().length() > 2 && !word.first()
                    && word.text().substring(1).chars().noneMatch(Character::isUpperCase)
                    && !FunctionWords.isSmallInTitles(word.lower()) && small.contains(word.lower())
                    && text.at(word.start() - 1) != '/' && text.at(word.end()) != '/' && !CapitalisationRule.isName(word.lower());
            if (plain) {
                judged.add(word);
            }
        }
        return judged;
    }

    private static boolean hasCapitalInside(Word word) {
        return word.text().length() == 1 || word.text().substring(1).chars().anyMatch(Character::isUpperCase);
    }

    private static Style style(List<Word> words) {
        if (words.isEmpty()) {
            return Style.OPEN;
        }
        long capitals = words.stream().filter(word -> Character.isUpperCase(word.text().charAt(0))).count();
        return capitals == words.size() ? Style.TITLE : capitals == 0 ? Style.SENTENCE : Style.MIXED;
    }

    private static void judge(List<Heading> level, Findings findings) {
        Counts<Style> styles = new Counts<>();
        level.forEach(heading -> styles.add(heading.style()));
        Style best = styles.of(Style.TITLE) >= styles.of(Style.SENTENCE) ? Style.TITLE : Style.SENTENCE;
        int others = styles.total() - styles.of(best);
        if (styles.of(best) < HABIT || others * SLIP_SHARE > styles.of(best)) {
            return;
        }
        for (Heading heading : level) {
            if (heading.style() != best) {
                report(heading, best, styles, findings);
            }
        }
    }

    private static void report(Heading heading, Style best, Counts<Style> styles, Findings findings) {
        String text = heading.block().text().text();
        StringBuilder changed = new StringBuilder(text);
        for (Word word : heading.words()) {
            char c = word.text().charAt(0);
            changed.setCharAt(word.start(), best == Style.TITLE ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        boolean whole = best == Style.TITLE || heading.block().text().words().stream().skip(1)
                .allMatch(word -> heading.words().contains(word) || Character.isLowerCase(word.text().charAt(0)) || hasCapitalInside(word));
        List<String> replacements = whole && heading.block().block().prose().placeholders().isEmpty() ? List.of(changed.toString()) : List.of();
        findings.add(
                Rule.HEADING_CAPITALISATION, heading.block(), new TextRange(0, text.length()), replacements, text, changed.toString(),
                styles.of(best), styles.total());
    }
}
