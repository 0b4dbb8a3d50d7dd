package org.scholion.ui.internal;

import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.scholion.assist.AssistException;
import org.scholion.assist.Origin;
import org.scholion.assist.drafts.AbstractRequest;
import org.scholion.assist.drafts.Draft;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.drafts.Evidence;
import org.scholion.assist.drafts.SentenceRole;
import org.scholion.assist.drafts.SummaryRequest;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Writes what nobody said, as slowly as a test wants it. */
final class FakeDrafts implements DraftAssistant {

    /** With these properties it is taken in the place of the engine that is installed. */
    static final Dictionary<String, Object> BEFORE_ALL_OTHERS = FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 1000));

    /** By the words of a request: it waits for its gate. */
    final Map<Integer, CountDownLatch> gates = new ConcurrentHashMap<>();
    /** Whether a request that waits looks whether it is still wanted. */
    volatile boolean deaf;
    volatile int begun;
    volatile int cancelled;

    @Override
    public Engine engine() {
        return Engine.MODEL;
    }

    @Override
    public Draft draftAbstract(Manuscript paper, AbstractRequest request, CancelToken cancel) throws CancelledException {
        begun++;
        CountDownLatch gate = gates.getOrDefault(request.words(), new CountDownLatch(0));
        try {
            while (!gate.await(5, TimeUnit.MILLISECONDS)) {
                if (!deaf && cancel.isCancelled()) {
                    cancelled++;
                    cancel.check();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Block first = paper.blocks().getFirst();
        Evidence nearest = new Evidence(first.range(), first.prose().text(), "");
        return new Draft(
                List.of(
                        new DraftSentence(request.words() + " words.", request.words() + " words.", Optional.of(SentenceRole.RESULT), List.of(nearest), true),
                        new DraftSentence("A guess.", "A guess.", Optional.empty(), List.of(nearest), false),
                        new DraftSentence("A dream.", "A dream.", Optional.empty(), List.of(), false)),
                new Origin("Fake writer", "7"),
                "GPU");
    }

    @Override
    public Draft summarise(Manuscript paper, SummaryRequest request, CancelToken cancel) throws AssistException {
        throw new AssistException("The fake writer makes no summaries.");
    }

    @Override
    public List<String> sections(Manuscript paper) {
        return List.of();
    }
}
