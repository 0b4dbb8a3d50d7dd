package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.ClarityPass;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.text.CancelToken;

/** Asks the pass over tone and clarity. */
final class Clarity {

    static final ClarityAssistant ASSISTANT = new ClarityAssistant();
    static final CheckSettings ALL = on(ClarityPass.RULES);

    private Clarity() {}

    static CheckSettings on(Set<String> rules) {
        return new CheckSettings(
                CheckSettings.DEFAULT.categories(), Optional.empty(), "en-US", Set.of(), rules, Set.of(), Map.of());
    }

    /** A paragraph in the notation of {@link Papers}. */
    static Block block(String language, String text) {
        return new Papers().block(BlockKind.PARAGRAPH, language, text).build().blocks().getFirst();
    }

    static List<BlockFinding> findings(Block block, CheckSettings settings) {
        try {
            return ASSISTANT.check(block, settings, CancelToken.NEVER);
        } catch (Exception e) {
            throw new IllegalStateException(block.prose().text(), e);
        }
    }

    /** {@code words -> replacement / replacement} of each finding, with a comma between them. */
    static String told(String language, ClarityRule rule, String text) {
        Block block = block(language, text);
        return findings(block, on(Set.of(rule.name()))).stream()
                .map(finding -> (finding.range().of(block.prose().text()) + " -> "
                        + finding.advice().replacements().stream().collect(Collectors.joining(" / "))).strip())
                .collect(Collectors.joining(", "));
    }

    static Stream<ClarityRule> rules() {
        return Stream.of(ClarityRule.values());
    }
}
