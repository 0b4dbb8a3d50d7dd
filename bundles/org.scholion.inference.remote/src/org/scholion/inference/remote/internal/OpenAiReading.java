package org.scholion.inference.remote.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator.Finish;
import org.scholion.inference.Generator.Generated;
import org.scholion.inference.ModelException;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Makes text of an answer to {@code /chat/completions} or {@code /completions}, streamed or, by servers that cannot stream, in one piece.
 * Used for one request, whose tries it may see several of until the first text came.
 */
final class OpenAiReading implements Server.Reading<Generated> {

    private final Server server;
    private final GenerationOptions options;
    private final int estimatedPromptTokenCount;
    private final PieceWriter writer;
    private int pieceCount;
    private Optional<String> finishReason = Optional.empty();
    private boolean stopNamed;
    private Optional<JsonObject> usage = Optional.empty();

    OpenAiReading(Server server, GenerationOptions options, int estimatedPromptTokenCount, Consumer<String> onText) {
        this.server = server;
        this.options = options;
        this.estimatedPromptTokenCount = estimatedPromptTokenCount;
        writer = new PieceWriter(options.stops(), onText);
    }

    @Override
    public Generated read(Response response, Turns turns, CancelToken cancel) throws IOException, ModelException, CancelledException {
        switch (response.mediaType()) {
            case "text/event-stream" -> stream(new EventStream(response, turns), cancel);
            case "application/json" -> {
                try (Turns.Turn turn = turns.take(cancel)) {
                    choice(server.object(response.all(cancel)));
                }
            }
            default -> throw server.wrongType(response);
        }
        writer.finish();
        if (finishReason.isEmpty() && !writer.isStopped()) {
            throw server.lacking("choices[0].finish_reason");
        }
        return generated();
    }

    private void stream(EventStream events, CancelToken cancel) throws IOException, ModelException, CancelledException {
        try {
            Optional<String> data = events.next(cancel);
            while (data.isPresent() && !writer.isStopped()) {
                choice(server.object(data.get()));
                data = writer.isStopped() ? Optional.empty() : events.next(cancel);
            }
            if (finishReason.isEmpty() && !writer.isStopped()) {
                throw new IOException("end of stream");
            }
        } catch (IOException e) {
            if (finishReason.isEmpty() && !writer.isEmpty()) {
                throw new ModelException(NLS.bind(Messages.Answer_cut, server.address()), e);
            }
            if (finishReason.isEmpty()) {
                throw e;
            }
        }
    }

    /** One answer, or one event of it. */
    private void choice(JsonObject json) throws ModelException {
        usage = Json.object(json, "usage").or(() -> usage);
        Optional<JsonObject> choice = Json.first(json, "choices");
        if (choice.isEmpty()) {
            return;
        }
        Optional<JsonObject> part = Json.object(choice.get(), "delta").or(() -> Json.object(choice.get(), "message"));
        Optional<String> refusal = part.flatMap(message -> Json.text(message, "refusal"));
        Optional<String> reason = Json.text(choice.get(), "finish_reason");
        if (refusal.isPresent() || reason.equals(Optional.of("content_filter"))) {
            throw new ModelException(
                    NLS.bind(Messages.Answer_filtered, server.address(), Refusal.shown(refusal.orElse("content_filter"), Optional.empty())));
        }
        String text = part.flatMap(message -> Json.text(message, "content")).or(() -> Json.text(choice.get(), "text")).orElse("");
        if (!text.isEmpty()) {
            pieceCount++;
            writer.accept(text);
        }
        finishReason = reason.or(() -> finishReason);
        stopNamed |= Json.text(choice.get(), "stop_reason").isPresent();
    }

    private Generated generated() throws ModelException {
        Finish finish = finish();
        if (finish == Finish.END && options.constraint() instanceof OutputConstraint.JsonSchema && !isJson(writer.text())) {
            throw new ModelException(NLS.bind(Messages.Answer_unconstrained, server.address()));
        }
        int newTokenCount = usage.flatMap(counts -> Json.count(counts, "completion_tokens"))
                .orElse(pieceCount > 1 ? pieceCount : TokenEstimate.count(writer.text()));
        int reused = usage.flatMap(counts -> Json.object(counts, "prompt_tokens_details"))
                .flatMap(details -> Json.count(details, "cached_tokens"))
                .orElse(0);
        int promptTokenCount = usage.flatMap(counts -> Json.count(counts, "prompt_tokens")).orElse(estimatedPromptTokenCount);
        return new Generated(writer.text(), finish, promptTokenCount, reused, newTokenCount);
    }

    /** {@code stop} may mean either: only some servers say that it was a stop text. */
    private Finish finish() {
        if (writer.isStopped() || stopNamed) {
            return Finish.STOP;
        }
        return finishReason.equals(Optional.of("length")) ? Finish.LENGTH : Finish.END;
    }

    private static boolean isJson(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement element = JsonParser.parseReader(reader);
            return reader.peek() == JsonToken.END_DOCUMENT && (!element.isJsonNull() || !text.isBlank());
        } catch (JsonParseException | IOException e) {
            // what is asked for is whether this happens
            return false;
        }
    }
}
