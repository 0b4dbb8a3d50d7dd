package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.scholion.inference.Device;
import org.scholion.inference.GenerationOptions;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelService;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.Prompt;
import org.scholion.inference.Tagger;
import org.scholion.text.CancelToken;

/** A tagger that knows some pairs of words, and a language model that likes some texts. */
public final class FakeModels implements Models {

    final AtomicInteger taggedTexts = new AtomicInteger();
    final AtomicInteger openLeases = new AtomicInteger();
    private final Map<String, List<Tagger.Label>> labels = new HashMap<>();
    private Optional<ToDoubleBiFunction<String, String>> judge = Optional.empty();
    private boolean broken;

    /**
     * A label of a word behind another: lower case, with a space between them; the first word of a sentence stands behind nothing. Of
     * several the most probable one comes first.
     */
    public FakeModels knows(String words, String label, double probability) {
        labels.computeIfAbsent(words, unknown -> new ArrayList<>()).add(new Tagger.Label(label, probability));
        return this;
    }

    /** A language model, by the logarithm of the probability of a whole sentence. */
    public FakeModels judgedBy(ToDoubleFunction<String> logProbability) {
        return judgedByParts((beginning, text) -> logProbability.applyAsDouble(beginning + text));
    }

    /** A language model, by what is given of a sentence and what it is asked about. */
    public FakeModels judgedByParts(ToDoubleBiFunction<String, String> logProbability) {
        judge = Optional.of(logProbability);
        return this;
    }

    public FakeModels withoutTagger() {
        broken = true;
        return this;
    }

    @Override
    public <S extends ModelService> ModelLease<S> lease(Class<S> role, String id, Priority priority, CancelToken cancel)
            throws ModelException {
        Optional<? extends ModelService> service = role == Tagger.class && !broken
                ? Optional.of(new PairTagger())
                : role == Generator.class ? judge.map(Likes::new) : Optional.empty();
        S found = role.cast(service.orElseThrow(() -> new ModelException(id + " is not installed")));
        openLeases.incrementAndGet();
        return new ModelLease<>() {
            @Override
            public S service() {
                return found;
            }

            @Override
            public void close() {
                openLeases.decrementAndGet();
            }
        };
    }

    @Override
    public Optional<ModelDescriptor> preferred(ModelTask task, String language) {
        return Optional.empty();
    }

    @Override
    public List<Loaded> loaded() {
        return List.of();
    }

    private static final ModelDescriptor DESCRIPTOR =
            new ModelDescriptor("fake", "Fake", ModelTask.TAGGING, List.of("en"), "none", "1");
    private static final Device DEVICE = new Device(Device.Kind.CPU, "CPU");
    private static final int MOST_TOKENS = 256;

    private final class PairTagger implements Tagger {
        @Override
        public List<String> labels() {
            return labels.values().stream().flatMap(List::stream).map(Label::name).toList();
        }

        @Override
        public List<List<Tag>> tag(List<String> texts, int labelCount, CancelToken cancel) {
            taggedTexts.addAndGet(texts.size());
            return texts.stream().map(this::tag).toList();
        }

        private List<Tag> tag(String text) {
            List<Tag> tags = new ArrayList<>();
            String before = "";
            for (Word word : Word.of(text)) {
                String low = word.text().toLowerCase(Locale.ROOT);
                List<Label> known = new ArrayList<>(labels.getOrDefault((before + " " + low).strip(), List.of()));
                known.add(new Label(EditLabel.KEEP, 1 - known.stream().mapToDouble(Label::probability).sum()));
                tags.add(new Tag(word.range(), known));
                before = low;
            }
            return tags;
        }

        @Override
        public ModelDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public Device device() {
            return DEVICE;
        }

        @Override
        public int maxTokenCount() {
            return MOST_TOKENS;
        }

        @Override
        public int tokenCount(String text) {
            return Word.of(text).size();
        }
    }

    private record Likes(ToDoubleBiFunction<String, String> logProbability) implements Generator {
        @Override
        public Generated generate(Prompt prompt, GenerationOptions options, Consumer<String> onText, CancelToken cancel) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<List<Double>> logProbabilities(String beginning, List<String> texts, CancelToken cancel) {
            return texts.stream().map(text -> List.of(logProbability.applyAsDouble(beginning, text))).toList();
        }

        @Override
        public ModelDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public Device device() {
            return DEVICE;
        }

        @Override
        public int maxTokenCount() {
            return MOST_TOKENS;
        }

        @Override
        public int tokenCount(String text) {
            return text.length();
        }
    }
}
