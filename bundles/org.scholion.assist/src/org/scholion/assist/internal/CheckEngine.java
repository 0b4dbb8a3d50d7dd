package org.scholion.assist.internal;

import java.util.List;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckResult;
import org.scholion.assist.CheckService;
import org.scholion.assist.FindingFilter;
import org.scholion.assist.PaperAssistant;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Asks all assistants and remembers by block what they say. Works without OSGi as well: {@code new CheckEngine(List.of(assistant),
 * List.of(), List.of(filter))}.
 */
public final class CheckEngine implements CheckService {

    private final Assistants assistants;
    private final BlockCache cache;
    private final TextTraits.Memory traits = new TextTraits.Memory();

    /** @param blockAssistants the order counts where two of them say the same */
    public CheckEngine(
            List<BlockAssistant> blockAssistants, List<PaperAssistant> paperAssistants, List<FindingFilter> filters) {
        this(blockAssistants, paperAssistants, filters, BlockCache.DEFAULT_LIMIT);
    }

    CheckEngine(
            List<BlockAssistant> blockAssistants,
            List<PaperAssistant> paperAssistants,
            List<FindingFilter> filters,
            int rememberedCharacters) {
        assistants = new Assistants(blockAssistants, paperAssistants, filters);
        cache = new BlockCache(rememberedCharacters);
    }

    @Override
    public CheckResult check(CheckRequest request, CancelToken cancel) throws CancelledException {
        return new CheckRun(request, cancel, assistants, cache, traits).run();
    }

    /** Everyone who is asked. */
    record Assistants(List<BlockAssistant> ofBlocks, List<PaperAssistant> ofPapers, List<FindingFilter> filters) {
        Assistants {
            ofBlocks = List.copyOf(ofBlocks);
            ofPapers = List.copyOf(ofPapers);
            filters = List.copyOf(filters);
        }
    }
}
