package org.scholion.inference.remote.internal;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Classifier;
import org.scholion.inference.Device;
import org.scholion.inference.Encoder;
import org.scholion.inference.Generator;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.Secrets;
import org.scholion.inference.Turns;
import org.scholion.system.Backoff;
import org.scholion.system.Pace;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Models on servers that the user named, one folder with a {@code remote.json} each. Loading a generator by OpenAI's interface sends
 * nothing; loading embeddings of unknown length embeds one fixed word; loading by KServe asks whether the model is ready and what its
 * tensors are. No text of the user is sent before a service is used.
 */
public final class RemoteEngine implements ModelEngine {

    /** What is embedded to learn how long vectors are. */
    static final String PROBE = "word";

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final List<Secrets> secrets;
    private final Pace pace;
    private final Backoff backoff;

    /** @param secrets where keys are kept, the best first */
    public RemoteEngine(List<Secrets> secrets) {
        this(secrets, Pace.SYSTEM, new Backoff(FIRST_WAIT, RandomGenerator.getDefault()));
    }

    RemoteEngine(List<Secrets> secrets, Pace pace, Backoff backoff) {
        this.secrets = List.copyOf(secrets);
        this.pace = pace;
        this.backoff = backoff;
    }

    @Override
    public boolean loads(Source source) {
        return Files.isRegularFile(source.folder().resolve(RemoteModel.FILE));
    }

    @Override
    public long memoryBytes(Source source) {
        return 0;
    }

    @Override
    public LoadedModel load(Source source, Options options, CancelToken cancel) throws ModelException, CancelledException {
        cancel.check();
        RemoteModel model = RemoteModel.read(source.folder());
        Server server = new Server(model, new Key(model.secret(), secrets), pace, backoff);
        boolean done = false;
        try {
            LoadedModel loaded =
                    switch (model.protocol()) {
                        case OPENAI -> openAi(source, server, cancel);
                        case KSERVE_V2 -> kserve(source, server, cancel);
                    };
            done = true;
            return loaded;
        } finally {
            if (!done) {
                server.close();
            }
        }
    }

    private static LoadedModel openAi(Source source, Server server, CancelToken cancel) throws ModelException, CancelledException {
        return switch (server.model().kind()) {
            case CHAT, COMPLETIONS -> {
                OpenAiGenerationCall.Habits habits = new OpenAiGenerationCall.Habits();
                yield generator(source, server, turns -> new OpenAiGenerationCall(server, turns, habits));
            }
            case EMBEDDINGS -> encoder(source, server, turns -> new OpenAiEmbeddingCall(server, turns), Optional.empty(), cancel);
            case CLASSIFICATION -> throw impossible(server);
        };
    }

    private static LoadedModel kserve(Source source, Server server, CancelToken cancel) throws ModelException, CancelledException {
        KserveModel model = KserveModel.find(server, cancel);
        return switch (server.model().kind()) {
            case COMPLETIONS -> generator(source, server, turns -> new KserveGenerationCall(model, turns));
            case EMBEDDINGS ->
                encoder(
                        source,
                        server,
                        turns -> (texts, token) -> model.infer(texts, List.of(), turns, token),
                        model.rowLength(),
                        cancel);
            case CLASSIFICATION ->
                new RemoteLoadedModel(
                        server,
                        device(source, server),
                        Classifier.class,
                        turns -> new KserveClassifier(new RemoteService(source.descriptor(), server, turns), model));
            case CHAT -> throw impossible(server);
        };
    }

    private static LoadedModel generator(Source source, Server server, Function<Turns, GenerationCall> calls) {
        return new RemoteLoadedModel(
                server,
                device(source, server),
                Generator.class,
                turns -> new RemoteGenerator(new RemoteService(source.descriptor(), server, turns), calls.apply(turns)));
    }

    private static LoadedModel encoder(
            Source source,
            Server server,
            Function<Turns, EmbeddingCall> calls,
            Optional<Integer> told,
            CancelToken cancel)
            throws ModelException, CancelledException {
        Optional<Integer> known = server.model().dimension().or(() -> told);
        int dimension = known.isPresent()
                ? known.get()
                : calls.apply(Turns.FREE).rows(List.of(PROBE), cancel).getFirst().length;
        return new RemoteLoadedModel(
                server,
                device(source, server),
                Encoder.class,
                turns -> new RemoteEncoder(new RemoteService(source.descriptor(), server, turns), dimension, calls.apply(turns)));
    }

    private static Device device(Source source, Server server) {
        return new RemoteService(source.descriptor(), server, Turns.FREE).device();
    }

    /** {@link RemoteModel} refuses this already. */
    private static ModelException impossible(Server server) {
        return new ModelException(NLS.bind(Messages.Kind_impossible, server.address()));
    }
}
