package org.scholion.inference.onnx.internal.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.Tagger;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.TinyModels;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.inference.onnx.internal.token.Tokenizer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class EncoderModelTest {

    private static final int LONGEST = 32;
    private static final int LANES = 2;

    private static EncoderModel open() throws Exception {
        Path folder = TinyModels.folder("tiny-bert-tags");
        return new EncoderModel(
                TinyModels.source(folder).descriptor(), Tokenizer.open(folder.resolve("tokenizer.json")),
                DeviceSession.open(folder.resolve("onnx").resolve("model.onnx"), Optional.empty(), 1), LONGEST,
                new EncoderModel.Output("logits", 3, true), LANES);
    }

    /** So many rows of full length that each lane has several batches in a step. */
    private static List<Row> rows() {
        long[] ids = new long[LONGEST];
        Arrays.fill(ids, 5);
        return Collections.nCopies(64, new Row(ids, new long[LONGEST], 0, LONGEST));
    }

    /** The lane that goes on works until the other has failed, and a little longer. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatOneLaneThrowsComesOnceWhenAllHaveEnded(boolean callerFails) throws Exception {
        Thread caller = Thread.currentThread();
        IllegalStateException thrown = new IllegalStateException("a lane");
        CountDownLatch bothAtWork = new CountDownLatch(LANES);
        AtomicBoolean failed = new AtomicBoolean();
        AtomicInteger atWork = new AtomicInteger();
        ThreadLocal<Boolean> seen = ThreadLocal.withInitial(() -> false);
        try (EncoderModel model = open()) {
            IllegalStateException caught = assertThrows(IllegalStateException.class,
                    () -> model.run(rows(), Turns.FREE, CancelToken.NEVER, row -> (values, start) -> {
                        if (seen.get()) {
                            return;
                        }
                        seen.set(true);
                        atWork.incrementAndGet();
                        await(bothAtWork);
                        if (Thread.currentThread() == caller == callerFails) {
                            atWork.decrementAndGet();
                            failed.set(true);
                            throw thrown;
                        }
                        for (int left = 10_000; left > 0; left -= failed.get() ? 1 : 0) {
                            Thread.yield();
                        }
                        atWork.decrementAndGet();
                    }));
            assertEquals(0, atWork.get());
            assertSame(thrown, caught);
            assertEquals(0, caught.getSuppressed().length);
        }
    }

    private static void await(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ofALongTextOnlyTheBeginningIsTokenized() throws Exception {
        try (EncoderModel model = open()) {
            int count = model.tokens("a ".repeat(1_000_000), CancelToken.NEVER).count();
            assertTrue(count > LONGEST && count < 1000, count + " tokens");
        }
    }

    @Test
    void aTextWithFewTokensInItsBeginningIsReadFurther() throws Exception {
        try (EncoderModel model = open()) {
            String spaces = " ".repeat(5000);
            assertEquals(2, model.tokens("a" + spaces + "b", CancelToken.NEVER).count());
        }
    }

    @Test
    void aLongTextIsTokenizedNoFurtherWhenNobodyWaits() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        try (EncoderModel model = open()) {
            assertThrows(CancelledException.class, () -> model.tokens(" ".repeat(1_000_000), () -> looks.incrementAndGet() > 3));
        }
        assertEquals(4, looks.get());
    }

    @Test
    void theTagsOfALongTextAreThoseOfItsBeginning() throws Exception {
        try (LoadedModel loaded = TinyModels.load(TinyModels.folder("tiny-bert-tags"))) {
            Tagger tagger = loaded.service(Tagger.class, Turns.FREE);
            String beginning = "we study free energy of the ligand ".repeat(20);
            List<List<Tagger.Tag>> tags =
                    tagger.tag(List.of(beginning, beginning + "energy ".repeat(200_000)), 1, CancelToken.NEVER);
            assertEquals(LONGEST - 2, tags.get(0).size());
            assertEquals(tags.get(0), tags.get(1));
        }
    }
}
