package org.scholion.library.internal.zotero;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.scholion.library.LibraryException;
import org.scholion.text.CancelledException;

/**
 * The keys that Better BibTeX gave: in a table {@code citationkey} since 2023, in {@code citekeys} of the search database before, and in the JSON of
 * a table {@code better-bibtex} in the oldest that are around.
 */
final class CitationKeys {

    static final List<String> FILES = List.of("better-bibtex.sqlite", "betterbibtex.sqlite", "better-bibtex-search.sqlite");

    private CitationKeys() {}

    /** Gives the items their keys; a database without any changes nothing. */
    static void read(Database database, Map<Long, ZoteroItem> items) throws LibraryException, CancelledException {
        for (String table : List.of("citationkey", "citekeys", "citekey")) {
            String column = database.column(table, "citationKey", "citekey");
            if (database.has(table, column) && database.has(table, "itemID")) {
                database.each("SELECT itemID, " + column + " FROM " + table, row -> give(items, row.getLong(1), Database.text(row, 2)));
            }
        }
        if (database.has("better-bibtex", "data") && database.has("better-bibtex", "name")) {
            database.each("SELECT data FROM \"better-bibtex\" WHERE name = 'better-bibtex.citekey'", row -> json(Database.text(row, 1), items));
        }
    }

    private static void json(String text, Map<Long, ZoteroItem> items) {
        try {
            JsonElement data = JsonParser.parseString(text);
            if (!data.isJsonObject() || !(data.getAsJsonObject().get("data") instanceof JsonElement list) || !list.isJsonArray()) {
                return;
            }
            for (JsonElement one : list.getAsJsonArray()) {
                if (one.isJsonObject()) {
                    JsonObject key = one.getAsJsonObject();
                    if (key.has("itemID") && key.has("citekey")) {
                        give(items, key.get("itemID").getAsLong(), key.get("citekey").getAsString());
                    }
                }
            }
        } catch (JsonParseException | IllegalStateException | NumberFormatException | UnsupportedOperationException broken) {
            // the keys that came before stay; the others are made up
        }
    }

    private static void give(Map<Long, ZoteroItem> items, long number, String key) {
        ZoteroItem item = items.get(number);
        if (item != null && !key.isBlank()) {
            item.citationKey(key.strip());
        }
    }
}
