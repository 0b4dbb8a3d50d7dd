package org.scholion.assist.language.internal.clarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;
import org.scholion.assist.language.internal.DocumentedRule;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.manuscript.Block;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/**
 * Looks over tone and clarity of English prose, sentence by sentence, when its rules are switched on; does nothing at all when they are
 * not. Thread-safe.
 */
public final class ClarityAssistant implements BlockAssistant {

    private static final String ENGLISH = "en";

    private final English english = new English();
    private final List<ClarityCheck> checks = List.of(
            new WordyCheck(english),
            new NominalCheck(english),
            new VagueCheck(english),
            new InformalCheck(english),
            new LongSentenceCheck(),
            new PassiveCheck(),
            new HedgeCheck(english),
            new ClaimCheck(english));

    @Override
    public Origin origin() {
        return DocumentedRule.SCHOLION;
    }

    @Override
    public Set<Category> categories() {
        return Set.of(Category.STYLE);
    }

    @Override
    public boolean supports(String language) {
        return language.equals(ENGLISH) || language.startsWith(ENGLISH + '-');
    }

    @Override
    public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel)
            throws AssistException, CancelledException {
        Set<ClarityRule> wanted = DocumentedRule.wanted(ClarityRule.class, settings);
        if (wanted.isEmpty() || !block.kind().holdsSentences()) {
            return List.of();
        }
        BlockText text = new BlockText(block, block.language());
        List<BlockFinding> found = new ArrayList<>();
        try {
            for (Sentence sentence : sentences(text, block.language())) {
                cancel.check();
                Told told = new Told(block, text, sentence, found);
                for (ClarityCheck check : checks) {
                    if (wanted.contains(check.rule())) {
                        check.look(sentence, told);
                    }
                }
            }
        } catch (English.UnavailableException e) {
            throw e.asFailure();
        }
        found.sort(Comparator.comparing(BlockFinding::range));
        return found;
    }

    private List<Sentence> sentences(BlockText text, String language) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (TextRange range : text.sentences()) {
            int to = from;
            while (to < text.words().size() && text.words().get(to).start() < range.end()) {
                to++;
            }
            List<Word> words = text.words().subList(from, to);
            if (!words.isEmpty()) {
                sentences.add(new Sentence(text, range, words, language, english));
            }
            from = to;
        }
        return sentences;
    }
}
