package org.scholion.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Has something against fruit, at once; against peaches on request only. */
final class FakeAssistant implements BlockAssistant {

    private static final Map<String, Advice> ADVICE = Map.of(
            "banana", advice("FAKE_BANANA", Category.STYLE, Severity.INFO, "Bananas are out of season.", "apple", "pear"),
            "cherry", advice("FAKE_CHERRY", Category.GRAMMAR, Severity.ERROR, "A cherry is never alone.", "cherries"),
            "peach", advice("CLARITY_WORDY", Category.STYLE, Severity.INFO, "A peach says nothing.", "plum"),
            "quince", advice("CITATION_NEEDED", Category.CITATION, Severity.INFO, "Who says so?"),
            "lemon", advice("FAKE_LEMON", Category.CONSISTENCY, Severity.WARNING, "Elsewhere it is lime.", "lime"));

    final AtomicInteger checked = new AtomicInteger();
    final AtomicReference<String> failure = new AtomicReference<>("");
    final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
    final AtomicInteger cancelled = new AtomicInteger();

    private static Advice advice(
            String rule, Category category, Severity severity, String message, String... replacements) {
        return new Advice(
                rule, category, severity, message, "The fruit rule.", List.of(replacements), new Origin("Fake", "1"), 0.95, false);
    }

    @Override
    public Origin origin() {
        return new Origin("Fake", "1");
    }

    @Override
    public Set<Category> categories() {
        return Set.of(Category.values());
    }

    @Override
    public boolean supports(String language) {
        return true;
    }

    @Override
    public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel)
            throws AssistException, CancelledException {
        checked.incrementAndGet();
        if (!failure.get().isEmpty()) {
            throw new AssistException(failure.get());
        }
        waitAtGate(cancel);
        List<BlockFinding> found = new ArrayList<>();
        ADVICE.forEach((word, advice) -> {
            Matcher matcher = Pattern.compile("\\b" + word + "\\b").matcher(block.prose().text());
            boolean asked = !advice.rule().startsWith("CLARITY_") || settings.rulesOn().contains(advice.rule());
            while (asked && matcher.find() && !settings.rulesOff().contains(advice.rule())) {
                found.add(new BlockFinding(new TextRange(matcher.start(), matcher.end()), advice));
            }
        });
        return found;
    }

    private void waitAtGate(CancelToken cancel) throws CancelledException {
        try {
            while (!gate.get().await(5, TimeUnit.MILLISECONDS)) {
                if (cancel.isCancelled()) {
                    cancelled.incrementAndGet();
                    cancel.check();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
