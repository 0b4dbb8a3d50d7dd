package org.scholion.library.internal.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scholion.inference.Device;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelService;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.text.CancelToken;

/** An encoder for which texts mean the same when they have the same words. */
final class WordVectors implements Models, Encoder {

    private static final int DIMENSION = 384;

    private final String version;

    WordVectors(String version) {
        this.version = version;
    }

    @Override
    public <S extends ModelService> ModelLease<S> lease(Class<S> role, String id, Priority priority, CancelToken cancel)
            throws ModelException {
        if (role != Encoder.class) {
            throw new ModelException(id + " is not installed");
        }
        return new ModelLease<>() {
            @Override
            public S service() {
                return role.cast(WordVectors.this);
            }

            @Override
            public void close() {
                // nothing is held
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

    @Override
    public ModelDescriptor descriptor() {
        return new ModelDescriptor("word-vectors", "Words", ModelTask.EMBEDDING, List.of("en"), "", version);
    }

    @Override
    public Device device() {
        return new Device(Device.Kind.CPU, "words");
    }

    @Override
    public int maxTokenCount() {
        return 512;
    }

    @Override
    public int tokenCount(String text) {
        return text.split(" ").length;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public Embeddings embed(List<String> texts, Role role, CancelToken cancel) {
        float[] values = new float[texts.size() * DIMENSION];
        for (int i = 0; i < texts.size(); i++) {
            double squares = 0;
            float[] one = new float[DIMENSION];
            for (String word : texts.get(i).toLowerCase(Locale.ROOT).split("\\W+")) {
                one[Math.floorMod(word.hashCode() * 31, DIMENSION)] += 1;
            }
            one[0] += 0.01f;
            for (float value : one) {
                squares += value * value;
            }
            for (int j = 0; j < DIMENSION; j++) {
                values[i * DIMENSION + j] = (float) (one[j] / Math.sqrt(squares));
            }
        }
        return new Embeddings(DIMENSION, values);
    }
}
