package org.scholion.inference.onnx.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.scholion.inference.Device;
import org.scholion.inference.ModelException;
import org.scholion.inference.Seq2Seq;
import org.scholion.inference.Seq2Seq.Options;
import org.scholion.inference.Seq2Seq.Output;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.decode.Seq2SeqModel.Stopping;
import org.scholion.inference.onnx.internal.session.NativeHandles;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class RewriterTest {

    @ParameterizedTest
    @ValueSource(strings = {"t5-merged", "t5-split", "bart-merged", "marian-split"})
    void greedyOutputIsThatOfTransformers(String name) throws Exception {
        compare(name, "greedy", new Options(1, 20, 1, 0, Optional.empty(), Optional.empty()), Stopping.HEURISTIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t5-merged", "t5-split", "bart-merged", "marian-split"})
    void noSequenceComesTwiceAsInTransformers(String name) throws Exception {
        compare(name, "noRepeat", new Options(1, 20, 1, 2, Optional.empty(), Optional.empty()), Stopping.HEURISTIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t5-merged", "t5-split", "bart-merged", "marian-split"})
    void beamsFindWhatTransformersFinds(String name) throws Exception {
        compare(name, "beam", new Options(4, 20, 1, 0, Optional.empty(), Optional.empty()), Stopping.HEURISTIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t5-merged", "t5-split", "bart-merged", "marian-split"})
    void beamsWithEarlyStoppingFindWhatTransformersFinds(String name) throws Exception {
        compare(name, "beamShort", new Options(3, 20, 0.2, 3, Optional.empty(), Optional.empty()), Stopping.EARLY);
    }

    @Test
    void anInputThatIsTooLongIsRefusedWithTheNumbers() throws Exception {
        try (Seq2SeqModel model = TinyModels.seq2seq("t5-split")) {
            ModelException refused = assertThrows(ModelException.class, () -> service(model, Turns.FREE, Stopping.HEURISTIC)
                    .rewrite(List.of("word ".repeat(200)), Options.greedy(5), CancelToken.NEVER));
            assertTrue(refused.getMessage().contains("64"), refused.getMessage());
        }
    }

    @Test
    void cancellingLeavesNothingOpen() throws Exception {
        int open = NativeHandles.open();
        try (Seq2SeqModel model = TinyModels.seq2seq("marian-split")) {
            AtomicInteger steps = new AtomicInteger();
            Turns turns = cancel -> {
                cancel.check();
                steps.incrementAndGet();
                return TinyModels::release;
            };
            assertThrows(CancelledException.class, () -> service(model, turns, Stopping.HEURISTIC).rewrite(
                    List.of("paper"), new Options(3, 20, 1, 0, Optional.empty(), Optional.empty()), () -> steps.get() > 4));
        }
        assertEquals(open, NativeHandles.open());
    }

    private static Seq2Seq service(Seq2SeqModel model, Turns turns, Stopping stopping) {
        return new Rewriter(model, TinyModels.DESCRIPTOR, () -> new Device(Device.Kind.CPU, "CPU"), turns, stopping);
    }

    private static void compare(String name, String kind, Options options, Stopping stopping) throws Exception {
        try (Seq2SeqModel model = TinyModels.seq2seq(name)) {
            for (JsonElement element : TinyModels.golden(name).getAsJsonArray("inputs")) {
                JsonObject golden = element.getAsJsonObject();
                Output made = service(model, Turns.FREE, stopping)
                        .rewrite(List.of(golden.get("text").getAsString()), options, CancelToken.NEVER).getFirst();
                long[] expected = TinyModels.longs(golden.getAsJsonArray(kind));
                assertEquals(model.tokenizer().decode(expected, true), made.text(), golden.get("text").getAsString());
                assertEquals(expected.length - 1, made.tokenCount());
            }
        }
    }
}
