package org.scholion.assist.language.internal.languagetool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.languagetool.Tag;
import org.languagetool.rules.Rule;
import org.scholion.assist.Category;
import org.scholion.assist.Severity;

/**
 * What is made of LanguageTool's rules for one language, from the files {@code rules-any.tsv} and {@code rules-<language>.tsv}: a
 * rule or category a line, what is done with it, and why.
 */
final class RuleTable {

    /** What is done with the findings of a rule. */
    private enum Use {
        /** The rule does not run unless somebody switches it on. */
        OFF,
        /** Wrong too often to be told by itself: told where a language model agrees. */
        JUDGED,
        /** Runs, and its findings are a matter of taste. */
        STYLE,
        /** Runs although LanguageTool or its category is off. */
        ON,
        /** Right so often that the first replacement may be applied unseen. */
        SURE
    }

    private static final Pattern MARKER = Pattern.compile("</?marker>");
    private static final double CONFIDENCE_OF_SPELLING = 0.3;
    private static final double CONFIDENCE_OF_GRAMMAR = 0.6;
    private static final double CONFIDENCE_OF_STYLE = 0.4;
    private static final Set<String> OF_STYLE = Set.of(
            "STYLE", "REDUNDANCY", "PLAIN_ENGLISH", "REPETITIONS_STYLE", "CREATIVE_WRITING", "TEXT_ANALYSIS", "WIKIPEDIA",
            "COLLOQUIALISMS", "GENDER_NEUTRALITY", "CAT_PLEONASMES", "CAT_ANGLICISMES", "CLICHES",
            "FORMAL_SPEECH", "EXTENDED", "STYLISTIC_ADVICE", "PLEONASMS", "BARBARISMS");
    private static final Set<String> OF_FORM = Set.of("PUNCTUATION", "TYPOGRAPHY", "CASING", "COMPOUNDING", "MISC");

    private final Map<String, Use> uses = new HashMap<>();
    private final Map<Pattern, Use> patterns = new LinkedHashMap<>();
    private final Map<String, RuleFacts> facts = new HashMap<>();

    /** @param language two letters */
    RuleTable(String language) {
        read("rules-" + language + ".tsv");
        read("rules-any.tsv");
    }

    /** Whether a rule runs; {@code rulesOn} are those that the author switched on. */
    boolean runs(Rule rule, Set<String> rulesOn) {
        if (rulesOn.contains(rule.getId())) {
            return true;
        }
        boolean off = rule.isDefaultOff() || rule.getCategory().isDefaultOff() || rule.hasTag(Tag.picky);
        Optional<Use> use = use(rule);
        return use.isEmpty() ? !off : use.get() != Use.OFF && (use.get() == Use.ON || !off);
    }

    /** Whether a language model has to agree with the rule; {@code rulesOn} are those that the author switched on. */
    boolean isJudged(Rule rule, Set<String> rulesOn) {
        return !rulesOn.contains(rule.getId()) && use(rule).filter(use -> use == Use.JUDGED).isPresent();
    }

    /** What is known of the rule that found something. */
    synchronized RuleFacts facts(Rule rule) {
        return facts.computeIfAbsent(rule.getId(), id -> newFacts(rule));
    }

    /** All rules that found something since the start. */
    synchronized List<RuleFacts> known() {
        return List.copyOf(facts.values());
    }

    private static String plain(String example) {
        return MARKER.matcher(example).replaceAll("");
    }

    private RuleFacts newFacts(Rule rule) {
        boolean spelling = rule.isDictionaryBasedSpellingRule();
        String group = rule.getCategory().getId().toString();
        Optional<Use> use = use(rule);
        boolean sure = use.filter(one -> one == Use.SURE).isPresent();
        boolean style = use.filter(one -> one == Use.STYLE).isPresent() || OF_STYLE.contains(group) && !sure;
        Category category = spelling ? Category.SPELLING : style ? Category.STYLE : Category.GRAMMAR;
        Severity severity =
                switch (category) {
                    case SPELLING -> Severity.ERROR;
                    case GRAMMAR -> OF_FORM.contains(group) ? Severity.WARNING : Severity.ERROR;
                    case STYLE, CONSISTENCY, CITATION -> Severity.INFO;
                };
        double confidence = spelling ? CONFIDENCE_OF_SPELLING : style ? CONFIDENCE_OF_STYLE : CONFIDENCE_OF_GRAMMAR;
        return new RuleFacts(
                rule.getId(),
                rule.getDescription(),
                rule.getCategory().getName(),
                category,
                severity,
                confidence,
                spelling,
                sure,
                runs(rule, Set.of()),
                rule.getIncorrectExamples().stream().map(example -> plain(example.getExample())).findFirst().orElse(""),
                rule.getCorrectExamples().stream().map(example -> plain(example.getExample())).findFirst().orElse(""));
    }

    private Optional<Use> use(Rule rule) {
        for (String key : List.of(rule.getFullId(), rule.getId())) {
            Use use = uses.get(key);
            if (use != null) {
                return Optional.of(use);
            }
        }
        for (Map.Entry<Pattern, Use> entry : patterns.entrySet()) {
            if (entry.getKey().matcher(rule.getId()).matches()) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.ofNullable(uses.get("category:" + rule.getCategory().getId()));
    }

    private void read(String name) {
        try (InputStream in = RuleTable.class.getResourceAsStream(name)) {
            if (in != null) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        String[] fields = line.split("\t", -1);
        Use use = Use.valueOf(fields[0].toUpperCase(Locale.ROOT));
        for (String id : fields[1].split(" ")) {
            if (id.indexOf('*') >= 0) {
                patterns.put(Pattern.compile(id.replace("*", ".*")), use);
            } else {
                uses.putIfAbsent(id, use);
            }
        }
    }
}
