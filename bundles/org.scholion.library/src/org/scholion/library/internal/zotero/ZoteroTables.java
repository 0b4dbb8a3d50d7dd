package org.scholion.library.internal.zotero;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.internal.zotero.ZoteroItem.Attachment;
import org.scholion.library.internal.zotero.ZoteroItem.Creator;
import org.scholion.text.CancelledException;

/** Reads the tables of Zotero 5 and newer. Tables and columns that came with a later version may be missing. Not thread-safe. */
final class ZoteroTables {

    private static final Set<String> NO_WORKS = Set.of("attachment", "note", "annotation");
    private static final int LINKED_ADDRESS = 3;
    private static final int DEEPEST_COLLECTION = 50;

    private final Database database;
    private final Map<Long, ZoteroItem> items = new LinkedHashMap<>();
    private final Map<Long, Long> types = new HashMap<>();
    private final Set<Long> deleted = new HashSet<>();

    private record Collected(String name, long parent, long library) {}

    private ZoteroTables(Database database) {
        this.database = database;
    }

    /** All works by their numbers, those of the user's own library first; what is in the bin is left out. */
    static Map<Long, ZoteroItem> read(Database database, Path file) throws LibraryException, CancelledException {
        return new ZoteroTables(database).all(file);
    }

    private Map<Long, ZoteroItem> all(Path file) throws LibraryException, CancelledException {
        for (String table : List.of("items", "itemData", "itemDataValues", "itemTypes", "fields")) {
            if (!database.has(table)) {
                throw new LibraryException(NLS.bind(Messages.zotero_noLibrary, file));
            }
        }
        if (database.has("creatorData")) {
            throw new LibraryException(NLS.bind(Messages.zotero_noLibrary, file));
        }
        if (database.has("deletedItems")) {
            database.each("SELECT itemID FROM deletedItems", row -> deleted.add(row.getLong(1)));
        }
        readItems();
        readValues();
        readCreators();
        readCollections();
        if (database.has("itemTags") && database.has("tags")) {
            database.each(
                    "SELECT itemTags.itemID, tags.name FROM itemTags JOIN tags ON tags.tagID = itemTags.tagID ORDER BY itemTags.itemID, tags.name",
                    row -> {
                        ZoteroItem item = items.get(row.getLong(1));
                        if (item != null) {
                            item.tags().add(Database.text(row, 2));
                        }
                    });
        }
        readAttachments();
        CitationKeys.read(database, items);
        return items;
    }

    private void readItems() throws LibraryException, CancelledException {
        Map<Long, String> names = new HashMap<>();
        String table = database.has("itemTypesCombined") ? "itemTypesCombined" : "itemTypes";
        database.each("SELECT itemTypeID, typeName FROM " + table, row -> names.put(row.getLong(1), Database.text(row, 2)));
        Set<Long> feeds = new HashSet<>();
        Map<Long, Integer> order = new HashMap<>();
        if (database.has("libraries")) {
            String type = database.column("libraries", "type", "libraryType");
            database.each("SELECT libraryID, " + type + " FROM libraries", row -> {
                order.put(row.getLong(1), Database.text(row, 2).equals("user") ? 0 : 1);
                if (Database.lower(row, 2).equals("feed")) {
                    feeds.add(row.getLong(1));
                }
            });
        }
        Map<Long, ZoteroItem> own = new LinkedHashMap<>();
        Map<Long, ZoteroItem> shared = new LinkedHashMap<>();
        database.each("SELECT itemID, itemTypeID, libraryID FROM items ORDER BY itemID", row -> {
            long library = row.getLong(3);
            String type = names.getOrDefault(row.getLong(2), "");
            if (!deleted.contains(row.getLong(1)) && !feeds.contains(library) && !NO_WORKS.contains(type)) {
                (order.getOrDefault(library, 0) == 0 ? own : shared).put(row.getLong(1), new ZoteroItem(library, type));
                types.put(row.getLong(1), row.getLong(2));
            }
        });
        items.putAll(own);
        items.putAll(shared);
    }

    /** A type may have a name of its own for a field that others have, too: the university of a thesis is its publisher. */
    private void readValues() throws LibraryException, CancelledException {
        Map<Long, String> names = new HashMap<>();
        String fields = database.has("fieldsCombined") ? "fieldsCombined" : "fields";
        database.each("SELECT fieldID, fieldName FROM " + fields, row -> names.put(row.getLong(1), Database.text(row, 2)));
        Map<List<Long>, Long> bases = new HashMap<>();
        String mappings = database.has("baseFieldMappingsCombined") ? "baseFieldMappingsCombined" : "baseFieldMappings";
        if (database.has(mappings)) {
            database.each(
                    "SELECT itemTypeID, fieldID, baseFieldID FROM " + mappings,
                    row -> bases.put(List.of(row.getLong(1), row.getLong(2)), row.getLong(3)));
        }
        database.each(
                "SELECT itemData.itemID, itemData.fieldID, itemDataValues.value FROM itemData JOIN itemDataValues"
                        + " ON itemDataValues.valueID = itemData.valueID ORDER BY itemData.itemID, itemData.fieldID",
                row -> {
                    ZoteroItem item = items.get(row.getLong(1));
                    if (item != null) {
                        String value = Database.text(row, 3);
                        item.put(names.getOrDefault(row.getLong(2), ""), value);
                        Long base = bases.get(List.of(types.getOrDefault(row.getLong(1), 0L), row.getLong(2)));
                        if (base != null) {
                            item.put(names.getOrDefault(base, ""), value);
                        }
                    }
                });
    }

    private void readCreators() throws LibraryException, CancelledException {
        if (!database.has("itemCreators") || !database.has("creators")) {
            return;
        }
        Map<Long, String> roles = new HashMap<>();
        if (database.has("creatorTypes")) {
            database.each("SELECT creatorTypeID, creatorType FROM creatorTypes", row -> roles.put(row.getLong(1), Database.text(row, 2)));
        }
        String mode = database.has("creators", "fieldMode") ? "creators.fieldMode" : "0";
        database.each(
                "SELECT itemCreators.itemID, itemCreators.creatorTypeID, creators.lastName, creators.firstName, " + mode
                        + " FROM itemCreators JOIN creators ON creators.creatorID = itemCreators.creatorID"
                        + " ORDER BY itemCreators.itemID, itemCreators.orderIndex",
                row -> {
                    ZoteroItem item = items.get(row.getLong(1));
                    if (item != null) {
                        String role = roles.getOrDefault(row.getLong(2), "author");
                        item.creators().add(new Creator(role, Database.text(row, 3), Database.text(row, 4), row.getInt(5) == 1));
                    }
                });
    }

    /** Works of a library that a group shares are in the group of its name, whatever collections they are in. */
    private void readCollections() throws LibraryException, CancelledException {
        Map<Long, String> shared = new HashMap<>();
        if (database.has("groups")) {
            database.each("SELECT libraryID, name FROM groups", row -> shared.put(row.getLong(1), Database.text(row, 2)));
        }
        Map<Long, Collected> collections = new HashMap<>();
        Set<Long> gone = new HashSet<>();
        if (database.has("deletedCollections")) {
            database.each("SELECT collectionID FROM deletedCollections", row -> gone.add(row.getLong(1)));
        }
        if (database.has("collections") && database.has("collectionItems")) {
            database.each("SELECT collectionID, collectionName, parentCollectionID, libraryID FROM collections", row -> {
                if (!gone.contains(row.getLong(1))) {
                    collections.put(row.getLong(1), new Collected(Database.text(row, 2), row.getLong(3), row.getLong(4)));
                }
            });
            database.each("SELECT itemID, collectionID FROM collectionItems ORDER BY itemID, collectionID", row -> {
                ZoteroItem item = items.get(row.getLong(1));
                if (item != null && collections.containsKey(row.getLong(2))) {
                    item.groups().add(path(collections, row.getLong(2), shared));
                }
            });
        }
        for (ZoteroItem item : items.values()) {
            String name = shared.getOrDefault(item.library(), "");
            if (item.groups().isEmpty() && !name.isEmpty()) {
                item.groups().add(name);
            }
        }
    }

    private static String path(Map<Long, Collected> collections, long number, Map<Long, String> shared) {
        StringBuilder path = new StringBuilder();
        long next = number;
        long library = 0;
        for (int depth = 0; depth < DEEPEST_COLLECTION; depth++) {
            Collected collection = collections.get(next);
            if (collection == null) {
                break;
            }
            path.insert(0, path.isEmpty() ? collection.name() : collection.name() + "/");
            library = collection.library();
            next = collection.parent();
        }
        String group = shared.getOrDefault(library, "");
        return group.isEmpty() ? path.toString() : group + "/" + path;
    }

    private void readAttachments() throws LibraryException, CancelledException {
        if (!database.has("itemAttachments")) {
            return;
        }
        String parent = database.column("itemAttachments", "parentItemID", "sourceItemID");
        String type = database.column("itemAttachments", "contentType", "mimeType");
        database.each(
                "SELECT itemAttachments." + parent + ", items.key, itemAttachments." + type + ", itemAttachments.path, itemAttachments.linkMode, items.itemID"
                        + " FROM itemAttachments JOIN items ON items.itemID = itemAttachments.itemID ORDER BY items.itemID",
                row -> {
                    ZoteroItem item = items.get(row.getLong(1));
                    String path = Database.text(row, 4);
                    if (item != null && !path.isEmpty() && row.getInt(5) != LINKED_ADDRESS && !deleted.contains(row.getLong(6))) {
                        item.attachments().add(new Attachment(Database.text(row, 2), Database.lower(row, 3), path));
                    }
                });
    }
}
