package org.scholion.benchmarks;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final int PROMPT_TOKEN_COUNT = 1_500;
    private static final int NEW_TOKEN_COUNT = 64;
    private static final int CANCELS = 100;
    private static final int LATEST_CANCEL_MILLIS = 3_000;

    private final Generator generator;
    private final String document;

    Generation(Generator generator) {
        this.generator = generator;
        document = document(generator);
    }

    /** About 1,500 tokens. */
    String document() {
        return document;
    }

    /** Tokens each second: medians of rounds that took turns. */
    record Rates(
            int promptTokens, int newTokens, double prompt, double promptOfPeer, double promptRatio,
            double decode, double decodeOfPeer, double decodeRatio) {}

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
            Round our = round();
            JsonObject answer = peer.measure(NEW_TOKEN_COUNT);
            // the first round warms up
            if (round > 0) {
                ours.add(our);
                theirs.add(new Round(
                        answer.get("promptTokens").getAsInt() / answer.get("promptSeconds").getAsDouble(),
                        NEW_TOKEN_COUNT / answer.get("decodeSeconds").getAsDouble()));
            }
        }
        double prompt = median(ours.stream().mapToDouble(Round::prompt).toArray());
        double promptOfPeer = median(theirs.stream().mapToDouble(Round::prompt).toArray());
        double decode = median(ours.stream().mapToDouble(Round::decode).toArray());
        double decodeOfPeer = median(theirs.stream().mapToDouble(Round::decode).toArray());
        return new Rates(
                generator.tokenCount(document), NEW_TOKEN_COUNT, prompt, promptOfPeer, prompt / promptOfPeer,
                decode, decodeOfPeer, decode / decodeOfPeer);
    }

    /** Tokens each second. */
    private record Round(double prompt, double decode) {}

    private Round round() throws ModelException, CancelledException {
        long begin = System.nanoTime();
        AtomicLong first = new AtomicLong();
        Generated made = generator.generate(
                new Prompt.Raw(document),
                GenerationOptions.greedy(NEW_TOKEN_COUNT),
                piece -> first.compareAndSet(0, System.nanoTime()),
                CancelToken.NEVER);
        long end = System.nanoTime();
        return new Round(
                made.promptTokenCount() / ((first.get() - begin) / 1e9), (made.newTokenCount() - 1) / ((end - first.get()) / 1e9));
    }

    Questions secondQuestion() throws ModelException, CancelledException {
        double first = firstTokenSeconds(document + " Question: what is long?");
        double second = firstTokenSeconds(document + " Question: who measures?");
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
                        new Prompt.Raw(document), GenerationOptions.greedy(NEW_TOKEN_COUNT), InferenceBenchmarks::ignore,
                        () -> System.nanoTime() > when);
            } catch (CancelledException cancelled) {
                millis.add((System.nanoTime() - when) / 1e6);
            }
        }
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Cancels(CANCELS, sorted[CANCELS / 2], sorted[CANCELS * 99 / 100 - 1], sorted[CANCELS - 1]);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
