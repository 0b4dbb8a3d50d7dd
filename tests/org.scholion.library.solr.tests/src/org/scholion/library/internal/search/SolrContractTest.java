package org.scholion.library.internal.search;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.search.ReferenceLibrary;

/** A SolrCloud of two nodes, between which the works are divided. */
class SolrContractTest extends ReferenceLibraryContract {

    @TempDir
    private static Path folder;

    private static SharedFixture fixture;

    @BeforeAll
    static void push() throws Exception {
        fixture = new SharedFixture(folder, SolrNodes.running().collection("contract", 2, 1), "1");
        fixture.push(Files.writeString(folder.resolve("refs.bib"), BIB), "lab");
    }

    @AfterAll
    static void close() throws Exception {
        fixture.close();
    }

    @Override
    ReferenceLibrary library() {
        return fixture.library;
    }

    @Override
    Path source() {
        return fixture.file.source("lab");
    }
}
