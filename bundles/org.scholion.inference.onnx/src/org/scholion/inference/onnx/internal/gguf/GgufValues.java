package org.scholion.inference.onnx.internal.gguf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/** The entries before the tensors. A missing or mistyped entry is the file's fault and named. */
final class GgufValues {

    private final Path file;
    private final Map<String, Object> entries;

    /** @param entries Long, Double, Boolean, String, float[], int[] and lists of String, by key */
    GgufValues(Path file, Map<String, Object> entries) {
        this.file = file;
        this.entries = Map.copyOf(entries);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String text(String key) throws ModelException {
        return required(key, String.class);
    }

    Optional<String> findText(String key) throws ModelException {
        return find(key, String.class);
    }

    /** A whole number from {@code least} to {@code most}. */
    int number(String key, int least, int most) throws ModelException {
        return inRange(key, required(key, Long.class), least, most);
    }

    /** The same, or {@code otherwise} where there is none. */
    int number(String key, int least, int most, int otherwise) throws ModelException {
        Optional<Long> value = find(key, Long.class);
        return value.isPresent() ? inRange(key, value.get(), least, most) : otherwise;
    }

    private int inRange(String key, long value, int least, int most) throws ModelException {
        if (value < least || value > most) {
            throw wrong(key);
        }
        return (int) value;
    }

    /** A finite number above 0. */
    double positive(String key) throws ModelException {
        return positive(key, required(key, Double.class));
    }

    double positive(String key, double otherwise) throws ModelException {
        return positive(key, find(key, Double.class).orElse(otherwise));
    }

    private double positive(String key, Double value) throws ModelException {
        if (!(value > 0) || value.isInfinite()) {
            throw wrong(key);
        }
        return value;
    }

    boolean flag(String key, boolean otherwise) throws ModelException {
        return find(key, Boolean.class).orElse(otherwise);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String key) throws ModelException {
        return required(key, List.class);
    }

    Optional<int[]> findNumbers(String key) throws ModelException {
        return find(key, int[].class);
    }

    float[] decimals(String key) throws ModelException {
        return required(key, float[].class);
    }

    private <T> T required(String key, Class<T> type) throws ModelException {
        Optional<T> value = find(key, type);
        if (value.isEmpty()) {
            throw new ModelException(NLS.bind(Messages.Gguf_missing, file, key));
        }
        return value.get();
    }

    private <T> Optional<T> find(String key, Class<T> type) throws ModelException {
        Object value = entries.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrong(key);
        }
        return Optional.of(type.cast(value));
    }

    /** What to throw when an entry makes no sense. */
    ModelException wrong(String key) {
        return new ModelException(NLS.bind(Messages.Gguf_wrongValue, file, key));
    }
}
