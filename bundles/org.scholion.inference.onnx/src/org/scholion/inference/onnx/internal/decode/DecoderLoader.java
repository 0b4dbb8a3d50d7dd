package org.scholion.inference.onnx.internal.decode;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.scholion.inference.Device;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelService;
import org.scholion.inference.Seq2Seq;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.LoadedRole;
import org.scholion.inference.onnx.internal.RoleLoader;
import org.scholion.inference.onnx.internal.layout.Graph;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.session.Accelerators;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.inference.onnx.internal.token.Tokenizer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Loads models that make text token by token: with an encoder, or without one. */
public final class DecoderLoader implements RoleLoader {

    private static final double MEMORY_PER_BYTE_ON_DISK = 1.3;

    @Override
    public Optional<LoadedRole<?>> load(
            ModelFolder folder,
            ModelEngine.Source source,
            ModelEngine.Options options,
            Accelerators accelerators,
            CancelToken cancel)
            throws ModelException, CancelledException {
        Optional<Accelerators.Accelerator> accelerator = accelerators.find(options.device());
        Device.Kind device = accelerator.isPresent() ? options.device() : Device.Kind.CPU;
        Opening opening = new Opening(folder, accelerator, options.threadCount(), cancel);
        Optional<Path> encoder = folder.graph(Graph.ENCODER, device);
        Optional<Path> merged = folder.graph(Graph.DECODER_MERGED, device);
        Optional<Path> next = folder.graph(Graph.DECODER_WITH_PAST, device);
        Optional<Path> decoder = merged.isPresent() ? merged : folder.graph(Graph.DECODER, device);
        if (encoder.isPresent()) {
            if (decoder.isEmpty() || merged.isEmpty() && next.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(opening.seq2seq(source, encoder.get(), decoder.get(), merged.isPresent() ? Optional.empty() : next));
        }
        Optional<Path> causal = merged.isPresent() ? merged : folder.graph(Graph.MODEL, device);
        return causal.isEmpty() ? Optional.empty() : Optional.of(opening.causal(source, causal.get()));
    }

    private record Opening(
            ModelFolder folder, Optional<Accelerators.Accelerator> accelerator, int threadCount, CancelToken cancel) {

        LoadedRole<?> causal(ModelEngine.Source source, Path file) throws ModelException, CancelledException {
            Tokenizer tokenizer = Tokenizer.open(folder.tokenizerFile());
            DeviceSession session = opened(file, tokenizer::close);
            CausalModel model = CausalModel.of(folder, session, tokenizer, cancel);
            long bytes = (long) (ModelFolder.sizeBytes(file) * MEMORY_PER_BYTE_ON_DISK);
            return new Role<>(Generator.class, session, bytes,
                    turns -> model.generator(source.descriptor(), session::device, turns), model::close);
        }

        LoadedRole<?> seq2seq(ModelEngine.Source source, Path encoderFile, Path decoderFile, Optional<Path> nextFile)
                throws ModelException, CancelledException {
            Tokenizer tokenizer = Tokenizer.open(folder.tokenizerFile());
            DeviceSession encoder = opened(encoderFile, tokenizer::close);
            DeviceSession first = opened(decoderFile, tokenizer::close, encoder::close);
            Optional<DeviceSession> next = nextFile.isEmpty()
                    ? Optional.empty()
                    : Optional.of(opened(nextFile.get(), tokenizer::close, encoder::close, first::close));
            Seq2SeqModel model = Seq2SeqModel.of(folder, encoder, first, next, tokenizer);
            long bytes = ModelFolder.sizeBytes(encoderFile) + ModelFolder.sizeBytes(decoderFile)
                    + nextFile.map(ModelFolder::sizeBytes).orElse(0L);
            return new Role<>(Seq2Seq.class, first, (long) (bytes * MEMORY_PER_BYTE_ON_DISK),
                    turns -> model.service(source.descriptor(), first::device, turns), model::close);
        }

        /** Opens a graph; closes what was opened before when that fails. */
        private DeviceSession opened(Path file, Runnable... closeBefore) throws ModelException, CancelledException {
            boolean done = false;
            try {
                DeviceSession session = DeviceSession.open(file, accelerator, threadCount);
                done = true;
                return session;
            } finally {
                for (Runnable close : done ? new Runnable[0] : closeBefore) {
                    close.run();
                }
            }
        }
    }

    private record Role<S extends ModelService>(
            Class<S> type, DeviceSession session, long memoryBytes, Function<Turns, S> services, Runnable end)
            implements LoadedRole<S> {

        @Override
        public Device device() {
            return session.device();
        }

        @Override
        public S service(Turns turns) {
            return services.apply(turns);
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
