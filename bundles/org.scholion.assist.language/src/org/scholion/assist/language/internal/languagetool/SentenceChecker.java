package org.scholion.assist.language.internal.languagetool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.languagetool.AnalyzedSentence;
import org.languagetool.AnalyzedTokenReadings;
import org.languagetool.JLanguageTool;
import org.languagetool.Language;
import org.languagetool.markup.AnnotatedTextBuilder;
import org.languagetool.rules.CleanOverlappingFilter;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.SameRuleGroupFilter;
import org.languagetool.rules.TextLevelRule;
import org.languagetool.rules.patterns.RuleSet;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** One LanguageTool with only the rules that are wanted. Not thread-safe; what its language holds is shared by all of them. */
final class SentenceChecker {

    private static final int MAX_REPLACEMENTS = 5;
    private static final int RULES_BETWEEN_POLLS = 64;
    private static final Pattern OTHER_VARIETY = Pattern.compile("' is (British|American) English\\.$");
    private static final Pattern TAGS = Pattern.compile("</?[a-z]+>");

    /** Of the rules that look at more than a sentence, those that mean something for one; the others never run. */
    private static final Set<String> TEXT_RULES = Set.of("UPPERCASE_SENTENCE_START");

    private final String code;
    private final Language language;
    private final JLanguageTool tool;
    private final RuleTable table;
    private final List<Rule> spellers;
    private final Map<Set<String>, RuleSet> ruleSets = new HashMap<>();

    /**
     * @param code LanguageTool's, of {@code language}
     */
    SentenceChecker(String code, Language language, RuleTable table) {
        this.code = code;
        this.language = language;
        this.table = table;
        tool = new JLanguageTool(language);
        spellers = tool.getAllRules().stream()
                .filter(rule -> rule.isDictionaryBasedSpellingRule() && !rule.isDefaultOff())
                .toList();
        ruleSet(Set.of());
    }

    List<String> sentences(String text) {
        return tool.sentenceTokenize(text);
    }

    /**
     * Judges a sentence.
     *
     * @param last whether it ends its paragraph
     * @param rulesOn rules that are off by default and wanted
     */
    List<SentenceMatch> check(String sentence, boolean last, Set<String> rulesOn, CancelToken cancel)
            throws IOException, CancelledException {
        AnalyzedSentence analyzed = analyze(sentence, last);
        List<SentenceMatch> found = new ArrayList<>();
        for (Rule speller : spellers) {
            for (RuleMatch match : speller.match(analyzed)) {
                if (!Substitute.touches(sentence, range(match))) {
                    found.add(misspelling(match));
                }
            }
        }
        cancel.check();
        RuleSet rules = ruleSet(rulesOn);
        List<RuleMatch> matches = match(rules.rulesForSentence(analyzed), analyzed, cancel);
        // one rule may find things under many ids
        matches.removeIf(match -> !table.runs(match.getRule(), rulesOn));
        if (Substitute.isIn(sentence)) {
            matches.removeIf(match -> Substitute.touches(sentence, range(match)));
            if (!matches.isEmpty()) {
                keepRobust(matches, sentence, last, cancel);
            }
        }
        // those that may be dropped must not push others aside
        Map<Boolean, List<RuleMatch>> byJudged =
                matches.stream().collect(Collectors.partitioningBy(match -> table.isJudged(match.getRule(), rulesOn)));
        byJudged.forEach((judged, some) -> {
            for (RuleMatch match : filtered(some, sentence, rules)) {
                found.add(new SentenceMatch(
                        range(match), table.facts(match.getRule()), message(match), replacements(match), judged, false));
            }
        });
        return found;
    }

    /** What a misspelled word may have been meant to be; the best first. */
    List<String> replacements(String word) throws IOException {
        AnalyzedSentence analyzed = tool.getRawAnalyzedSentence(word);
        for (Rule speller : spellers) {
            for (RuleMatch match : speller.match(analyzed)) {
                if (match.getFromPos() == 0 && match.getToPos() == word.length()) {
                    return replacements(match);
                }
            }
        }
        return List.of();
    }

    private AnalyzedSentence analyze(String sentence, boolean last) throws IOException {
        AnalyzedSentence analyzed = tool.getAnalyzedSentence(sentence);
        if (last) {
            AnalyzedTokenReadings[] tokens = analyzed.getTokens();
            tokens[tokens.length - 1].setParagraphEnd();
        }
        return analyzed;
    }

    private static List<RuleMatch> match(List<Rule> rules, AnalyzedSentence sentence, CancelToken cancel)
            throws IOException, CancelledException {
        List<RuleMatch> matches = new ArrayList<>();
        int polled = 0;
        for (Rule rule : rules) {
            if (++polled % RULES_BETWEEN_POLLS == 0) {
                cancel.check();
            }
            RuleMatch[] found = rule instanceof TextLevelRule text
                    ? text.match(List.of(sentence), new AnnotatedTextBuilder().addText(sentence.getText()).build())
                    : rule.match(sentence);
            matches.addAll(List.of(found));
        }
        return matches;
    }

    /** Leaves those that come again when another noun stands for what is no text. */
    private void keepRobust(List<RuleMatch> matches, String sentence, boolean last, CancelToken cancel)
            throws IOException, CancelledException {
        Substitute.Variant variant = Substitute.Variant.of(code, sentence);
        List<Rule> rules = matches.stream().map(RuleMatch::getRule).distinct().toList();
        Set<String> again = match(rules, analyze(variant.text(), last), cancel).stream()
                .map(match -> match.getRule().getId() + variant.map().toSource(range(match)))
                .collect(Collectors.toSet());
        matches.removeIf(match -> !again.contains(match.getRule().getId() + range(match)));
    }

    private List<RuleMatch> filtered(List<RuleMatch> matches, String sentence, RuleSet rules) {
        if (matches.isEmpty()) {
            return matches;
        }
        matches.forEach(RuleMatch::setOriginalErrorStr);
        List<RuleMatch> left = new SameRuleGroupFilter().filter(matches);
        left = language.filterRuleMatches(left, new AnnotatedTextBuilder().addText(sentence).build(), rules.allRuleIds());
        left = new CleanOverlappingFilter(language, false).filter(left);
        return language.filterRuleMatchesAfterOverlapping(left);
    }

    private SentenceMatch misspelling(RuleMatch match) {
        boolean variety = OTHER_VARIETY.matcher(match.getMessage()).find();
        return new SentenceMatch(range(match), table.facts(match.getRule()), message(match), List.of(), false, variety);
    }

    private static String message(RuleMatch match) {
        return TAGS.matcher(match.getMessage()).replaceAll("");
    }

    private static List<String> replacements(RuleMatch match) {
        return match.getSuggestedReplacements().stream().limit(MAX_REPLACEMENTS).toList();
    }

    private static TextRange range(RuleMatch match) {
        return new TextRange(match.getFromPos(), match.getToPos());
    }

    private RuleSet ruleSet(Set<String> rulesOn) {
        return ruleSets.computeIfAbsent(rulesOn, on -> RuleSet.textLemmaHinted(tool.getAllRules().stream()
                .filter(rule -> !rule.isDictionaryBasedSpellingRule()
                        && (!(rule instanceof TextLevelRule) || TEXT_RULES.contains(rule.getId()))
                        && table.runs(rule, on))
                .toList()));
    }
}
