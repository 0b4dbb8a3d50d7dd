package org.scholion.library.internal.zotero;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.library.LibraryException;
import org.scholion.library.Person;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.sqlite.JDBC;

class ZoteroReferencesTest {

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = Files.createDirectories(home.resolve("Zotero data #1"));
    }

    private ReadReferences read() throws Exception {
        return new ZoteroReferences(home).read(folder, CancelToken.NEVER);
    }

    private static List<String> titles(ReadReferences read) {
        return read.references().stream().map(Reference::title).toList();
    }

    private static List<String> keys(ReadReferences read) {
        return read.references().stream().map(Reference::key).toList();
    }

    private void execute(String file, String... statements) throws Exception {
        try (Connection connection = new JDBC().connect("jdbc:sqlite:" + folder.resolve(file), new Properties());
                Statement plain = connection.createStatement()) {
            for (String statement : statements) {
                plain.execute(statement);
            }
        }
    }

    @Test
    void readsAnItemWithAllThatBelongsToIt() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            int item = zotero.item(
                    "journalArticle", 1, "title", "Water in <i>narrow</i> pores", "date", "2011-03-02 March 2, 2011", "publicationTitle", "Journal of Pores",
                    "DOI", "10.5555/ABC.1", "pages", "101\u2013119", "abstractNote", "We measured.", "extra", "PMID: 77");
            zotero.creator(item, "author", "Mendel", "Gregor");
            zotero.creator(item, "author", "Pore Society", "");
            zotero.creator(item, "editor", "Ed", "It");
            zotero.run("INSERT INTO tags VALUES (1, 'water')");
            zotero.run("INSERT INTO itemTags VALUES (?, 1, 0)", item);
            zotero.run("INSERT INTO collections (collectionID, collectionName, parentCollectionID, libraryID, key) VALUES (1, 'Thesis', NULL, 1, 'C1'),"
                    + " (2, 'Water', 1, 1, 'C2')");
            zotero.run("INSERT INTO collectionItems VALUES (2, ?, 0)", item);
            zotero.attachment(item, "text/html", "storage:page.html");
            zotero.attachment(item, "application/pdf", "storage:water.pdf");
        }
        ReadReferences read = new ZoteroReferences(home).read(folder, CancelToken.NEVER);
        Reference reference = read.references().getFirst();
        assertEquals("mendel2011water", reference.key());
        assertEquals("Water in narrow pores", reference.title());
        assertEquals(List.of(Person.of("Mendel", "Gregor"), Person.body("Pore Society")), reference.authors());
        assertEquals(List.of(Person.of("Ed", "It")), reference.editors());
        assertEquals(OptionalInt.of(2011), reference.year());
        assertEquals("Journal of Pores", reference.venue());
        assertEquals("10.5555/abc.1", reference.doi());
        assertEquals("101-119", reference.field(WorkField.PAGES));
        assertEquals("77", reference.field(WorkField.PMID));
        assertEquals(List.of("water"), reference.keywords());
        assertEquals(List.of("Thesis/Water"), reference.groups());
        assertEquals(List.of(folder.resolve("storage/KEY3/water.pdf"), folder.resolve("storage/KEY2/page.html")), reference.files());
        assertEquals(List.of(), read.problems());
    }

    @Test
    void leavesOutWhatIsInTheBinAndInFeeds() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "Kept");
            int gone = zotero.item("book", 1, "title", "Gone");
            zotero.run("INSERT INTO deletedItems (itemID) VALUES (?)", gone);
            zotero.item("book", 3, "title", "News");
            zotero.item("note", 1);
        }
        assertEquals(List.of("Kept"), titles(read()));
    }

    @Test
    void putsTheLibraryOfAGroupBehindOnesOwn() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 2, "title", "Shared");
            zotero.item("book", 1, "title", "Own");
        }
        ReadReferences read = read();
        assertEquals(List.of("Own", "Shared"), titles(read));
        assertEquals(List.of("Lab"), read.references().getLast().groups());
    }

    @Test
    void knowsTheFieldsThatATypeHasOtherNamesFor() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("thesis", 1, "title", "T", "university", "Somewhere");
            int program = zotero.item("computerProgram", 1, "title", "P");
            zotero.creator(program, "programmer", "Lovelace", "Ada");
        }
        ReadReferences read = read();
        assertEquals("Somewhere", read.references().getFirst().field(WorkField.PUBLISHER));
        assertEquals("Somewhere", read.references().getFirst().field(WorkField.INSTITUTION));
        assertEquals(List.of(Person.of("Lovelace", "Ada")), read.references().getLast().authors());
        assertEquals(WorkType.SOFTWARE, read.references().getLast().type());
    }

    @Test
    void seesWhatWasCommittedWhileAnotherChangeIsOpen() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "Committed");
            zotero.plain("PRAGMA locking_mode = EXCLUSIVE");
            zotero.plain("BEGIN EXCLUSIVE");
            zotero.item("book", 1, "title", "Open");
            assertEquals(List.of("Committed"), titles(read()));
            zotero.plain("COMMIT");
            assertEquals(List.of("Committed", "Open"), titles(read()));
        }
    }

    @Test
    void seesPagesThatAnOpenChangeHasWrittenAsTheyWereBefore() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "Committed");
            zotero.plain("PRAGMA cache_size = 1");
            zotero.plain("BEGIN EXCLUSIVE");
            for (int i = 0; i < 300; i++) {
                zotero.item("book", 1, "title", "Open " + i + " " + "long ".repeat(50));
            }
            assertTrue(Files.size(folder.resolve("zotero.sqlite-journal")) > 0);
            assertEquals(List.of("Committed"), titles(read()));
            zotero.plain("ROLLBACK");
        }
    }

    @Test
    void seesWhatStandsInTheLogOfWrites() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.plain("PRAGMA journal_mode = WAL");
            zotero.plain("PRAGMA wal_autocheckpoint = 0");
            zotero.item("book", 1, "title", "In the log");
            assertEquals(List.of("In the log"), titles(read()));
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "T");
        }
        byte[] before = Files.readAllBytes(folder.resolve("zotero.sqlite"));
        read();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("zotero.sqlite")), files.toList());
        }
        assertTrue(Arrays.equals(before, Files.readAllBytes(folder.resolve("zotero.sqlite"))));
    }

    @ParameterizedTest
    @CsvSource({"better-bibtex.sqlite, citationkey, citationKey", "better-bibtex-search.sqlite, citekeys, citekey"})
    void takesTheKeysOfBetterBibtex(String file, String table, String column) throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "One");
            zotero.item("book", 1, "title", "Two");
        }
        execute(
                file,
                "CREATE TABLE " + table + " (itemID INTEGER PRIMARY KEY, itemKey TEXT, libraryID INT, " + column + " TEXT)",
                "INSERT INTO " + table + " VALUES (1, 'KEY1', 1, 'lovelace1842'), (9, 'KEY9', 1, 'nobody')");
        assertEquals(List.of("lovelace1842", "two"), keys(read()));
    }

    @Test
    void takesTheKeysThatOldVersionsOfBetterBibtexKeptAsJson() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "One");
        }
        execute(
                "better-bibtex.sqlite",
                "CREATE TABLE \"better-bibtex\" (name TEXT PRIMARY KEY NOT NULL, data TEXT NOT NULL)",
                "INSERT INTO \"better-bibtex\" VALUES ('better-bibtex.citekey', '{\"data\": [{\"citekey\": \"old1842\", \"itemID\": 1}, {\"citekey\": 3}]}')");
        assertEquals(List.of("old1842"), keys(read()));
    }

    @Test
    void prefersTheKeyThatZoteroItselfHas() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "One", "citationKey", "native1", "extra", "Citation Key: extra1");
            zotero.item("book", 1, "title", "Two", "extra", "something\nCitation Key: extra2");
            zotero.item("book", 1, "title", "Three", "extra", "bibtex: extra3");
        }
        assertEquals(List.of("native1", "extra2", "extra3"), keys(read()));
    }

    @Test
    void saysThatTheKeysCannotBeReadAndGoesOn() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "One");
        }
        Files.writeString(folder.resolve("better-bibtex.sqlite"), "no database, but a text that is longer than the header of one: ".repeat(20));
        ReadReferences read = read();
        assertEquals(List.of("one"), keys(read));
        assertEquals(1, read.problems().size());
    }

    @Test
    void findsLinkedFilesFromTheFolderOfTheProfile() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            int item = zotero.item("book", 1, "title", "One");
            zotero.attachment(item, "application/pdf", "attachments:sub/a.pdf");
            zotero.attachment(item, "application/pdf", home.resolve("b.pdf").toString());
        }
        assertEquals(List.of(home.resolve("b.pdf")), read().references().getFirst().files());
        Path profile = Files.createDirectories(home.resolve(".zotero/zotero/abc.default"));
        Files.writeString(profile.resolve("prefs.js"), """
                user_pref("extensions.zotero.baseAttachmentPath", "%s");
                user_pref("extensions.zotero.dataDir", "%s");
                """.formatted(home.resolve("papers").toString().replace("\\", "\\\\"), folder.toString().replace("\\", "\\\\")));
        assertEquals(List.of(home.resolve("papers/sub/a.pdf"), home.resolve("b.pdf")), read().references().getFirst().files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"collections", "collectionItems", "itemTags", "tags", "itemAttachments", "deletedItems", "deletedCollections", "groups",
        "libraries", "creatorTypes", "creators", "itemTypesCombined", "fieldsCombined", "baseFieldMappingsCombined"})
    void doesWithoutATable(String table) throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "One");
            zotero.run("DROP TABLE " + table);
        }
        assertEquals(List.of("One"), titles(read()));
    }

    @Test
    void refusesADatabaseOfSomethingElse() throws Exception {
        execute("zotero.sqlite", "CREATE TABLE items (a)");
        LibraryException refused = assertThrows(LibraryException.class, this::read);
        assertTrue(refused.getMessage().contains("zotero.sqlite"), refused.getMessage());
    }

    @Test
    void endsWhenItIsCancelled() throws Exception {
        try (ZoteroFolder zotero = new ZoteroFolder(folder)) {
            zotero.item("book", 1, "title", "One");
        }
        assertThrows(CancelledException.class, () -> new ZoteroReferences(home).read(folder, () -> true));
    }

    @Test
    void isKnownByItsDatabase() throws Exception {
        assertFalse(ReferenceFiles.known(folder));
        execute("zotero.sqlite", "CREATE TABLE items (a)");
        assertTrue(ReferenceFiles.known(folder));
        assertTrue(ReferenceFiles.known(folder.resolve("zotero.sqlite")));
    }
}
