package org.scholion.benchmarks;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.Generator.Generated;
import org.scholion.inference.ModelException;
import org.scholion.inference.Prompt;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Tokens by a generator, in turns with llama.cpp on the same weights. */
final class Generation {

    private static final int ROUNDS = 5;
    private static final int WRITING_ROUNDS = 3;
    private static final List<String> TASKS = List.of(
            "Correct the spelling and grammar of this text. Answer with the corrected text only.",
            "Summarise this abstract in two sentences.",
            "Write a short title for this abstract.",
            "Make this text shorter.");
    /** As the chat template of SmolLM2 renders it. */
    private static final String TURN = "<|im_start|>user%n%s%n%n%s<|im_end|>%n<|im_start|>assistant%n".replace("%n", "\n");
    private static final int PROMPT_TOKEN_COUNT = 1_500;
    private static final int NEW_TOKEN_COUNT = 64;
    private static final int CANCELS = 100;
    private static final int LATEST_CANCEL_MILLIS = 3_000;

    private final Generator generator;
    private final List<String> prompts = new ArrayList<>();

    /** @param abstracts for the tasks of a writer */
    Generation(Generator generator, List<String> abstracts) {
        this.generator = generator;
        prompts.add(document(generator));
        for (String task : TASKS) {
            for (String text : abstracts) {
                prompts.add(TURN.formatted(task, text));
            }
        }
    }

    /** The first is a document of about 1,500 tokens in which nothing is said twice; the others are tasks of a writer. */
    List<String> prompts() {
        return List.copyOf(prompts);
    }

    private String document() {
        return prompts.getFirst();
    }

    /** Tokens each second: medians of rounds that took turns. */
    record Rates(
            int promptTokens, int newTokensEach, double prompt, double promptOfPeer, double promptRatio,
            double decode, double decodeOfPeer, double decodeRatio) {

        static Rates of(int promptTokens, List<Round> ours, List<Round> theirs) {
            double prompt = median(ours, Round::prompt);
            double promptOfPeer = median(theirs, Round::prompt);
            double decode = median(ours, Round::decode);
            double decodeOfPeer = median(theirs, Round::decode);
            return new Rates(
                    promptTokens, NEW_TOKEN_COUNT, prompt, promptOfPeer, prompt / promptOfPeer,
                    decode, decodeOfPeer, decode / decodeOfPeer);
        }

        private static double median(List<Round> rounds, ToDoubleFunction<Round> rate) {
            double[] sorted = rounds.stream().mapToDouble(rate).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    /** Seconds to the first new token. */
    record Questions(double first, double second, double secondOverFirst) {}

    /** Milliseconds from the moment at which nobody waits any more to the return of the call. */
    record Cancels(int count, double p50, double p99, double max) {}

    private static String document(Generator generator) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        String[] words = ("we the results show that a short model sentence reader finds in of paper method and which is long data language"
                + " measure section table figure clear than more reason").split(" ");
        while (generator.tokenCount(text.toString()) < PROMPT_TOKEN_COUNT) {
            for (int i = 0; i < 20; i++) {
                text.append(words[random.nextInt(words.length)]).append(i % 10 == 9 ? ". " : " ");
            }
        }
        return text.toString();
    }

    Rates besidePeer(Peer peer) throws IOException, ModelException, CancelledException {
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Round our = round(0, 1);
            Round their = roundOf(peer, 0, 1);
            // the first round warms up
            if (round > 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        return Rates.of(generator.tokenCount(document()), ours, theirs);
    }

    /** The tasks of a writer. */
    Rates writingBesidePeer(Peer peer) throws IOException, ModelException, CancelledException {
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (int round = 0; round < WRITING_ROUNDS; round++) {
            ours.add(round(1, prompts.size()));
            theirs.add(roundOf(peer, 1, prompts.size()));
        }
        return Rates.of(prompts.stream().skip(1).mapToInt(generator::tokenCount).sum(), ours, theirs);
    }

    /** Tokens each second. */
    private record Round(double prompt, double decode) {}

    private Round round(int from, int to) throws ModelException, CancelledException {
        double promptSeconds = 0;
        double decodeSeconds = 0;
        int promptTokens = 0;
        int newTokens = 0;
        for (String prompt : prompts.subList(from, to)) {
            long begin = System.nanoTime();
            AtomicLong first = new AtomicLong();
            Generated made = generator.generate(
                    new Prompt.Raw(prompt),
                    GenerationOptions.greedy(NEW_TOKEN_COUNT),
                    piece -> first.compareAndSet(0, System.nanoTime()),
                    CancelToken.NEVER);
            promptSeconds += (first.get() - begin) / 1e9;
            decodeSeconds += (System.nanoTime() - first.get()) / 1e9;
            promptTokens += made.promptTokenCount();
            newTokens += made.newTokenCount() - 1;
        }
        return new Round(promptTokens / promptSeconds, newTokens / decodeSeconds);
    }

    private Round roundOf(Peer peer, int from, int to) throws IOException {
        double promptSeconds = 0;
        double decodeSeconds = 0;
        int promptTokens = 0;
        for (int prompt = from; prompt < to; prompt++) {
            JsonObject answer = peer.measure(prompt, NEW_TOKEN_COUNT);
            promptTokens += answer.get("promptTokens").getAsInt();
            promptSeconds += answer.get("promptSeconds").getAsDouble();
            decodeSeconds += answer.get("decodeSeconds").getAsDouble();
        }
        return new Round(promptTokens / promptSeconds, (to - from) * NEW_TOKEN_COUNT / decodeSeconds);
    }

    Questions secondQuestion() throws ModelException, CancelledException {
        double first = firstTokenSeconds(document() + " Question: what is long?");
        double second = firstTokenSeconds(document() + " Question: who measures?");
        return new Questions(first, second, second / first);
    }

    private double firstTokenSeconds(String prompt) throws ModelException, CancelledException {
        long begin = System.nanoTime();
        AtomicLong first = new AtomicLong();
        generator.generate(
                new Prompt.Raw(prompt),
                GenerationOptions.greedy(4).withPrefixKey("paper"),
                piece -> first.compareAndSet(0, System.nanoTime()),
                CancelToken.NEVER);
        return (first.get() - begin) / 1e9;
    }

    /** At random moments of reading a prompt and of writing. */
    Cancels cancelling() throws ModelException {
        Random random = new Random(2);
        List<Double> millis = new ArrayList<>();
        while (millis.size() < CANCELS) {
            long when = System.nanoTime() + random.nextInt(LATEST_CANCEL_MILLIS) * 1_000_000L;
            try {
                generator.generate(
                        new Prompt.Raw(document()), GenerationOptions.greedy(NEW_TOKEN_COUNT), InferenceBenchmarks::ignore,
                        () -> System.nanoTime() > when);
            } catch (CancelledException cancelled) {
                millis.add((System.nanoTime() - when) / 1e6);
            }
        }
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Cancels(CANCELS, sorted[CANCELS / 2], sorted[CANCELS * 99 / 100 - 1], sorted[CANCELS - 1]);
    }
}
