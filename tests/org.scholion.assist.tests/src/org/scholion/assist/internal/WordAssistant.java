package org.scholion.assist.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.scholion.assist.Advice;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
import org.scholion.manuscript.Block;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** Finds a word wherever it stands, and counts how often it was asked. */
class WordAssistant implements BlockAssistant {

    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger completed = new AtomicInteger();
    private final String word;
    private final Category category;
    private final Origin origin;

    WordAssistant(String word) {
        this(word, Category.SPELLING, "Words");
    }

    WordAssistant(String word, Category category, String origin) {
        this.word = word;
        this.category = category;
        this.origin = new Origin(origin, "1");
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Set<Category> categories() {
        return Set.of(category);
    }

    @Override
    public boolean supports(String language) {
        return language.startsWith("en");
    }

    @Override
    public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel)
            throws AssistException, CancelledException {
        asked.incrementAndGet();
        cancel.check();
        List<BlockFinding> found = new ArrayList<>();
        String text = block.prose().text();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            found.add(new BlockFinding(TextRange.ofLength(at, word.length()), advice(List.of())));
        }
        return found;
    }

    @Override
    public BlockFinding complete(Block block, BlockFinding finding) {
        completed.incrementAndGet();
        return new BlockFinding(finding.range(), advice(List.of("better")));
    }

    private Advice advice(List<String> replacements) {
        return new Advice(
                "WORD_" + word, category, Severity.ERROR, "Not " + word, "", replacements, origin, 1, false);
    }
}
