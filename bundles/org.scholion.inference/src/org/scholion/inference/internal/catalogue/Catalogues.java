package org.scholion.inference.internal.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.internal.download.Downloader;
import org.scholion.inference.internal.download.Request;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.InstallProgress;
import org.scholion.inference.store.ModelCatalogue;
import org.scholion.inference.store.ModelSettingsStore;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The catalogue of the product, those of the user, and the copies of those that lie on servers. */
public final class Catalogues implements ModelCatalogue {

    private static final String PRODUCT = "catalogue.json";
    private static final String COPIES = ".catalogues";

    private final ModelSettingsStore settings;
    private final Path copies;

    public Catalogues(ModelSettingsStore settings) {
        this(settings, ModelFolder.standard());
    }

    Catalogues(ModelSettingsStore settings, Path models) {
        this.settings = settings;
        this.copies = models.resolve(COPIES);
    }

    @Override
    public Contents read() {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        try {
            add(product(), entries);
        } catch (ModelException | IOException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        for (String place : settings.current().catalogues()) {
            try {
                Path file = address(place).map(this::copy).orElse(Path.of(place));
                if (address(place).isPresent() && !Files.exists(file)) {
                    throw new ModelException(NLS.bind(Messages.catalogue_notFetched, place));
                }
                add(CatalogueFormat.parse(JsonFile.read(file)), entries);
            } catch (ModelException | IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Contents(List.copyOf(entries.values()), problems);
    }

    @Override
    public void refresh(CancelToken cancel) throws ModelException, CancelledException {
        Optional<URI> mirror = settings.current().mirror();
        for (String place : settings.current().catalogues()) {
            Optional<URI> address = address(place);
            if (address.isPresent()) {
                fetch(address.get(), mirror, cancel);
            }
        }
    }

    private void fetch(URI address, Optional<URI> mirror, CancelToken cancel) throws ModelException, CancelledException {
        Path copy = copy(address);
        Path fresh = copy.resolveSibling(copy.getFileName() + ".new");
        try (Downloader downloader = new Downloader(mirror)) {
            Files.createDirectories(copies);
            Files.deleteIfExists(fresh);
            downloader.fetch(
                    new Request(address, fresh, OptionalLong.empty(), Optional.empty(), JsonFile.MAX_BYTES), InstallProgress.NONE, cancel);
            CatalogueFormat.parse(JsonFile.read(fresh));
            Files.move(fresh, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.json_unreadable, copy, e.getMessage()), e);
        }
    }

    private static List<CatalogueEntry> product() throws ModelException, IOException {
        try (InputStream in = Catalogues.class.getResourceAsStream(PRODUCT)) {
            if (in == null) {
                throw new IllegalStateException("the product has no catalogue");
            }
            return CatalogueFormat.parse(JsonFile.read(PRODUCT, in));
        }
    }

    private static void add(List<CatalogueEntry> more, Map<String, CatalogueEntry> entries) {
        more.forEach(entry -> entries.put(entry.id(), entry));
    }

    private static Optional<URI> address(String place) {
        return place.matches("https?://.+") ? Optional.of(URI.create(place)) : Optional.empty();
    }

    private Path copy(URI address) {
        CRC32 sum = new CRC32();
        sum.update(address.toString().getBytes(StandardCharsets.UTF_8));
        return copies.resolve(Long.toHexString(sum.getValue()) + ".json");
    }
}
