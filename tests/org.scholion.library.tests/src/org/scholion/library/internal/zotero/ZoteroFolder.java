package org.scholion.library.internal.zotero;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.sqlite.JDBC;

/** Builds a data folder with the tables of Zotero, as far as they matter. */
final class ZoteroFolder implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE version (schema TEXT PRIMARY KEY, version INT NOT NULL)",
            "CREATE TABLE libraries (libraryID INTEGER PRIMARY KEY, type TEXT NOT NULL, editable INT NOT NULL, filesEditable INT NOT NULL,"
                    + " version INT NOT NULL DEFAULT 0, storageVersion INT NOT NULL DEFAULT 0, lastSync INT NOT NULL DEFAULT 0,"
                    + " archived INT NOT NULL DEFAULT 0)",
            "CREATE TABLE groups (groupID INTEGER PRIMARY KEY, libraryID INT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT NOT NULL,"
                    + " version INT NOT NULL)",
            "CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT, templateItemTypeID INT, display INT DEFAULT 1)",
            "CREATE TABLE itemTypesCombined (itemTypeID INT NOT NULL, typeName TEXT NOT NULL, display INT DEFAULT 1 NOT NULL, custom INT NOT NULL,"
                    + " PRIMARY KEY (itemTypeID))",
            "CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT, fieldFormatID INT)",
            "CREATE TABLE fieldsCombined (fieldID INT NOT NULL, fieldName TEXT NOT NULL, label TEXT, fieldFormatID INT, custom INT NOT NULL,"
                    + " PRIMARY KEY (fieldID))",
            "CREATE TABLE baseFieldMappingsCombined (itemTypeID INT, baseFieldID INT, fieldID INT, PRIMARY KEY (itemTypeID, baseFieldID, fieldID))",
            "CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT)",
            "CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT NOT NULL, dateAdded TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,"
                    + " dateModified TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, clientDateModified TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,"
                    + " libraryID INT NOT NULL, key TEXT NOT NULL, version INT NOT NULL DEFAULT 0, synced INT NOT NULL DEFAULT 0, UNIQUE (libraryID, key))",
            "CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE)",
            "CREATE TABLE itemData (itemID INT, fieldID INT, valueID, PRIMARY KEY (itemID, fieldID))",
            "CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT, title TEXT)",
            "CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT, contentType TEXT, charsetID INT, path TEXT,"
                    + " syncState INT DEFAULT 0, storageModTime INT, storageHash TEXT, lastProcessedModificationTime INT)",
            "CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
            "CREATE TABLE itemTags (itemID INT NOT NULL, tagID INT NOT NULL, type INT NOT NULL, PRIMARY KEY (itemID, tagID))",
            "CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT, UNIQUE (lastName, firstName, fieldMode))",
            "CREATE TABLE itemCreators (itemID INT NOT NULL, creatorID INT NOT NULL, creatorTypeID INT NOT NULL DEFAULT 1,"
                    + " orderIndex INT NOT NULL DEFAULT 0, PRIMARY KEY (itemID, creatorID, creatorTypeID, orderIndex))",
            "CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT NOT NULL, parentCollectionID INT DEFAULT NULL,"
                    + " clientDateModified TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, libraryID INT NOT NULL, key TEXT NOT NULL,"
                    + " version INT NOT NULL DEFAULT 0, synced INT NOT NULL DEFAULT 0)",
            "CREATE TABLE collectionItems (collectionID INT NOT NULL, itemID INT NOT NULL, orderIndex INT NOT NULL DEFAULT 0,"
                    + " PRIMARY KEY (collectionID, itemID))",
            "CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY, dateDeleted DEFAULT CURRENT_TIMESTAMP NOT NULL)",
            "CREATE TABLE deletedCollections (collectionID INTEGER PRIMARY KEY, dateDeleted DEFAULT CURRENT_TIMESTAMP NOT NULL)");

    private static final List<String> TYPES = List.of("note", "attachment", "journalArticle", "book", "thesis", "preprint", "computerProgram");
    private static final List<String> ROLES = List.of("author", "editor", "programmer");

    private final Connection connection;
    private final Map<String, Integer> fields = new HashMap<>();
    private int values;
    private int creators;
    private int items;

    ZoteroFolder(Path folder) throws SQLException {
        connection = new JDBC().connect("jdbc:sqlite:" + folder.resolve("zotero.sqlite"), new Properties());
        for (String table : TABLES) {
            run(table);
        }
        run("INSERT INTO libraries (libraryID, type, editable, filesEditable) VALUES (1, 'user', 1, 1), (2, 'group', 1, 1), (3, 'feed', 0, 0)");
        run("INSERT INTO groups VALUES (77, 2, 'Lab', '', 0)");
        for (int i = 0; i < TYPES.size(); i++) {
            run("INSERT INTO itemTypes (itemTypeID, typeName) VALUES (?, ?)", i + 1, TYPES.get(i));
            run("INSERT INTO itemTypesCombined VALUES (?, ?, 1, 0)", i + 1, TYPES.get(i));
        }
        for (int i = 0; i < ROLES.size(); i++) {
            run("INSERT INTO creatorTypes VALUES (?, ?)", i + 1, ROLES.get(i));
        }
        run("INSERT INTO baseFieldMappingsCombined VALUES (?, ?, ?)", TYPES.indexOf("thesis") + 1, field("publisher"), field("university"));
    }

    Connection connection() {
        return connection;
    }

    void run(String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.execute();
        }
    }

    /** Begins a change that nobody else sees, or ends one. */
    void plain(String statement) throws SQLException {
        try (Statement plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }

    private int field(String name) throws SQLException {
        Integer known = fields.get(name);
        if (known != null) {
            return known;
        }
        int number = fields.size() + 1;
        fields.put(name, number);
        run("INSERT INTO fields (fieldID, fieldName) VALUES (?, ?)", number, name);
        run("INSERT INTO fieldsCombined VALUES (?, ?, NULL, NULL, 0)", number, name);
        return number;
    }

    /** Adds an item with pairs of names and values; its number. */
    int item(String type, int library, String... data) throws SQLException {
        int number = ++items;
        run("INSERT INTO items (itemID, itemTypeID, libraryID, key) VALUES (?, ?, ?, ?)", number, TYPES.indexOf(type) + 1, library, "KEY" + number);
        for (int i = 0; i < data.length; i += 2) {
            int value = ++values;
            // equal values are kept once
            run("INSERT OR IGNORE INTO itemDataValues VALUES (?, ?)", value, data[i + 1]);
            run("INSERT INTO itemData SELECT ?, ?, valueID FROM itemDataValues WHERE value = ?", number, field(data[i]), data[i + 1]);
        }
        return number;
    }

    void creator(int item, String role, String family, String given) throws SQLException {
        int number = ++creators;
        run("INSERT INTO creators VALUES (?, ?, ?, ?)", number, given, family, given.isEmpty() ? 1 : 0);
        run("INSERT INTO itemCreators VALUES (?, ?, ?, ?)", item, number, ROLES.indexOf(role) + 1, number);
    }

    int attachment(int parent, String type, String path) throws SQLException {
        int number = item("attachment", 1);
        run("INSERT INTO itemAttachments (itemID, parentItemID, linkMode, contentType, path) VALUES (?, ?, 0, ?, ?)", number, parent, type, path);
        return number;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
