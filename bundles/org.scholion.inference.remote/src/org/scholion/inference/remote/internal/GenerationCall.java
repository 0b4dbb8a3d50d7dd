package org.scholion.inference.remote.internal;

import java.util.List;
import java.util.function.Consumer;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.inference.Prompt;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Text in one of the protocols. */
interface GenerationCall {

    /** @param promptTokenCount an estimate, for a server that does not count */
    Generator.Generated generate(
            Prompt prompt, int promptTokenCount, GenerationOptions options, Consumer<String> onText, CancelToken cancel)
            throws ModelException, CancelledException;

    /** See {@link Generator#logProbabilities}; of one text. */
    List<Double> logProbabilities(String beginning, String text, CancelToken cancel) throws ModelException, CancelledException;
}
