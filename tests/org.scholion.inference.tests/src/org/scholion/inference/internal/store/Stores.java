package org.scholion.inference.internal.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelImporter;
import org.scholion.inference.ModelTask;
import org.scholion.inference.internal.FakeSettings;
import org.scholion.inference.internal.download.Downloaders;
import org.scholion.inference.internal.download.Hashes;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.CatalogueFile;
import org.scholion.inference.store.CatalogueSource;
import org.scholion.inference.store.Licence;

/** Stores and entries for tests. */
public final class Stores {

    /** The time at which everything happens. */
    public static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private Stores() {}

    /** A store in a folder, with downloads that wait. */
    public static UserModelStore in(Path folder, List<EmbeddedModels> embedded, List<ModelImporter> importers) {
        return in(folder, embedded, importers, new PipDownload(List.of()));
    }

    static UserModelStore in(Path folder, List<EmbeddedModels> embedded, List<ModelImporter> importers, PipDownload pip) {
        return new UserModelStore(
                folder,
                new FakeSettings(),
                new ModelUse(),
                embedded,
                importers,
                Downloaders::patient,
                pip,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** An embedding model that lies on a server. */
    public static CatalogueEntry entry(String id, CatalogueSource... sources) {
        return new CatalogueEntry(
                id,
                "Model " + id,
                Optional.of(ModelTask.EMBEDDING),
                List.of("en"),
                new Licence("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0", Optional.empty()),
                10,
                10,
                "",
                List.of(sources),
                "test");
    }

    /** Files below an address. */
    public static CatalogueSource urls(URI base, CatalogueFile... files) {
        return new CatalogueSource.Urls(base, List.of(files), false, "test");
    }

    /** A file of which the catalogue knows everything. */
    public static CatalogueFile pinned(String path, String text) {
        return new CatalogueFile(path, OptionalLong.of(bytes(text).length), Optional.of(sha256(text)));
    }

    /** A file of which the catalogue knows the name. */
    public static CatalogueFile named(String path) {
        return new CatalogueFile(path, OptionalLong.empty(), Optional.empty());
    }

    /** The hash of a text. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(Hashes.sha256().digest(bytes(text)));
    }

    /** UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
