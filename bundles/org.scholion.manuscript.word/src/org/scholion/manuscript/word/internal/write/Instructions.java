package org.scholion.manuscript.word.internal.write;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.word.internal.read.CitedWorks;
import org.scholion.manuscript.word.internal.read.Citations;
import org.scholion.manuscript.word.internal.read.Json;

/** The instructions of fields that cite, in the way of one document. Not thread-safe. */
final class Instructions {

    private static final String SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json";

    /** The letters of the numbers that Zotero gives to citations, and how many. */
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final int ID_LENGTH = 8;

    private final FieldKind kind;
    /** What the fields of the document say of a work, as it is written there; by key. */
    private final Map<String, String> known = new LinkedHashMap<>();

    Instructions(FieldKind kind) {
        this.kind = kind;
    }

    FieldKind kind() {
        return kind;
    }

    /** Takes over what a field of the document knows of its works. */
    void learn(String instruction) {
        items(instruction).forEach(known::putIfAbsent);
    }

    /** Whether a field can take more works. */
    boolean isJoinable(String instruction) {
        boolean same = FieldKind.of(Citations.command(instruction)).filter(kind::equals).isPresent();
        return same && (kind == FieldKind.WORD || !items(instruction).isEmpty());
    }

    /** What a new field says. */
    String of(NewCitation citation) {
        return joined(Optional.empty(), citation, citation.shown());
    }

    /**
     * What a field says that cites more works than before.
     *
     * @param before its instruction so far; empty for a new field
     * @param shown how it reads
     */
    String joined(Optional<String> before, NewCitation citation, String shown) {
        if (kind == FieldKind.WORD) {
            Set<String> keys = new LinkedHashSet<>();
            before.ifPresent(instruction -> keys.addAll(Citations.tags(instruction)));
            List<String> fresh = citation.keys().stream().map(Citations::tag).filter(key -> !keys.contains(key)).toList();
            return before.isPresent() ? appended(before.get(), fresh) : Citations.instruction(fresh);
        }
        Map<String, String> items = new LinkedHashMap<>();
        before.ifPresent(instruction -> items.putAll(items(instruction)));
        citation.works().forEach(work -> items.computeIfAbsent(work.key(), key -> item(work)));
        List<String> all = List.copyOf(items.values());
        return switch (kind) {
            case WORD -> throw new IllegalStateException("written above");
            case ZOTERO -> "ADDIN ZOTERO_ITEM CSL_CITATION " + zotero(items.keySet(), all, shown);
            case CSL -> "ADDIN CSL_CITATION " + csl(all, shown);
            case ENDNOTE -> "ADDIN EN.CITE <EndNote>" + EndNoteXml.shown(all, shown) + "</EndNote>";
        };
    }

    private static String appended(String before, List<String> keys) {
        return before.strip() + keys.stream().map(key -> " \\m " + key).collect(Collectors.joining());
    }

    private String item(NewCitation.Work work) {
        String before = known.get(work.key());
        if (before != null) {
            return before;
        }
        if (kind == FieldKind.ENDNOTE) {
            return EndNoteXml.of(work);
        }
        String data = work.data().isBlank() ? "{\"title\":" + Json.string(work.key()) + "}" : work.data();
        // an address of its own: Zotero looks numbers up in the library of the reader, and takes works without an address for different ones
        String address = CitedWorks.OWN_ADDRESS + URLEncoder.encode(work.key(), StandardCharsets.UTF_8);
        return "{\"id\":" + Json.string(work.key()) + ",\"uris\":[" + Json.string(address) + "],\"itemData\":" + data + "}";
    }

    /** The works of a field as they are written there, by key; none where its data is damaged. */
    private Map<String, String> items(String instruction) {
        Map<String, String> items = new LinkedHashMap<>();
        if (kind == FieldKind.ENDNOTE) {
            return EndNoteXml.items(instruction);
        }
        int start = instruction.indexOf('{');
        if (start < 0 || kind == FieldKind.WORD) {
            return items;
        }
        try {
            String list = Json.members(instruction.substring(start)).getOrDefault("citationItems", "[]");
            for (String item : Json.elements(list)) {
                items.put(CitedWorks.key(item), item);
            }
            return items;
        } catch (IllegalArgumentException e) {
            // somebody cut it off: it stays as it is
            return Map.of();
        }
    }

    private static String zotero(Set<String> keys, List<String> items, String shown) {
        String text = Json.string(shown);
        String properties = "{\"formattedCitation\":" + text + ",\"plainCitation\":" + text + ",\"noteIndex\":0}";
        return "{\"citationID\":" + Json.string(id(List.copyOf(keys))) + ",\"properties\":" + properties
                + ",\"citationItems\":[" + String.join(",", items) + "],\"schema\":" + Json.string(SCHEMA) + "}";
    }

    private static String csl(List<String> items, String shown) {
        String text = Json.string(shown);
        String shownText = "{\"formattedCitation\":" + text + ",\"plainTextFormattedCitation\":" + text + ",\"previouslyFormattedCitation\":" + text
                + "}";
        return "{\"citationItems\":[" + String.join(",", items) + "],\"mendeley\":" + shownText + ",\"properties\":{\"noteIndex\":0},\"schema\":" + Json.string(SCHEMA) + "}";
    }

    /** Zotero gives another one where a document has the same twice. */
    private static String id(List<String> keys) {
        long hash = 1125899906842597L;
        for (String key : keys) {
            hash = 31 * hash + key.hashCode();
        }
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            hash = hash * 6364136223846793005L + 1442695040888963407L;
            id.append(LETTERS.charAt(Math.floorMod(hash >>> 33, LETTERS.length())));
        }
        return id.toString();
    }
}
