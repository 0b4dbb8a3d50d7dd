package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scholion.inference.Device;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.GenerationOptions.Overflow;
import org.scholion.inference.Generator;
import org.scholion.inference.Generator.Finish;
import org.scholion.inference.ModelException;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.Prompt;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** What every generator promises. The model under test goes on from any text with {@code one 😀 three} in pieces, limited in tokens. */
abstract class GeneratorContract {

    private static final Prompt ANY = new Prompt.Raw("zero");

    private final List<String> pieces = new ArrayList<>();

    abstract Generator generator() throws Exception;

    private Generator.Generated generate(GenerationOptions options) throws Exception {
        return generator().generate(ANY, options, pieces::add, CancelToken.NEVER);
    }

    @Test
    void thePiecesAreTheText() throws Exception {
        Generator.Generated made = generate(GenerationOptions.greedy(20));
        assertEquals("one 😀 three", made.text());
        assertEquals(made.text(), String.join("", pieces));
        assertEquals(Finish.END, made.finish());
        assertTrue(pieces.size() > 1);
    }

    @Test
    void noPieceIsPartOfAPair() throws Exception {
        generate(GenerationOptions.greedy(20));
        for (String piece : pieces) {
            assertFalse(Character.isLowSurrogate(piece.charAt(0)) || Character.isHighSurrogate(piece.charAt(piece.length() - 1)));
        }
    }

    @Test
    void aStopTextEndsTheTextAndIsNoPartOfIt() throws Exception {
        Generator.Generated made = generate(new GenerationOptions(
                20, GenerationOptions.GREEDY, List.of("😀 t"), new OutputConstraint.None(), Overflow.REFUSE, Optional.empty()));
        assertEquals("one ", made.text());
        assertEquals("one ", String.join("", pieces));
        assertEquals(Finish.STOP, made.finish());
    }

    @Test
    void theLimitEndsTheText() throws Exception {
        Generator.Generated made = generate(GenerationOptions.greedy(1));
        assertEquals(Finish.LENGTH, made.finish());
        assertTrue("one 😀 three".startsWith(made.text()) && made.text().length() < 12);
        assertEquals(1, made.newTokenCount());
    }

    @Test
    void countsAreKnown() throws Exception {
        Generator.Generated made = generate(GenerationOptions.greedy(20));
        assertTrue(made.promptTokenCount() > 0 && made.newTokenCount() > 0);
        assertTrue(made.reusedTokenCount() <= made.promptTokenCount());
    }

    @Test
    void aPromptThatIsTooLongIsRefused() throws Exception {
        Generator generator = generator();
        Prompt tooLong = new Prompt.Raw("word ".repeat(generator.maxTokenCount()));
        assertThrows(
                ModelException.class, () -> generator.generate(tooLong, GenerationOptions.greedy(5), pieces::add, CancelToken.NEVER));
        assertTrue(pieces.isEmpty());
    }

    @Test
    void aCancelledCallEnds() throws Exception {
        Generator generator = generator();
        assertThrows(
                CancelledException.class, () -> generator.generate(ANY, GenerationOptions.greedy(5), pieces::add, () -> true));
        assertTrue(pieces.isEmpty());
    }

    @Test
    void aCallIsCancelledBetweenPieces() throws Exception {
        Generator generator = generator();
        assertThrows(
                CancelledException.class,
                () -> generator.generate(ANY, GenerationOptions.greedy(20), pieces::add, () -> !pieces.isEmpty()));
        assertEquals(1, pieces.size());
    }

    @Test
    void theDeviceIsTheServer() throws Exception {
        assertEquals(Device.Kind.REMOTE, generator().device().kind());
    }
}
