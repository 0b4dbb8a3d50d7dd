package org.scholion.assist.language.internal.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scholion.assist.Finding;
import org.scholion.assist.BlockFinding;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.TextRange;

/** Collects what the rules find in a paper; leaves out what nobody wants. Not thread-safe. */
public final class Findings {

    private final Manuscript manuscript;
    private final Set<Rule> wanted;
    private final List<Finding> found = new ArrayList<>();

    Findings(Manuscript manuscript, Set<Rule> wanted) {
        this.manuscript = manuscript;
        this.wanted = wanted;
    }

    /** Whether somebody wants findings of that rule. */
    public boolean wants(Rule rule) {
        return wanted.contains(rule);
    }

    /**
     * Adds a finding in the prose. Words that a macro of the paper prints are left alone: they are not written there.
     *
     * @param replacements the best first; may be empty
     * @param arguments of the rule's message
     */
    public void add(Rule rule, PaperBlock block, TextRange range, List<String> replacements, Object... arguments) {
        if (wanted.contains(rule) && !block.block().prose().map().hasExpansion(range)) {
            BlockFinding finding = new BlockFinding(range, rule.advice(replacements, arguments));
            found.add(Finding.inBlock(manuscript, block.index(), finding));
        }
    }

    /** Adds a finding about the source itself; replacements are in its notation. */
    public void add(Rule rule, SourceRange range, List<String> replacements, Object... arguments) {
        if (wanted.contains(rule)) {
            found.add(Finding.inSource(manuscript, range, rule.advice(replacements, arguments)));
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
