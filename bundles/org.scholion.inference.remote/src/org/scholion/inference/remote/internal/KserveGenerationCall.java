package org.scholion.inference.remote.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.GenerationOptions.Sampling;
import org.scholion.inference.Generator.Finish;
import org.scholion.inference.Generator.Generated;
import org.scholion.inference.ModelException;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.Prompt;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Text by Triton's {@code generate_stream}. How options are given depends on the tensors of the model: a tensor
 * {@code sampling_parameters} takes them as JSON (vLLM in Triton), tensors of their own names take them one by one (TensorRT-LLM in
 * Triton), else they are parameters of the request. The server does not say why it ended nor count tokens: each event counts as a token.
 */
final class KserveGenerationCall implements GenerationCall {

    private static final String SAMPLING = "sampling_parameters";
    private static final String OUTPUT = "text_output";

    private final KserveModel model;
    private final Turns turns;

    KserveGenerationCall(KserveModel model, Turns turns) {
        this.model = model;
        this.turns = turns;
    }

    @Override
    public Generated generate(
            Prompt prompt, int promptTokenCount, GenerationOptions options, Consumer<String> onText, CancelToken cancel)
            throws ModelException, CancelledException {
        Server server = model.server();
        if (!(prompt instanceof Prompt.Raw(String text))) {
            throw new ModelException(NLS.bind(Messages.Prompt_chat, server.model().model(), server.address()));
        }
        if (!(options.constraint() instanceof OutputConstraint.None)) {
            throw new ModelException(NLS.bind(Messages.Constraint_kserve, server.address()));
        }
        PieceWriter writer = new PieceWriter(options.stops(), onText);
        Server.Request request = new Server.Request(KserveModel.path(server) + "/generate_stream", Optional.of(body(text, options)));
        int count = server.exchange(request, turns, (response, steps, token) -> read(writer, response, steps, token), cancel);
        writer.finish();
        Finish finish = writer.isStopped() ? Finish.STOP : count >= options.maxNewTokenCount() ? Finish.LENGTH : Finish.END;
        return new Generated(writer.text(), finish, promptTokenCount, 0, count);
    }

    private int read(PieceWriter writer, Response response, Turns steps, CancelToken cancel)
            throws IOException, ModelException, CancelledException {
        Server server = model.server();
        if (response.mediaType().equals("application/json")) {
            try (Turns.Turn turn = steps.take(cancel)) {
                String text = text(server.object(response.all(cancel)));
                writer.accept(text);
                return TokenEstimate.count(text);
            }
        }
        if (!response.mediaType().equals("text/event-stream")) {
            throw server.wrongType(response);
        }
        EventStream events = new EventStream(response, steps);
        int count = 0;
        try {
            for (Optional<String> data = events.next(cancel); data.isPresent(); data = events.next(cancel)) {
                String piece = text(server.object(data.get()));
                count += piece.isEmpty() ? 0 : 1;
                writer.accept(piece);
                if (writer.isStopped()) {
                    break;
                }
            }
        } catch (IOException e) {
            if (writer.isEmpty()) {
                throw e;
            }
            throw new ModelException(NLS.bind(Messages.Answer_cut, server.address()), e);
        }
        return count;
    }

    private String text(JsonObject json) throws ModelException {
        Optional<String> text = Json.text(json, OUTPUT).or(() -> {
            JsonArray list = Json.array(json, OUTPUT);
            return list.size() == 1 && list.get(0).isJsonPrimitive() ? Optional.of(list.get(0).getAsString()) : Optional.empty();
        });
        if (text.isEmpty()) {
            throw model.server().lacking(OUTPUT);
        }
        return text.get();
    }

    private JsonObject body(String text, GenerationOptions options) {
        JsonObject body = new JsonObject();
        body.addProperty("text_input", text);
        JsonObject sampling = sampling(options);
        JsonObject flags = new JsonObject();
        flags.addProperty("stream", true);
        flags.addProperty("exclude_input_in_output", true);
        JsonObject parameters = new JsonObject();
        if (model.inputs().containsKey(SAMPLING)) {
            if (!options.stops().isEmpty()) {
                JsonArray stops = new JsonArray();
                options.stops().forEach(stops::add);
                sampling.add("stop", stops);
            }
            body.addProperty(SAMPLING, sampling.toString());
        } else {
            share(sampling, body, parameters);
        }
        share(flags, body, parameters);
        if (!parameters.isEmpty()) {
            body.add("parameters", parameters);
        }
        return body;
    }

    private static JsonObject sampling(GenerationOptions options) {
        Sampling chosen = options.sampling();
        JsonObject sampling = new JsonObject();
        sampling.addProperty("max_tokens", options.maxNewTokenCount());
        sampling.addProperty("temperature", chosen.temperature());
        if (chosen.temperature() > 0) {
            sampling.addProperty("top_p", chosen.topP());
            sampling.addProperty("seed", chosen.seed());
            if (chosen.minP() > 0) {
                sampling.addProperty("min_p", chosen.minP());
            }
        }
        if (chosen.repetitionPenalty() != 1) {
            sampling.addProperty("repetition_penalty", chosen.repetitionPenalty());
        }
        return sampling;
    }

    /** What the model has a tensor for is one, the rest are parameters. */
    private void share(JsonObject values, JsonObject tensors, JsonObject parameters) {
        values.entrySet().forEach(entry ->
                (model.inputs().containsKey(entry.getKey()) ? tensors : parameters).add(entry.getKey(), entry.getValue()));
    }

    @Override
    public List<Double> logProbabilities(String beginning, String text, CancelToken cancel) throws ModelException {
        throw new ModelException(NLS.bind(Messages.Probabilities_none, model.server().address(), "kserve-v2"));
    }
}
