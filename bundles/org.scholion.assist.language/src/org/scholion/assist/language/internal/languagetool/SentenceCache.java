package org.scholion.assist.language.internal.languagetool;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found in sentences. It forgets what was not asked for longest, as soon as the sentences that it remembers are longer than
 * its limit. Thread-safe.
 */
final class SentenceCache {

    /**
     * A sentence that was checked.
     *
     * @param language LanguageTool's code
     * @param last whether it ends its paragraph
     * @param rulesOn rules that are off by default and run
     */
    record Key(String language, String text, boolean last, Set<String> rulesOn) {}

    private final int limit;
    private final Map<Key, List<SentenceMatch>> found = new LinkedHashMap<>(1024, 0.75f, true);
    private int characters;

    /** @param limit how many characters of sentences are remembered */
    SentenceCache(int limit) {
        this.limit = limit;
    }

    synchronized Optional<List<SentenceMatch>> find(Key key) {
        return Optional.ofNullable(found.get(key));
    }

    synchronized void remember(Key key, List<SentenceMatch> matches) {
        if (found.put(key, List.copyOf(matches)) == null) {
            characters += key.text().length();
        }
        Iterator<Key> oldest = found.keySet().iterator();
        while (characters > limit && oldest.hasNext()) {
            characters -= oldest.next().text().length();
            oldest.remove();
        }
    }
}
