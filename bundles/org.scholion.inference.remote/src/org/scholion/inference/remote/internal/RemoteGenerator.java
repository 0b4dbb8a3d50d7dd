package org.scholion.inference.remote.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.inference.Prompt;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Text from a server. Counts of tokens are the server's where it tells them, else by {@link TokenEstimate}; a prompt that is too long by
 * that estimate is refused before it is sent, and with {@link GenerationOptions.Overflow#SLIDE} it is left to the server.
 */
final class RemoteGenerator extends RemoteRole implements Generator {

    /** What a chat template adds to a message, about. */
    private static final int TOKENS_PER_MESSAGE = 4;

    private final GenerationCall call;

    RemoteGenerator(RemoteService service, GenerationCall call) {
        super(service);
        this.call = call;
    }

    @Override
    public Generated generate(Prompt prompt, GenerationOptions options, Consumer<String> onText, CancelToken cancel)
            throws ModelException, CancelledException {
        cancel.check();
        int promptTokenCount = promptTokenCount(prompt);
        if (options.overflow() == GenerationOptions.Overflow.REFUSE
                && (long) promptTokenCount + options.maxNewTokenCount() > maxTokenCount()) {
            throw new ModelException(NLS.bind(
                    Messages.Prompt_long,
                    new Object[] {descriptor().name(), promptTokenCount, options.maxNewTokenCount(), maxTokenCount()}));
        }
        return call.generate(prompt, promptTokenCount, options, onText, cancel);
    }

    private int promptTokenCount(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Raw(String text) -> tokenCount(text);
            case Prompt.Chat(List<Prompt.Message> messages) ->
                messages.stream().mapToInt(message -> tokenCount(message.text()) + TOKENS_PER_MESSAGE).sum();
        };
    }

    @Override
    public List<List<Double>> logProbabilities(String beginning, List<String> texts, CancelToken cancel)
            throws ModelException, CancelledException {
        List<List<Double>> all = new ArrayList<>();
        for (String text : texts) {
            cancel.check();
            all.add(call.logProbabilities(beginning, text, cancel));
        }
        return all;
    }
}
