package org.scholion.assist.language.internal.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.Origin;
import org.scholion.assist.PaperAssistant;
import org.scholion.assist.language.internal.DocumentedRule;
import org.scholion.assist.language.internal.consistency.FactsCache.Known;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Asks the rules that judge the whole paper. Thread-safe. */
public final class ConsistencyAssistant implements PaperAssistant {

    private final List<PaperRule<?>> rules = RuleSet.paperRules();
    private final FactsCache cache = new FactsCache(rules);

    @Override
    public Origin origin() {
        return DocumentedRule.SCHOLION;
    }

    @Override
    public Set<Category> categories() {
        return rules.stream().flatMap(rule -> rule.rules().stream()).map(Rule::category).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Finding> check(Manuscript manuscript, CheckSettings settings, CancelToken cancel) throws CancelledException {
        List<PaperBlock> blocks = new ArrayList<>(manuscript.blocks().size());
        List<Known> known = new ArrayList<>(manuscript.blocks().size());
        for (int i = 0; i < manuscript.blocks().size(); i++) {
            Block block = manuscript.blocks().get(i);
            if (!block.prose().isEmpty()) {
                cancel.check();
                Known found = cache.of(block, settings.languageFor(block.language()));
                blocks.add(new PaperBlock(i, block, found.text()));
                known.add(found);
            }
        }
        Paper paper = new Paper(manuscript, blocks, settings.languageFor(manuscript.language()));
        Findings findings = new Findings(manuscript, Rule.wanted(settings));
        for (int i = 0; i < rules.size(); i++) {
            cancel.check();
            if (rules.get(i).rules().stream().anyMatch(findings::wants)) {
                judge(rules.get(i), i, paper, known, findings);
            }
        }
        return findings.all();
    }

    private static <F> void judge(PaperRule<F> rule, int index, Paper paper, List<Known> known, Findings findings) {
        List<F> facts = new ArrayList<>(known.size());
        for (Known block : known) {
            // the cache keeps at each rule's number what that very rule returned
            @SuppressWarnings("unchecked")
            F ofBlock = (F) block.facts().get(index);
            facts.add(ofBlock);
        }
        rule.judge(paper, facts, findings);
    }
}
