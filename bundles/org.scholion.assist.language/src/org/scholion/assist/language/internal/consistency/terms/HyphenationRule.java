package org.scholion.assist.language.internal.consistency.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.assist.language.internal.consistency.terms.Compound.Form;
import org.scholion.assist.language.internal.consistency.terms.Compound.Use;
import org.scholion.manuscript.BlockKind;

/**
 * Compounds written with a hyphen here and without it there. An adjective before its noun may have a hyphen that the same words lack
 * elsewhere: those uses are compared only before the same noun, and the others only among themselves.
 */
public final class HyphenationRule implements PaperRule<HyphenationRule.Facts> {

    /** A shorter word is no compound worth a rule. */
    private static final int MIN_CLOSED = 5;
    /** More findings of one compound say no more than these. */
    private static final int MAX_OF_ONE = 5;
    /** The other way is a slip when it is this many times rarer; else the author has no habit. */
    private static final int SLIP_SHARE = 3;
    /** A hyphen in a word that is also written as one is hardly ever meant. */
    private static final int CLOSED_SHARE = 2;

    /**
     * The words of a block that may be parts of compounds.
     *
     * @param hyphenated compounds with a hyphen
     * @param closed words that may be compounds written as one, by their key
     * @param pairs words that stand side by side
     */
    public record Facts(List<Use> hyphenated, List<Use> closed, List<Use> pairs) {
        static final Facts NONE = new Facts(List.of(), List.of(), List.of());

        public Facts {
            hyphenated = List.copyOf(hyphenated);
            closed = List.copyOf(closed);
            pairs = List.copyOf(pairs);
        }
    }

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.TERM_HYPHENATION);
    }

    @Override
    public Facts facts(BlockText text) {
        boolean prose = text.kind().holdsSentences() || text.kind() == BlockKind.HEADING || text.kind() == BlockKind.TITLE;
        return prose && text.isEnglish() ? new CompoundReader(text).read() : Facts.NONE;
    }

    /** A use and the block that it is in. */
    private record Place(PaperBlock block, Use use) {}

    /** All uses of one compound. */
    private static final class Group {
        final List<Place> hyphenated = new ArrayList<>();
        final List<Place> closed = new ArrayList<>();
        final List<Place> open = new ArrayList<>();

        List<Place> of(Form form) {
            return switch (form) {
                case HYPHENATED -> hyphenated;
                case CLOSED -> closed;
                case OPEN -> open;
            };
        }
    }

    @Override
    public void judge(Paper paper, List<Facts> facts, Findings findings) {
        Map<String, Group> groups = groups(paper, facts);
        for (Group group : groups.values()) {
            if (!group.hyphenated.isEmpty() && !group.closed.isEmpty()) {
                judgeClosed(group, findings);
            } else if (!group.closed.isEmpty()) {
                judgeClosedAndOpen(group, findings);
            } else if (!group.open.isEmpty()) {
                judgeBeforeNouns(group, findings);
                judgeElsewhere(group, findings);
            }
        }
    }

    private static Map<String, Group> groups(Paper paper, List<Facts> facts) {
        Map<String, Group> groups = new LinkedHashMap<>();
        Set<String> closed = new HashSet<>();
        for (int i = 0; i < facts.size(); i++) {
            for (Use use : facts.get(i).hyphenated()) {
                groups.computeIfAbsent(use.key(), key -> new Group()).hyphenated.add(new Place(paper.blocks().get(i), use));
            }
            for (Use use : facts.get(i).closed()) {
                closed.add(use.key());
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            for (Use use : facts.get(i).pairs()) {
                @Nullable Group group = groups.get(use.key());
                if (group == null && closed.contains(use.key()) && Compound.mayBeOneWord(use)) {
                    group = new Group();
                    groups.put(use.key(), group);
                }
                if (group != null) {
                    group.open.add(new Place(paper.blocks().get(i), use));
                }
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            for (Use use : facts.get(i).closed()) {
                @Nullable Group group = groups.get(use.key());
                if (group != null) {
                    group.closed.add(new Place(paper.blocks().get(i), use));
                }
            }
        }
        return groups;
    }

    /** One word and a hyphen: never both, whatever stands behind. */
    private static void judgeClosed(Group group, Findings findings) {
        Use sample = group.hyphenated.getFirst().use();
        if (Compound.mayDiffer(sample.key())) {
            return;
        }
        List<Place> open = group.open.stream().filter(place -> Compound.mayBeOneWord(place.use())).toList();
        Form best = group.closed.size() >= group.hyphenated.size() ? Form.CLOSED : Form.HYPHENATED;
        if (open.size() > 2 * group.of(best).size() && !Compound.isPrefix(sample.first())) {
            best = Form.OPEN;
        }
        List<Place> minority = new ArrayList<>();
        for (Form form : List.of(Form.HYPHENATED, Form.CLOSED)) {
            if (form != best) {
                minority.addAll(group.of(form));
            }
        }
        if (best == Form.OPEN) {
            // a compound adjective may keep its hyphen
            minority.removeIf(place -> place.use().form() == Form.HYPHENATED && !place.use().alone());
        }
        if (group.of(best).size() < CLOSED_SHARE * minority.size()) {
            return;
        }
        report(minority, best, sample, group, findings);
    }

    private static void judgeClosedAndOpen(Group group, Findings findings) {
        Use sample = group.open.getFirst().use();
        if (Compound.mayDiffer(sample.key())) {
            return;
        }
        Form best = group.closed.size() >= group.open.size() ? Form.CLOSED : Form.OPEN;
        if (!isHabit(group.of(best), group.of(best == Form.CLOSED ? Form.OPEN : Form.CLOSED))) {
            return;
        }
        report(best == Form.CLOSED ? group.open : group.closed, best, sample, group, findings);
    }

    /** "mean-field theory" beside "mean field theory". */
    private static void judgeBeforeNouns(Group group, Findings findings) {
        Map<String, List<Place>> hyphenated = byNoun(group.hyphenated);
        Map<String, List<Place>> open = byNoun(group.open);
        hyphenated.keySet().retainAll(open.keySet());
        open.keySet().retainAll(hyphenated.keySet());
        if (hyphenated.isEmpty()) {
            return;
        }
        List<Place> withHyphen = hyphenated.values().stream().flatMap(List::stream).toList();
        List<Place> without = open.values().stream().flatMap(List::stream).toList();
        // a hyphen in a compound adjective helps the reader: it is never the one that is wrong
        if (isHabit(withHyphen, without)) {
            report(without, Form.HYPHENATED, group.hyphenated.getFirst().use(), group, findings);
        }
    }

    private static Map<String, List<Place>> byNoun(List<Place> places) {
        Map<String, List<Place>> byNoun = new HashMap<>();
        for (Place place : places) {
            if (place.use().beforeNoun()) {
                byNoun.computeIfAbsent(place.use().next(), noun -> new ArrayList<>()).add(place);
            }
        }
        return byNoun;
    }

    /** "the data-set is" beside "the data set is". */
    private static void judgeElsewhere(Group group, Findings findings) {
        List<Place> withHyphen = group.hyphenated.stream().filter(place -> place.use().alone()).toList();
        List<Place> without = group.open.stream().filter(place -> place.use().alone()).toList();
        if (withHyphen.isEmpty() || without.isEmpty()) {
            return;
        }
        boolean hyphenWins = withHyphen.size() > without.size();
        if (!isHabit(hyphenWins ? withHyphen : without, hyphenWins ? without : withHyphen)) {
            return;
        }
        Use sample = group.hyphenated.getFirst().use();
        report(hyphenWins ? without : withHyphen, hyphenWins ? Form.HYPHENATED : Form.OPEN, sample, group, findings);
    }

    private static boolean isHabit(List<Place> often, List<Place> rare) {
        return often.size() >= SLIP_SHARE * rare.size();
    }

    private static void report(List<Place> minority, Form best, Use sample, Group group, Findings findings) {
        int told = 0;
        for (Place place : minority) {
            Use use = place.use();
            boolean mentioned = place.block().text().isEmphasised(use.word().start());
            if (use.word().open() && !mentioned && told < MAX_OF_ONE) {
                String written = use.range().of(place.block().text().text());
                String replacement = use.written(best, sample.first().length());
                findings.add(
                        Rule.TERM_HYPHENATION, place.block(), use.range(), List.of(replacement), written, replacement,
                        group.of(best).size());
                told++;
            }
        }
    }

    /** Reads the words of one block. */
    private static final class CompoundReader {
        private final BlockText text;
        private final List<Use> hyphenated = new ArrayList<>();
        private final List<Use> closed = new ArrayList<>();
        private final List<Use> pairs = new ArrayList<>();

        CompoundReader(BlockText text) {
            this.text = text;
        }

        Facts read() {
            List<Word> words = text.words();
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                int hyphen = word.lower().indexOf('-');
                if (hyphen > 0) {
                    readHyphenated(word, hyphen, i);
                } else if (word.lower().length() >= MIN_CLOSED && Compound.isPlain(word.lower()) && !isCode(word)) {
                    closed.add(new Use(Form.CLOSED, word, word.end(), Compound.key(word.lower()), "", "", "", false, false));
                }
                if (hyphen < 0 && text.joinsNext(i) && isPart(word) && isPart(words.get(i + 1)) && !isHyphenBefore(word)) {
                    readPair(word, words.get(i + 1), i);
                }
            }
            return new Facts(hyphenated, closed, pairs);
        }

        /** A name with capital letters inside, or part of an address or path. */
        private boolean isCode(Word word) {
            char before = text.at(word.start() - 1);
            char behind = text.at(word.end());
            boolean dotted = behind == '.' && Character.isLetterOrDigit(text.at(word.end() + 1));
            return "./@\\_#".indexOf(before) >= 0 || "/@\\_=".indexOf(behind) >= 0 || dotted
                    || word.text().substring(1, word.lower().length()).chars().anyMatch(Character::isUpperCase);
        }

        private boolean isHyphenBefore(Word word) {
            char before = text.at(word.start() - 1);
            return before == '-' || before == '/' || before == '–';
        }

        private static boolean isPart(Word word) {
            return word.lower().length() > 1 && Compound.isPlain(word.lower()) && !FunctionWords.isFunctionWord(word.lower());
        }

        private void readHyphenated(Word word, int hyphen, int index) {
            String first = word.lower().substring(0, hyphen);
            String second = word.lower().substring(hyphen + 1);
            boolean compound = second.indexOf('-') < 0 && first.length() + second.length() > 4 && second.length() > 1
                    && Compound.isPlain(first) && Compound.isPlain(second) && !isHyphenBefore(word) && text.at(word.end()) != '-';
            if (compound) {
                hyphenated.add(use(Form.HYPHENATED, word, word.end(), first, second, index + 1));
            }
        }

        private void readPair(Word word, Word next, int index) {
            pairs.add(use(Form.OPEN, word, next.end(), word.lower(), next.text(), index + 2));
        }

        private Use use(Form form, Word word, int end, String first, String second, int nextIndex) {
            @Nullable Word next = nextIndex < text.words().size() ? text.words().get(nextIndex) : null;
            char behind = text.at(end);
            boolean adjacent = next != null && next.start() == end + 1 && BlockText.isSpace(behind);
            String noun = next != null && adjacent && !FunctionWords.isFunctionWord(next.lower()) && Compound.isPlain(next.lower())
                    ? Compound.stem(next.lower())
                    : "";
            boolean stops = behind == '\n' || (behind == '.' || behind == ';' || behind == ':') && text.at(end + 1) != '\uFFFC';
            boolean alone = stops || next != null && adjacent && FunctionWords.isAuxiliary(next.lower());
            return new Use(form, word, end, Compound.key((first + second).toLowerCase(Locale.ROOT)), first, second, noun, !noun.isEmpty(), alone);
        }
    }
}
