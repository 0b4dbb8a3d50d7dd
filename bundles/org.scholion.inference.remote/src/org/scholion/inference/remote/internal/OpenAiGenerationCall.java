package org.scholion.inference.remote.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.GenerationOptions.Sampling;
import org.scholion.inference.Generator.Generated;
import org.scholion.inference.ModelException;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.Prompt;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Text by {@code /chat/completions} and {@code /completions}. What a server refuses and the result does not depend on (counts of tokens,
 * the seed, filters that only narrow, stop texts, which are looked for here as well) is left out and the request made again.
 */
final class OpenAiGenerationCall implements GenerationCall {

    /** OpenAI takes no more; the others are looked for here. */
    private static final int MAX_STOPS = 4;

    private static final List<String> OPTIONAL =
            List.of("stream_options", "seed", "min_p", "repetition_penalty", "repeat_penalty", "stop");
    private static final String LIMIT = "max_tokens";
    private static final String NEW_LIMIT = "max_completion_tokens";

    private final Server server;
    private final Turns turns;
    private final Habits habits;

    /** What was learnt of a server; kept as long as the model is loaded. Thread-safe. */
    static final class Habits {
        private final Set<String> refused = ConcurrentHashMap.newKeySet();
        private volatile Optional<String> owner = Optional.empty();
    }

    OpenAiGenerationCall(Server server, Turns turns, Habits habits) {
        this.server = server;
        this.turns = turns;
        this.habits = habits;
    }

    @Override
    public Generated generate(
            Prompt prompt, int promptTokenCount, GenerationOptions options, Consumer<String> onText, CancelToken cancel)
            throws ModelException, CancelledException {
        boolean chat = prompt instanceof Prompt.Chat;
        JsonObject body = body(prompt);
        body.addProperty(LIMIT, options.maxNewTokenCount());
        body.addProperty("stream", true);
        JsonObject streamOptions = new JsonObject();
        streamOptions.addProperty("include_usage", true);
        body.add("stream_options", streamOptions);
        sampling(body, options.sampling());
        if (!options.stops().isEmpty()) {
            JsonArray stops = new JsonArray();
            options.stops().stream().limit(MAX_STOPS).forEach(stops::add);
            body.add("stop", stops);
        }
        constraint(body, options.constraint(), chat, cancel);
        String path = chat ? "/chat/completions" : "/completions";
        while (true) {
            leaveOut(body);
            OpenAiReading reading = new OpenAiReading(server, options, promptTokenCount, onText);
            try {
                return server.exchange(new Server.Request(path, Optional.of(body)), turns, reading, cancel);
            } catch (ServerException e) {
                if (!learns(e, body)) {
                    throw e;
                }
            }
        }
    }

    private JsonObject body(Prompt prompt) throws ModelException {
        JsonObject body = new JsonObject();
        body.addProperty("model", server.model().model());
        switch (prompt) {
            case Prompt.Raw(String text) -> body.addProperty("prompt", text);
            case Prompt.Chat(List<Prompt.Message> messages) -> {
                if (server.model().kind() != RemoteModel.Kind.CHAT) {
                    throw new ModelException(NLS.bind(Messages.Prompt_chat, server.model().model(), server.address()));
                }
                JsonArray list = new JsonArray();
                for (Prompt.Message message : messages) {
                    JsonObject item = new JsonObject();
                    item.addProperty("role", message.role().name().toLowerCase(Locale.ROOT));
                    item.addProperty("content", message.text());
                    list.add(item);
                }
                body.add("messages", list);
            }
        }
        return body;
    }

    /** What is the default anywhere is not sent. The penalty has a name of its own in llama.cpp. */
    private static void sampling(JsonObject body, Sampling sampling) {
        body.addProperty("temperature", sampling.temperature());
        if (sampling.temperature() > 0) {
            body.addProperty("top_p", sampling.topP());
            body.addProperty("seed", sampling.seed());
            if (sampling.minP() > 0) {
                body.addProperty("min_p", sampling.minP());
            }
        }
        if (sampling.repetitionPenalty() != 1) {
            body.addProperty("repetition_penalty", sampling.repetitionPenalty());
            body.addProperty("repeat_penalty", sampling.repetitionPenalty());
        }
    }

    private void constraint(JsonObject body, OutputConstraint constraint, boolean chat, CancelToken cancel)
            throws ModelException, CancelledException {
        switch (constraint) {
            case OutputConstraint.None() -> {
                // anything will do
            }
            case OutputConstraint.JsonSchema(String schema) -> {
                JsonElement parsed = parsed(schema);
                if (chat) {
                    body.add("response_format", responseFormat(parsed));
                } else {
                    switch (owner(cancel)) {
                        case "vllm" -> body.add("response_format", responseFormat(parsed));
                        case "llamacpp" -> body.add("json_schema", parsed);
                        default -> throw cannot(Messages.Constraint_schema);
                    }
                }
            }
            case OutputConstraint.Grammar(String gbnf) -> {
                switch (owner(cancel)) {
                    case "vllm" -> {
                        JsonObject outputs = new JsonObject();
                        outputs.addProperty("grammar", gbnf);
                        body.add("structured_outputs", outputs);
                    }
                    case "llamacpp" -> body.addProperty("grammar", gbnf);
                    default -> throw cannot(Messages.Constraint_grammar);
                }
            }
        }
    }

    private ModelException cannot(String message) {
        return new ModelException(NLS.bind(message, server.address()));
    }

    private static JsonElement parsed(String schema) throws ModelException {
        try {
            return JsonParser.parseString(schema);
        } catch (JsonParseException e) {
            throw new ModelException(NLS.bind(Messages.Constraint_broken, e.getMessage()), e);
        }
    }

    private static JsonObject responseFormat(JsonElement schema) {
        JsonObject named = new JsonObject();
        named.addProperty("name", "answer");
        named.addProperty("strict", true);
        named.add("schema", schema);
        JsonObject format = new JsonObject();
        format.addProperty("type", "json_schema");
        format.add("json_schema", named);
        return format;
    }

    /** Which program serves the model, as {@code /models} says: asked for once, and only where requests differ. */
    private String owner(CancelToken cancel) throws ModelException, CancelledException {
        Optional<String> known = habits.owner;
        if (known.isEmpty()) {
            JsonArray models = Json.array(server.json(new Server.Request("/models", Optional.empty()), turns, cancel), "data");
            String owner = "";
            for (JsonElement item : models) {
                if (item instanceof JsonObject model && owner.isEmpty()) {
                    owner = Json.text(model, "owned_by").orElse("");
                }
            }
            known = Optional.of(owner);
            habits.owner = known;
        }
        return known.get();
    }

    private void leaveOut(JsonObject body) {
        for (String name : habits.refused) {
            JsonElement value = body.remove(name);
            if (value != null && name.equals(LIMIT)) {
                body.add(NEW_LIMIT, value);
            }
        }
    }

    /** Whether a refusal names something that was sent and can be left out. */
    private boolean learns(ServerException refusal, JsonObject body) {
        if (!refusal.isAboutTheRequest()) {
            return false;
        }
        boolean learnt = false;
        for (String name : OPTIONAL) {
            if (body.has(name) && Pattern.compile("\\b" + name + "\\b").matcher(refusal.reason()).find()) {
                learnt |= habits.refused.add(name);
            }
        }
        if (body.has(LIMIT) && refusal.reason().contains(NEW_LIMIT)) {
            learnt |= habits.refused.add(LIMIT);
        }
        return learnt;
    }

    /**
     * By {@code echo}, which returns the prompt with the logarithms of its tokens. A token across the border counts, since the end of it
     * is the beginning of the text.
     */
    @Override
    public List<Double> logProbabilities(String beginning, String text, CancelToken cancel) throws ModelException, CancelledException {
        JsonObject body = new JsonObject();
        body.addProperty("model", server.model().model());
        body.addProperty("prompt", beginning + text);
        body.addProperty("echo", true);
        body.addProperty("logprobs", 1);
        body.addProperty("max_tokens", 1);
        body.addProperty("temperature", 0);
        JsonObject answer;
        try {
            answer = server.json(new Server.Request("/completions", Optional.of(body)), turns, cancel);
        } catch (ServerException e) {
            if (e.isAboutTheRequest() || e.status() == 404 || e.status() == 501) {
                throw new ModelException(NLS.bind(Messages.Probabilities_none, server.address(), e.getMessage()), e);
            }
            throw e;
        }
        Optional<JsonObject> probabilities = Json.first(answer, "choices").flatMap(choice -> Json.object(choice, "logprobs"));
        if (probabilities.isEmpty()) {
            throw new ModelException(NLS.bind(Messages.Probabilities_none, server.address(), "logprobs"));
        }
        return inside(probabilities.get(), beginning, text);
    }

    /** Offsets of this protocol count characters, not UTF-16 units. */
    private List<Double> inside(JsonObject probabilities, String beginning, String text) throws ModelException {
        JsonArray values = Json.array(probabilities, "token_logprobs");
        JsonArray offsets = Json.array(probabilities, "text_offset");
        int start = beginning.codePointCount(0, beginning.length());
        int end = start + text.codePointCount(0, text.length());
        if (values.isEmpty() || values.size() != offsets.size()) {
            throw server.lacking("logprobs.text_offset");
        }
        List<Double> result = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double from = Json.number(offsets.get(i)).orElse(-1.0);
            double to = i + 1 < values.size() ? Json.number(offsets.get(i + 1)).orElse(-1.0) : end + 1.0;
            boolean touches = from < end && (from >= start || to > start);
            Optional<Double> value = Json.number(values.get(i));
            if (touches && value.isPresent()) {
                result.add(value.get());
            } else if (touches && i > 0) {
                throw server.lacking("logprobs.token_logprobs");
            }
        }
        if (result.isEmpty() && start > 0 && end > start) {
            // a server that only tells of what it made
            throw new ModelException(NLS.bind(Messages.Probabilities_none, server.address(), "echo"));
        }
        return result;
    }
}
