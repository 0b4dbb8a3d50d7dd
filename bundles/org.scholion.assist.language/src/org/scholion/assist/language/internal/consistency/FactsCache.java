package org.scholion.assist.language.internal.consistency;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.Prose.Passage;

/** What rules took from blocks, as long as it may be asked again; forgets what was not asked for longest. Thread-safe. */
final class FactsCache {

    /** About 150,000 words. */
    private static final int MAX_UNITS = 1_000_000;

    private record Key(String text, BlockKind kind, String language, List<Placeholder> placeholders, List<Passage> passages) {}

    /** A block taken apart, and for each rule what it took from it. */
    record Known(BlockText text, List<Object> facts) {
        Known {
            facts = List.copyOf(facts);
        }
    }

    private final List<PaperRule<?>> rules;
    private final Map<Key, Known> known = new LinkedHashMap<>(1024, 0.75f, true);
    private int units;

    FactsCache(List<PaperRule<?>> rules) {
        this.rules = List.copyOf(rules);
    }

    synchronized Known of(Block block, String language) {
        Key key = new Key(
                block.prose().text(), block.kind(), language, block.prose().placeholders(), block.prose().passages());
        Known found = known.get(key);
        if (found != null) {
            return found;
        }
        Known made = read(new BlockText(block, language));
        known.put(key, made);
        units += key.text().length();
        Iterator<Key> oldest = known.keySet().iterator();
        while (units > MAX_UNITS && known.size() > 1) {
            units -= oldest.next().text().length();
            oldest.remove();
        }
        return made;
    }

    private Known read(BlockText text) {
        List<Object> facts = new ArrayList<>(rules.size());
        for (PaperRule<?> rule : rules) {
            facts.add(factsOf(rule, text));
        }
        return new Known(text, facts);
    }

    private static <F> Object factsOf(PaperRule<F> rule, BlockText text) {
        F facts = rule.facts(text);
        if (facts == null) {
            throw new IllegalStateException("no facts from " + rule.getClass());
        }
        return facts;
    }
}
