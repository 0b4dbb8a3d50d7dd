package org.scholion.assist.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckResult;
import org.scholion.assist.Finding;
import org.scholion.assist.FindingFilter;
import org.scholion.assist.FindingFilter.PaperFilter;
import org.scholion.assist.PaperAssistant;
import org.scholion.assist.internal.BlockCache.Answer;
import org.scholion.assist.internal.BlockCache.Content;
import org.scholion.assist.internal.BlockCache.Question;
import org.scholion.assist.internal.CheckEngine.Assistants;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * One check of one paper.
 *
 * <p>The work is a list of parts; the calling thread and as many workers as come take the next part until none is left. A worker
 * that comes late finds nothing to do, one that never comes is not missed: only parts that somebody has taken are waited for.
 */
final class CheckRun {

    private static final int CANCEL_POLL_MILLIS = 20;

    private final CheckRequest request;
    private final Manuscript manuscript;
    private final CancelToken cancel;
    private final Assistants assistants;
    private final BlockCache cache;
    private final LanguageChoice languages;
    private final Relevance relevance;
    private final Failures failures;
    private final FutureTask<Map<FindingFilter, PaperFilter>> filters = new FutureTask<>(this::prepareFilters);
    private final Map<Integer, List<BlockFinding>> found = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Part> completions = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Finding> ofPaper = new ConcurrentLinkedQueue<>();
    private final AtomicInteger judgedAnew = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int blocksDone;
    private int blocksTotal;

    CheckRun(CheckRequest request, CancelToken cancel, Assistants assistants, BlockCache cache, TextTraits.Memory traits) {
        this.request = request;
        this.manuscript = request.manuscript();
        this.cancel = () -> stopped.get() || cancel.isCancelled();
        this.assistants = assistants;
        this.cache = cache;
        languages = new LanguageChoice(manuscript, request.settings(), traits);
        relevance = new Relevance(manuscript, request.settings());
        failures = new Failures(manuscript);
    }

    /** A piece of work that one thread does. */
    @FunctionalInterface
    private interface Part {
        void run() throws CancelledException;
    }

    CheckResult run() throws CancelledException {
        cancel.check();
        try {
            doAll(parts());
            // what is wrong shows at once; what to write instead may take longer to find out
            doAll(List.copyOf(completions));
        } finally {
            stopped.set(true);
        }
        return new CheckResult(manuscript, allFindings(), failures.messages(), limitations(), judgedAnew.get());
    }

    /** What the assistants for the languages of the paper cannot do at present. */
    private List<String> limitations() {
        Set<String> spoken = new LinkedHashSet<>();
        for (Block block : manuscript.blocks()) {
            if (!block.prose().isEmpty()) {
                spoken.add(languages.languageFor(block));
            }
        }
        Set<String> limitations = new LinkedHashSet<>();
        for (BlockAssistant assistant : assistants.ofBlocks()) {
            if (assistant.categories().stream().anyMatch(request.settings().categories()::contains) && !failures.isOut(assistant)) {
                spoken.forEach(language -> failures.guarded(
                        assistant, () -> assistant.limitation(language).ifPresent(limitations::add)));
            }
        }
        return List.copyOf(limitations);
    }

    private Map<FindingFilter, PaperFilter> prepareFilters() {
        Map<FindingFilter, PaperFilter> prepared = new LinkedHashMap<>();
        assistants.filters().forEach(filter -> failures.guarded(
                filter, () -> prepared.put(filter, filter.prepare(manuscript, request.settings()))));
        return prepared;
    }

    /** Prepared by whoever needs them first, unless they are. */
    private Map<FindingFilter, PaperFilter> filters() throws CancelledException {
        filters.run();
        try {
            return filters.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private void doAll(List<Part> parts) throws CancelledException {
        Work work = new Work(parts);
        for (int i = 1; i < Math.min(request.parallelism(), parts.size()); i++) {
            if (!work.offerTo(request)) {
                break;
            }
        }
        work.takeParts();
        work.awaitTaken();
    }

    private List<Part> parts() {
        Set<Integer> order = new LinkedHashSet<>();
        int count = manuscript.blocks().size();
        request.firstBlocks().stream().filter(index -> index >= 0 && index < count).forEach(order::add);
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Map<Content, List<Integer>> alike = new LinkedHashMap<>();
        for (int index : order) {
            Block block = manuscript.blocks().get(index);
            if (!block.prose().isEmpty()) {
                String language = languages.languageFor(block);
                alike.computeIfAbsent(Content.of(block, language), content -> new ArrayList<>()).add(index);
                blocksTotal++;
            }
        }
        List<Part> parts = new ArrayList<>();
        alike.forEach((content, indexes) -> parts.add(() -> judge(content, indexes)));
        List<Part> paperParts = new ArrayList<>();
        for (PaperAssistant assistant : assistants.ofPapers()) {
            if (assistant.categories().stream().anyMatch(request.settings().categories()::contains)) {
                paperParts.add(() -> judgePaper(assistant));
            }
        }
        // what is looked at comes first; the whole paper is quick and must not wait for the last block
        parts.addAll(Math.min(request.firstBlocks().size(), parts.size()), paperParts);
        // the filters look at the whole paper: a second thread does that while the first judges the first block
        parts.add(Math.min(1, parts.size()), this::filters);
        return parts;
    }

    /** The parts and who has taken them. */
    private final class Work {
        private final List<Part> parts;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch open;

        Work(List<Part> parts) {
            this.parts = parts;
            open = new CountDownLatch(parts.size());
        }

        boolean offerTo(CheckRequest to) {
            try {
                to.workers().execute(() -> {
                    try {
                        takeParts();
                    } catch (CancelledException e) {
                        // whoever asked learns of it from his own token
                        stopped.set(true);
                    }
                });
                return true;
            } catch (RejectedExecutionException e) {
                // nobody is free: the calling thread does it all
                return false;
            }
        }

        void takeParts() throws CancelledException {
            for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
                try {
                    cancel.check();
                    parts.get(i).run();
                } finally {
                    open.countDown();
                }
            }
        }

        /** When the calling thread comes here all parts are taken, by threads that work on them. */
        void awaitTaken() throws CancelledException {
            try {
                while (!open.await(CANCEL_POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    cancel.check();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
            cancel.check();
        }
    }

    private void judge(Content content, List<Integer> indexes) throws CancelledException {
        Block original = manuscript.blocks().get(indexes.getFirst());
        Block block = new Block(original.kind(), original.level(), original.prose(), content.language(), original.range());
        Map<BlockFinding, Source> sources = new LinkedHashMap<>();
        boolean anew = false;
        for (int i = 0; i < assistants.ofBlocks().size(); i++) {
            BlockAssistant assistant = assistants.ofBlocks().get(i);
            if (!isWanted(assistant, block)) {
                continue;
            }
            Question question = new Question(i, content, request.settings().rulesOff(), request.settings().rulesOn());
            Optional<Answer> known = cache.find(question);
            anew |= known.isEmpty();
            Answer answer = known.isPresent() ? known.get() : ask(assistant, block, question);
            for (BlockFinding finding : answer.findings()) {
                sources.putIfAbsent(finding, new Source(assistant, answer));
            }
        }
        if (anew) {
            judgedAnew.addAndGet(indexes.size());
        }
        for (int index : indexes) {
            publish(index, block, sources);
        }
    }

    /** Who found something, and where what he adds to it is kept. */
    private record Source(BlockAssistant assistant, Answer answer) {}

    private boolean isWanted(BlockAssistant assistant, Block block) {
        return assistant.categories().stream().anyMatch(request.settings().categories()::contains)
                && !failures.isOut(assistant)
                && failures.test(assistant, () -> assistant.supports(block.language()));
    }

    private Answer ask(BlockAssistant assistant, Block block, Question question) throws CancelledException {
        try {
            Answer answer = new Answer(assistant.check(block, request.settings(), cancel));
            cache.remember(question, answer);
            return answer;
        } catch (AssistException e) {
            failures.out(assistant, e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            failures.stumbled(assistant, assistant.origin(), block, e);
        }
        return new Answer(List.of());
    }

    private void publish(int index, Block judged, Map<BlockFinding, Source> sources) throws CancelledException {
        Block block = manuscript.blocks().get(index);
        Block located = new Block(block.kind(), block.level(), block.prose(), judged.language(), block.range());
        Set<Map.Entry<FindingFilter, PaperFilter>> prepared = filters().entrySet();
        List<BlockFinding> kept = new ArrayList<>();
        for (BlockFinding finding : sources.keySet()) {
            if (relevance.wants(located, finding)
                    && prepared.stream()
                            .allMatch(filter -> failures.test(
                                    filter.getKey(), () -> filter.getValue().keeps(located, finding)))) {
                kept.add(finding);
            }
        }
        List<BlockFinding> best = FindingMerger.merge(kept, BlockFinding::range, BlockFinding::advice).stream()
                .map(finding -> sources.get(finding).answer().completed().getOrDefault(finding, finding))
                .toList();
        found.put(index, best);
        tell(index, best.stream().map(finding -> Finding.inBlock(manuscript, index, finding)).toList());
        if (best.stream().anyMatch(sources::containsKey)) {
            completions.add(() -> found.put(index, completed(judged, best, sources)));
        }
    }

    private List<BlockFinding> completed(Block block, List<BlockFinding> open, Map<BlockFinding, Source> sources)
            throws CancelledException {
        List<BlockFinding> completed = new ArrayList<>();
        for (BlockFinding finding : open) {
            cancel.check();
            Source source = sources.get(finding);
            completed.add(source == null ? finding : completed(block, finding, source));
        }
        return completed;
    }

    private BlockFinding completed(Block block, BlockFinding finding, Source source) {
        return source.answer().completed().computeIfAbsent(finding, open -> {
            try {
                return source.assistant().complete(block, open);
            } catch (RuntimeException e) {
                failures.stumbled(source.assistant(), source.assistant().origin(), block, e);
                return open;
            }
        });
    }

    private synchronized void tell(int index, List<Finding> findings) {
        blocksDone++;
        if (!cancel.isCancelled()) {
            request.progress().accept(new CheckRequest.Progress(index, findings, blocksDone, blocksTotal));
        }
    }

    private void judgePaper(PaperAssistant assistant) throws CancelledException {
        try {
            for (Finding finding : assistant.check(manuscript, request.settings(), cancel)) {
                if (isRelevant(finding)) {
                    ofPaper.add(finding);
                }
            }
        } catch (AssistException e) {
            failures.out(assistant, e);
        } catch (RuntimeException e) {
            failures.stumbled(assistant, assistant.origin(), e);
        }
    }

    private boolean isRelevant(Finding finding) {
        return finding.anchor()
                .map(anchor -> relevance.wants(
                        manuscript.blocks().get(anchor.blockIndex()), new BlockFinding(anchor.range(), finding.advice())))
                .orElseGet(() -> relevance.wants(finding.advice(), finding.text(), finding.range()));
    }

    private List<Finding> allFindings() {
        Map<Integer, List<Finding>> byBlock = new HashMap<>();
        found.forEach((index, findings) -> byBlock.put(
                index,
                new ArrayList<>(findings.stream()
                        .map(finding -> Finding.inBlock(manuscript, index, finding))
                        .toList())));
        Set<Finding> all = new LinkedHashSet<>();
        for (Finding finding : ofPaper) {
            finding.anchor().ifPresentOrElse(
                    anchor -> byBlock.computeIfAbsent(anchor.blockIndex(), index -> new ArrayList<>()).add(finding),
                    () -> all.add(finding));
        }
        for (List<Finding> ofBlock : byBlock.values()) {
            all.addAll(FindingMerger.merge(ofBlock, finding -> finding.anchor().orElseThrow().range(), Finding::advice));
        }
        Map<SourceUnit, Integer> fileOrder = new HashMap<>();
        for (SourceText source : manuscript.sources()) {
            fileOrder.putIfAbsent(source.unit(), fileOrder.size());
        }
        Comparator<Finding> byFile =
                Comparator.comparingInt(finding -> fileOrder.getOrDefault(finding.range().unit(), fileOrder.size()));
        return all.stream()
                .sorted(byFile.thenComparing(finding -> finding.range().range())
                        .thenComparing(finding -> finding.advice().rule()))
                .toList();
    }
}
