package org.scholion.bibtex;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An entry that is to be written.
 *
 * @param type such as {@code article}; in which case it is written, the file decides
 * @param key by which it is cited
 * @param fields the values by the fields' names in lower case; where the file has an order of fields they are written in that, else in
 *     this order
 */
public record NewEntry(String type, String key, Map<String, BibtexValue> fields) {

    public NewEntry {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
