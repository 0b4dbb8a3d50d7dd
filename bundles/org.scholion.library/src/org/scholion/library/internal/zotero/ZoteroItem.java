package org.scholion.library.internal.zotero;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An item as the tables have it. Not thread-safe. */
final class ZoteroItem {

    /**
     * Somebody who has a part in it.
     *
     * @param role such as {@code author}
     * @param single whether the name is in one part, as those of bodies are
     */
    record Creator(String role, String family, String given, boolean single) {}

    /**
     * A document.
     *
     * @param key of the item that it is, and of its folder
     * @param type of its content, such as {@code application/pdf}
     */
    record Attachment(String key, String type, String path) {}

    private final long library;
    private final String type;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Creator> creators = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private String citationKey = "";

    /** @param type its name in Zotero, such as {@code journalArticle} */
    ZoteroItem(long library, String type) {
        this.library = library;
        this.type = type;
    }

    long library() {
        return library;
    }

    String type() {
        return type;
    }

    List<Creator> creators() {
        return creators;
    }

    List<String> groups() {
        return groups;
    }

    List<String> tags() {
        return tags;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    /** That of Better BibTeX; empty where there is none. */
    String citationKey() {
        return citationKey;
    }

    void citationKey(String key) {
        citationKey = key;
    }

    /** Keeps a value under the name of its field; what came first stays. */
    void put(String field, String value) {
        if (!value.isBlank()) {
            values.putIfAbsent(field, value);
        }
    }

    /** The first field that has a value. */
    String value(String... fields) {
        for (String field : fields) {
            String value = values.get(field);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
