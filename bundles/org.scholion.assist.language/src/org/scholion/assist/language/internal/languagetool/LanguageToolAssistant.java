package org.scholion.assist.language.internal.languagetool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.ClarityPass;
import org.scholion.assist.Origin;
import org.scholion.assist.RuleCatalogue;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.language.internal.Remembered;
import org.scholion.assist.language.internal.judge.Judge;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Prose;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spelling, grammar and style by LanguageTool, sentence by sentence. Works without OSGi as well.
 *
 * <p>As a catalogue it knows the rules that found something since the start, since to know all of them it would have to load every
 * language; they are explained in their own language.
 *
 * <p>Misspellings come without replacements, which cost more than all the rest; {@link #complete} adds them.
 */
public final class LanguageToolAssistant implements BlockAssistant, RuleCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageToolAssistant.class);
    /** LanguageTool's; written down so that none of its classes load before there is something to check. A test compares it. */
    static final String VERSION = "6.8";

    private static final int REMEMBERED_CHARACTERS = 3_000_000;
    private static final int REMEMBERED_WORDS = 5_000;
    /** Replacements of a word that are looked at in its sentence. */
    private static final int LIKELY = 5;
    /** What stands for a formula or reference in what the language model reads; as long as the placeholder. */
    private static final char SYMBOL = 'x';

    private final Origin origin = new Origin("LanguageTool", VERSION);
    private final ToolPool pool = new ToolPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Remembered<Sentence, List<SentenceMatch>> sentences =
            new Remembered<>(REMEMBERED_CHARACTERS, sentence -> sentence.text().length());
    private final Map<Word, List<String>> replacements = new ConcurrentHashMap<>();
    private final Judged judged;

    /** By rules and dictionaries alone. */
    public LanguageToolAssistant() {
        this(Judge.NONE);
    }

    /** @param judge says which of several replacements fits the sentence, and which corrections make it no better */
    public LanguageToolAssistant(Judge judge) {
        judged = new Judged(judge);
    }

    /** A misspelled word of a language. */
    private record Word(String code, String text) {}

    /**
     * A sentence that was checked.
     *
     * @param language LanguageTool's code
     * @param last whether it ends its paragraph
     * @param rulesOn rules that are off by default and run
     */
    private record Sentence(String language, String text, boolean last, Set<String> rulesOn) {}

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Set<Category> categories() {
        return EnumSet.of(Category.SPELLING, Category.GRAMMAR, Category.STYLE);
    }

    @Override
    public boolean supports(String language) {
        return LanguageCodes.of(language).isPresent();
    }

    @Override
    public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel)
            throws AssistException, CancelledException {
        if (block.kind() == BlockKind.AUTHOR || block.kind() == BlockKind.BIBLIOGRAPHY) {
            return List.of();
        }
        List<BlockFinding> found = new ArrayList<>();
        for (Rendering rendering : Rendering.of(block.prose(), block.language())) {
            Optional<String> code = LanguageCodes.of(rendering.language());
            if (code.isPresent() && !rendering.text().isBlank()) {
                try (ToolPool.Lease lease = pool.lease(code.get(), cancel)) {
                    check(lease.checker(), code.get(), rendering, block, settings, cancel, found);
                }
            }
        }
        return found;
    }

    private void check(
            SentenceChecker checker,
            String code,
            Rendering rendering,
            Block block,
            CheckSettings settings,
            CancelToken cancel,
            List<BlockFinding> found)
            throws AssistException, CancelledException {
        Set<String> rulesOn = rulesOn(settings);
        List<String> texts = checker.sentences(rendering.text());
        int start = 0;
        for (int i = 0; i < texts.size(); i++) {
            cancel.check();
            String text = texts.get(i);
            boolean last = i == texts.size() - 1 && block.kind().holdsSentences();
            var key = new Sentence(code, text, last, rulesOn);
            Optional<List<SentenceMatch>> known = sentences.find(key);
            List<SentenceMatch> matches = known.isPresent() ? known.get() : check(checker, key, cancel);
            for (SentenceMatch match : matches) {
                TextRange range = rendering.map().toSource(match.range().shifted(start));
                if (!settings.rulesOff().contains(match.rule().id())
                        && Plausibility.isMeant(match, block, range, i == 0 || rendering.passage())) {
                    found.add(finding(match, block, range));
                }
            }
            start += text.length();
        }
    }

    /** Without those that are not LanguageTool's, so that switching the pass over tone and clarity leaves what is known about sentences. */
    private static Set<String> rulesOn(CheckSettings settings) {
        Set<String> rules = new HashSet<>(settings.rulesOn());
        rules.removeAll(ClarityPass.RULES);
        return Set.copyOf(rules);
    }

    private List<SentenceMatch> check(SentenceChecker checker, Sentence key, CancelToken cancel)
            throws AssistException, CancelledException {
        try {
            List<SentenceMatch> raw = checker.check(key.text(), key.last(), key.rulesOn(), cancel);
            List<SentenceMatch> matches = judged.plausible(key.language(), key.text(), raw, cancel);
            sentences.remember(key, List.copyOf(matches));
            return matches;
        } catch (IOException e) {
            throw new AssistException(NLS.bind(Messages.ToolPool_notLoaded, key.language(), e), e);
        }
    }

    private BlockFinding finding(SentenceMatch match, Block block, TextRange range) {
        RuleFacts rule = match.rule();
        String reason = rule.spelling() && !match.variety()
                ? Messages.LanguageToolAssistant_unknownWord
                : NLS.bind(Messages.LanguageToolAssistant_reason, rule.description(), rule.group());
        boolean sure = Plausibility.isSure(match, range.of(block.prose().text()));
        Advice advice = new Advice(
                rule.id(), rule.category(), rule.severity(), match.message(), reason, match.replacements(), origin,
                rule.confidence(), sure);
        return new BlockFinding(range, advice);
    }

    @Override
    public BlockFinding complete(Block block, BlockFinding finding) {
        Advice advice = finding.advice();
        Optional<String> code = LanguageCodes.of(languageAt(block, finding.range()));
        if (advice.category() != Category.SPELLING || !advice.replacements().isEmpty() || code.isEmpty()) {
            return finding;
        }
        Word word = new Word(code.get(), finding.range().of(block.prose().text()));
        List<String> found = replacements(word, block, finding.range());
        Advice completed = new Advice(
                advice.rule(), advice.category(), advice.severity(), advice.message(), advice.reason(), found, advice.origin(),
                advice.confidence(), ClearTypo.isSure(word.text(), found));
        return new BlockFinding(finding.range(), completed);
    }

    @Override
    public List<RuleDescription> rules(Locale locale) {
        return pool.knownRules().stream()
                .map(rule -> new RuleDescription(
                        rule.id(), rule.category(), rule.description(), rule.group(), rule.wrong(), rule.right(), rule.onByDefault(), origin))
                .sorted(Comparator.comparing(RuleDescription::id))
                .toList();
    }

    private List<String> replacements(Word word, Block block, TextRange range) {
        try {
            List<String> ofWord = replacements(word);
            // that many come close; the language model takes its time for each
            List<String> likely = ofWord.subList(0, Math.min(LIKELY, ofWord.size()));
            if (ClearTypo.isSure(word.text(), likely)) {
                return likely;
            }
            TextRange sentence = SentenceSplitter.of(block.language()).split(block.prose().text()).stream()
                    .filter(candidate -> candidate.contains(range))
                    .findFirst()
                    .orElse(range);
            String text = sentence.of(block.prose().text()).replace(Prose.PLACEHOLDER, SYMBOL);
            return judged.ranked(word.code(), text, range.shifted(-sentence.start()), likely, CancelToken.NEVER);
        } catch (AssistException | IOException e) {
            LOG.warn("No replacements for a word", e);
        } catch (CancelledException e) {
            // the thread was interrupted and its flag is set again; nobody waits for the words
            LOG.debug("Interrupted", e);
        }
        return List.of();
    }

    private List<String> replacements(Word word) throws AssistException, IOException, CancelledException {
        List<String> known = replacements.get(word);
        if (known != null) {
            return known;
        }
        try (ToolPool.Lease lease = pool.lease(word.code(), CancelToken.NEVER)) {
            List<String> found = lease.checker().replacements(word.text());
            if (replacements.size() >= REMEMBERED_WORDS) {
                replacements.clear();
            }
            replacements.put(word, found);
            return found;
        }
    }

    private static String languageAt(Block block, TextRange range) {
        return block.prose().passages().stream()
                .filter(passage -> passage.kind() == Prose.Passage.Kind.LANGUAGE && passage.range().contains(range))
                .map(Prose.Passage::language)
                .findFirst()
                .orElse(block.language());
    }
}
