package org.scholion.inference.onnx.internal.decode;

import java.nio.FloatBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Device;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.GenerationOptions.Overflow;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.Prompt;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.constrain.TokenRule;
import org.scholion.inference.onnx.internal.token.StreamingDecoder;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** {@link Generator} on a {@link CausalModel}. Thread-safe; each call reads a text of its own. */
final class CausalGenerator implements Generator {

    /** Tokens of a step of the prompt: long enough for full speed, short enough for others to wait. */
    private static final int CHUNK_TOKEN_COUNT = 256;

    private final CausalModel model;
    private final ModelDescriptor descriptor;
    private final Supplier<Device> device;
    private final Turns turns;

    CausalGenerator(CausalModel model, ModelDescriptor descriptor, Supplier<Device> device, Turns turns) {
        this.model = model;
        this.descriptor = descriptor;
        this.device = device;
        this.turns = turns;
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
    public Generated generate(Prompt prompt, GenerationOptions options, Consumer<String> onText, CancelToken cancel)
            throws ModelException, CancelledException {
        cancel.check();
        Optional<TokenRule> rule = model.rules().rule(options.constraint());
        int[] tokens = fitting(tokens(prompt), options);
        Continuation text = model.take(options.prefixKey(), tokens.length + Math.min(options.maxNewTokenCount(), 256));
        boolean usable = false;
        try {
            // the last token is read again, since its logits are needed
            int reused = Math.min(text.commonLength(tokens), tokens.length - 1);
            if (text.largestStep(2) == 1 && tokens.length - reused > 32) {
                reused = 0;
            }
            text.truncate(reused);
            read(text, tokens, reused, 1, cancel);
            Generated generated = new Output(tokens, reused, options, rule, onText).run(text, cancel);
            usable = true;
            return generated;
        } catch (CancelledException cancelled) {
            usable = true;
            throw cancelled;
        } finally {
            model.giveBack(usable ? options.prefixKey() : Optional.empty(), text);
        }
    }

    private int[] tokens(Prompt prompt) throws ModelException {
        String text = switch (prompt) {
            case Prompt.Raw raw -> raw.text();
            case Prompt.Chat chat -> model.template()
                    .orElseThrow(() -> new ModelException(NLS.bind(Messages.Prompt_noTemplate, model.owner())))
                    .render(chat.messages(), model.specials(), LocalDate.now());
        };
        int[] tokens = ids(text);
        if (tokens.length == 0) {
            throw new ModelException(NLS.bind(Messages.Prompt_empty, model.owner()));
        }
        return tokens;
    }

    private int[] ids(String text) {
        return Arrays.stream(model.tokenizer().encodeIds(List.of(text), false)[0]).mapToInt(Math::toIntExact).toArray();
    }

    /** The prompt, shortened where that is allowed and needed. */
    private int[] fitting(int[] tokens, GenerationOptions options) throws ModelException {
        int most = model.maxTokenCount();
        long wanted = (long) tokens.length + options.maxNewTokenCount();
        if (wanted <= most) {
            return tokens;
        }
        if (options.overflow() == Overflow.REFUSE) {
            throw new ModelException(NLS.bind(
                    Messages.Prompt_tooLong,
                    new Object[] {model.owner(), most, tokens.length, options.maxNewTokenCount()}));
        }
        return tokens.length < most ? tokens : slid(tokens, most / 2 + most / 4);
    }

    /** The first token and the last ones. */
    static int[] slid(int[] tokens, int count) {
        int[] shorter = new int[count];
        shorter[0] = tokens[0];
        System.arraycopy(tokens, tokens.length - count + 1, shorter, 1, count - 1);
        return shorter;
    }

    /** Reads tokens in steps between which others get their turn. */
    private void read(Continuation text, int[] tokens, int from, int wanted, CancelToken cancel)
            throws ModelException, CancelledException {
        int at = from;
        while (at < tokens.length) {
            int step = text.largestStep(CHUNK_TOKEN_COUNT);
            int to = (int) Math.min(tokens.length, (long) at + step);
            step(text, tokens, at, to, wanted, cancel);
            at = to;
        }
    }

    private void step(Continuation text, int[] tokens, int from, int to, int wanted, CancelToken cancel)
            throws ModelException, CancelledException {
        try (Turns.Turn turn = turns.take(cancel)) {
            text.append(tokens, from, to, wanted, cancel);
        }
    }

    @Override
    public List<List<Double>> logProbabilities(String beginning, List<String> texts, CancelToken cancel)
            throws ModelException, CancelledException {
        int[] before = ids(beginning);
        if (before.length == 0 && model.settings().begin().isPresent()) {
            before = new int[] {model.settings().begin().get()};
        }
        return new TextScorer(model, turns).score(before, texts.stream().map(this::ids).toList(), cancel);
    }

    /** One output on its way. */
    private final class Output {
        private final int reused;
        private final int promptCount;
        private final GenerationOptions options;
        private final Optional<TokenRule> rule;
        private final Consumer<String> onText;
        private final Sampler sampler;
        private final StopTexts stops;
        private final Drafts drafts = new Drafts();
        private final StringBuilder written = new StringBuilder();
        private int[] tokens;
        private int length;

        Output(int[] prompt, int reused, GenerationOptions options, Optional<TokenRule> rule, Consumer<String> onText) {
            this.reused = reused;
            promptCount = prompt.length;
            tokens = Arrays.copyOf(prompt, prompt.length + 64);
            length = prompt.length;
            this.options = options;
            this.rule = rule;
            this.onText = onText;
            sampler = new Sampler(options.sampling());
            stops = new StopTexts(options.stops());
            for (int token : prompt) {
                sampler.saw(token);
            }
        }

        Generated run(Continuation text, CancelToken cancel) throws ModelException, CancelledException {
            StreamingDecoder decoder = model.tokenizer().streamingDecoder(true);
            int[] guessed = new int[0];
            int right = 0;
            for (int made = 0; made < options.maxNewTokenCount(); made++) {
                int token = choose(text, right);
                if (token < 0) {
                    return finished(decoder.finish(), Finish.END, made);
                }
                write(stops.add(decoder.add(token)));
                if (stops.stopped()) {
                    return result(Finish.STOP, made + 1);
                }
                add(token);
                if (right < guessed.length && guessed[right] == token) {
                    right++;
                } else if (made + 1 < options.maxNewTokenCount()) {
                    drafts.checked(guessed.length, right);
                    guessed = goOn(text, options.maxNewTokenCount() - made - 2, cancel);
                    right = 0;
                }
            }
            return finished(decoder.finish(), Finish.LENGTH, options.maxNewTokenCount());
        }

        /** The next token by the logits of a position of the last step; negative when the output ends. */
        private int choose(Continuation text, int position) throws ModelException {
            int size = model.graph().vocabulary();
            int offset = text.offset(position);
            FloatBuffer logits = text.values();
            sampler.penalise(logits, offset, size);
            if (rule.isEmpty()) {
                int token = sampler.next(logits, offset, size);
                return model.settings().ends().contains(token) ? -1 : token;
            }
            TokenRule constraint = rule.get();
            if (constraint.mustEnd()) {
                return -1;
            }
            for (int end : model.settings().ends()) {
                if (!constraint.mayEnd() && end < size) {
                    logits.put(offset + end, Float.NEGATIVE_INFINITY);
                }
            }
            // mostly the best token is allowed, and nothing has to be masked
            int best = sampler.isGreedy() ? Sampler.greatest(logits, offset, size) : -1;
            if (best < 0 || !constraint.allows(best) && !model.settings().ends().contains(best)) {
                constraint.mask(logits, offset, size);
                best = sampler.next(logits, offset, size);
            }
            if (model.settings().ends().contains(best) || !constraint.allows(best)) {
                return -1;
            }
            constraint.accept(best);
            return best;
        }

        private void add(int token) {
            if (length == tokens.length) {
                tokens = Arrays.copyOf(tokens, length * 2);
            }
            tokens[length++] = token;
            sampler.saw(token);
        }

        /**
         * Reads the newest token, and behind it some that may follow.
         *
         * @param limit how many may be guessed at most
         * @return those that were guessed
         */
        private int[] goOn(Continuation text, int limit, CancelToken cancel) throws ModelException, CancelledException {
            text.truncate(length - 1);
            int most = model.maxTokenCount();
            if (text.length() + 1 > most) {
                int[] shorter = slid(Arrays.copyOf(tokens, length), most / 2);
                text.truncate(0);
                read(text, shorter, 0, 1, cancel);
                tokens = shorter;
                length = shorter.length;
                return new int[0];
            }
            int[] guessed = text.largestStep(2) > 1 ? drafts.next(tokens, length, Math.min(limit, most - length)) : new int[0];
            tokens = length + guessed.length > tokens.length ? Arrays.copyOf(tokens, tokens.length * 2) : tokens;
            System.arraycopy(guessed, 0, tokens, length, guessed.length);
            step(text, tokens, length - 1, length + guessed.length, guessed.length + 1, cancel);
            return guessed;
        }

        private void write(String piece) {
            if (!piece.isEmpty()) {
                written.append(piece);
                onText.accept(piece);
            }
        }

        private Generated finished(String rest, Finish finish, int made) {
            write(stops.add(rest));
            if (stops.stopped()) {
                return result(Finish.STOP, made);
            }
            write(stops.finish());
            return result(finish, made);
        }

        private Generated result(Finish finish, int made) {
            return new Generated(written.toString(), finish, promptCount, reused, made);
        }
    }
}
