package org.scholion.assist.language.internal.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;
import org.scholion.assist.language.internal.DocumentedRule;
import org.scholion.manuscript.Block;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Asks the rules that need one block only. Thread-safe. */
public final class ProseAssistant implements BlockAssistant {

    private final List<BlockRule> rules = RuleSet.blockRules();

    @Override
    public Origin origin() {
        return DocumentedRule.SCHOLION;
    }

    @Override
    public Set<Category> categories() {
        return rules.stream().flatMap(rule -> rule.rules().stream()).map(Rule::category).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean supports(String language) {
        return true;
    }

    @Override
    public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel) throws CancelledException {
        Set<Rule> wanted = Rule.wanted(settings);
        List<BlockFinding> found = new ArrayList<>();
        BlockText text = new BlockText(block, block.language());
        for (BlockRule rule : rules) {
            cancel.check();
            rule.judge(text, (id, range, replacements, arguments) -> {
                if (wanted.contains(id) && text.isOpen(range.start()) && !block.prose().map().hasExpansion(range)) {
                    found.add(new BlockFinding(range, id.advice(replacements, arguments)));
                }
            });
        }
        return found;
    }
}
