package org.scholion.inference.onnx.internal.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Device;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.Seq2Seq;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.decode.Seq2SeqModel.Stopping;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** {@link Seq2Seq} on a {@link Seq2SeqModel}. Thread-safe. */
final class Rewriter implements Seq2Seq {

    private final Seq2SeqModel model;
    private final ModelDescriptor descriptor;
    private final Supplier<Device> device;
    private final Turns turns;
    private final Stopping stopping;

    Rewriter(Seq2SeqModel model, ModelDescriptor descriptor, Supplier<Device> device, Turns turns, Stopping stopping) {
        this.model = model;
        this.descriptor = descriptor;
        this.device = device;
        this.turns = turns;
        this.stopping = stopping;
    }

    @Override
    public ModelDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Device device() {
        return device.get();
    }

    @Override
    public int maxTokenCount() {
        return model.maxTokenCount();
    }

    @Override
    public int tokenCount(String text) {
        return model.tokenizer().count(text);
    }

    @Override
    public List<Output> rewrite(List<String> inputs, Options options, CancelToken cancel)
            throws ModelException, CancelledException {
        long[][] all = model.tokenizer().encodeIds(inputs, true);
        for (long[] ids : all) {
            if (ids.length > model.maxTokenCount()) {
                throw new ModelException(NLS.bind(
                        Messages.Input_tooLong, new Object[] {model.owner(), model.maxTokenCount(), ids.length}));
            }
        }
        Optional<Integer> forcedBegin = model.settings().forcedBegin();
        if (options.targetLanguage().isPresent()) {
            OptionalInt target = model.language(options.targetLanguage().get());
            forcedBegin = target.isPresent() ? Optional.of(target.getAsInt()) : forcedBegin;
        }
        List<Output> outputs = new ArrayList<>();
        for (long[] ids : all) {
            cancel.check();
            outputs.add(output(told(ids, options), options, forcedBegin, cancel));
        }
        return List.copyOf(outputs);
    }

    /** With the token of the language of the input, in models that begin with one. */
    private long[] told(long[] ids, Options options) throws ModelException {
        if (options.sourceLanguage().isEmpty() || ids.length == 0) {
            return ids;
        }
        OptionalInt source = model.language(options.sourceLanguage().get());
        if (source.isPresent() && model.tokenizer().vocabulary().isSpecial((int) ids[0])) {
            ids[0] = source.getAsInt();
        }
        return ids;
    }

    private Output output(long[] ids, Options options, Optional<Integer> forcedBegin, CancelToken cancel)
            throws ModelException, CancelledException {
        if (ids.length == 0) {
            return new Output("", 0, 0, true);
        }
        try (DecoderRun run = encoded(ids, cancel)) {
            BeamSearch.Beam best = new BeamSearch(model, options, stopping, forcedBegin).search(run, turns, cancel);
            int count = best.tokens().length - 1;
            long[] made = Arrays.stream(best.tokens()).skip(1).asLongStream().toArray();
            boolean complete = model.settings().ends().contains(best.tokens()[count])
                    && (count < options.maxNewTokenCount() || model.settings().forcedEnd().isEmpty());
            return new Output(model.tokenizer().decode(made, true), count, best.logProbability(), complete);
        }
    }

    private DecoderRun encoded(long[] ids, CancelToken cancel) throws ModelException, CancelledException {
        try (Turns.Turn turn = turns.take(cancel)) {
            return DecoderRun.encode(model.graph(), ids, cancel);
        }
    }
}
