package org.scholion.assist.language.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What was found out about texts. It forgets what was not asked for longest, as soon as the texts that it remembers are longer than its
 * limit. Thread-safe.
 *
 * @param <K> a text, or a text and how it was looked at
 * @param <V> what was found; immutable
 */
public final class Remembered<K, V> {

    private final int limit;
    private final ToIntFunction<K> size;
    private final Map<K, V> found = new LinkedHashMap<>(1024, 0.75f, true);
    private int remembered;

    /**
     * @param limit how much is remembered
     * @param size how much of it a key takes, such as the length of its text
     */
    public Remembered(int limit, ToIntFunction<K> size) {
        this.limit = limit;
        this.size = size;
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(found.get(key));
    }

    public synchronized void remember(K key, V value) {
        if (found.put(key, value) == null) {
            remembered += size.applyAsInt(key);
        }
        Iterator<K> oldest = found.keySet().iterator();
        while (remembered > limit && oldest.hasNext()) {
            remembered -= size.applyAsInt(oldest.next());
            oldest.remove();
        }
    }
}
