package org.scholion.cli.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Messages;
import org.scholion.inference.Encoder;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelService;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.Prompt;
import org.scholion.inference.Seq2Seq;
import org.scholion.inference.store.InstalledModel;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Measures a model in this process, through the services that everything else uses. */
final class ModelBench {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KIB_IN_MIB = 1024;
    private static final double NANOS = 1e9;

    private static final int TEXTS = 64;
    private static final int WARM_UP_TEXTS = 8;
    private static final int PROMPT_SENTENCES = 24;
    private static final int NEW_TOKENS = 64;
    private static final String SENTENCE = "We measured how the yield of the reaction depends on temperature and on the age of the catalyst. ";

    private final Models models;

    ModelBench(Models models) {
        this.models = models;
    }

    /**
     * What was measured.
     *
     * @param device the one that really ran
     * @param residentMiB by how much the memory of this process grew; what the model says it takes where that is unknown
     */
    record Result(
            String id,
            String device,
            Optional<Double> promptTokensPerSecond,
            Optional<Double> tokensPerSecond,
            Optional<Double> embeddingsPerSecond,
            long residentMiB) {}

    Result run(InstalledModel model, CancelToken cancel) throws ModelException, CancelledException {
        Optional<Long> before = residentKiB();
        ModelTask task = model.task().orElseThrow(() -> new ModelException(NLS.bind(Messages.models_noBench, model.id())));
        return switch (task) {
            case EMBEDDING -> encoder(model, before, cancel);
            case GENERATION -> generator(model, before, cancel);
            case GRAMMAR, TRANSLATION, SUMMARISATION -> seq2seq(model, before, cancel);
            case CLASSIFICATION, TAGGING -> throw new ModelException(NLS.bind(Messages.models_noBench, model.id()));
        };
    }

    private Result encoder(InstalledModel model, Optional<Long> before, CancelToken cancel) throws ModelException, CancelledException {
        try (ModelLease<Encoder> lease = models.lease(Encoder.class, model.id(), Priority.INTERACTIVE, cancel)) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < TEXTS; i++) {
                texts.add(SENTENCE.repeat(1 + i % 8));
            }
            lease.service().embed(texts.subList(0, WARM_UP_TEXTS), Encoder.Role.PASSAGE, cancel);
            long start = System.nanoTime();
            lease.service().embed(texts, Encoder.Role.PASSAGE, cancel);
            double seconds = (System.nanoTime() - start) / NANOS;
            return result(model, lease.service(), Optional.empty(), Optional.empty(), Optional.of(TEXTS / seconds), before);
        }
    }

    private Result generator(InstalledModel model, Optional<Long> before, CancelToken cancel) throws ModelException, CancelledException {
        try (ModelLease<Generator> lease = models.lease(Generator.class, model.id(), Priority.INTERACTIVE, cancel)) {
            Generator generator = lease.service();
            GenerationOptions options = GenerationOptions.greedy(NEW_TOKENS);
            generator.generate(new Prompt.Raw(SENTENCE), GenerationOptions.greedy(4), String::length, cancel);
            AtomicLong first = new AtomicLong();
            long start = System.nanoTime();
            Generator.Generated made = generator.generate(
                    new Prompt.Raw(SENTENCE.repeat(PROMPT_SENTENCES)),
                    options,
                    text -> first.compareAndSet(0, System.nanoTime()),
                    cancel);
            long end = System.nanoTime();
            long begun = first.get() == 0 ? end : first.get();
            double prompt = (made.promptTokenCount() - made.reusedTokenCount()) / ((begun - start) / NANOS);
            Optional<Double> decode = made.newTokenCount() < 2 || end == begun
                    ? Optional.empty()
                    : Optional.of((made.newTokenCount() - 1) / ((end - begun) / NANOS));
            return result(model, generator, Optional.of(prompt), decode, Optional.empty(), before);
        }
    }

    private Result seq2seq(InstalledModel model, Optional<Long> before, CancelToken cancel) throws ModelException, CancelledException {
        try (ModelLease<Seq2Seq> lease = models.lease(Seq2Seq.class, model.id(), Priority.INTERACTIVE, cancel)) {
            List<String> languages = model.languages();
            Seq2Seq.Options options = new Seq2Seq.Options(
                    1,
                    NEW_TOKENS,
                    1,
                    0,
                    languages.stream().findFirst(),
                    languages.stream().skip(1).findFirst().or(() -> languages.stream().findFirst()));
            lease.service().rewrite(List.of(SENTENCE), options, cancel);
            long start = System.nanoTime();
            List<Seq2Seq.Output> outputs = lease.service().rewrite(List.of(SENTENCE, SENTENCE + SENTENCE), options, cancel);
            double seconds = (System.nanoTime() - start) / NANOS;
            int tokens = outputs.stream().mapToInt(Seq2Seq.Output::tokenCount).sum();
            return result(model, lease.service(), Optional.empty(), Optional.of(tokens / seconds), Optional.empty(), before);
        }
    }

    private Result result(
            InstalledModel model,
            ModelService service,
            Optional<Double> prompt,
            Optional<Double> tokens,
            Optional<Double> embeddings,
            Optional<Long> before) {
        long claimed = models.loaded().stream()
                .filter(one -> one.descriptor().id().equals(model.id()))
                .mapToLong(Models.Loaded::memoryBytes)
                .sum();
        Optional<Long> after = residentKiB();
        long resident = before.isPresent() && after.isPresent()
                ? Math.max(0, after.get() - before.get()) / KIB_IN_MIB
                : claimed >> 20;
        return new Result(model.id(), service.device().name(), prompt, tokens, embeddings, resident);
    }

    /** What of this process lies in memory; unknown where the system does not say so in a file. */
    private static Optional<Long> residentKiB() {
        try {
            return Files.isReadable(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
                            .findFirst()
                    : Optional.empty();
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }
}
