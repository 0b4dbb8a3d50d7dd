package org.scholion.library.internal;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.shared.SharedSettings;
import org.scholion.system.UserFolders;

/**
 * {@code shared.json} in the user's folder: {@code {"addresses":["…"],"collection":"…"}}, and the path that stands for the
 * shared library among
 * sources. Thread-safe.
 */
public final class SharedFile {

    /** No source has this name. */
    private static final String NO_SOURCE = "-";

    private final Path file;
    private final Path marker;

    /** That of the user. */
    public SharedFile() {
        this(UserFolders.standard().data().resolve("library"));
    }

    /** @param folder of the libraries */
    public SharedFile(Path folder) {
        file = folder.resolve("shared.json");
        marker = folder.resolve("shared").toAbsolutePath().normalize();
    }

    /** Off when nothing was chosen. */
    public synchronized SharedSettings settings() throws LibraryException {
        List<URI> addresses = new ArrayList<>();
        String collection = SharedSettings.COLLECTION;
        try (JsonReader json = new JsonReader(new StringReader(Files.readString(file)))) {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "addresses" -> {
                        json.beginArray();
                        while (json.hasNext()) {
                            addresses.add(URI.create(json.nextString()));
                        }
                        json.endArray();
                    }
                    case "collection" -> collection = json.nextString();
                    default -> json.skipValue();
                }
            }
            json.endObject();
            return new SharedSettings(addresses, collection);
        } catch (NoSuchFileException none) {
            return SharedSettings.OFF;
        } catch (IOException | IllegalStateException | IllegalArgumentException broken) {
            throw new LibraryException(NLS.bind(Messages.files_unreadable, file, broken.getLocalizedMessage()), broken);
        }
    }

    /** Chooses. */
    public synchronized void use(SharedSettings settings) throws LibraryException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject().name("addresses").beginArray();
            for (URI address : settings.addresses()) {
                json.value(address.toString());
            }
            json.endArray().name("collection").value(settings.collection()).endObject();
            json.flush();
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = Files.createTempFile(folder, "shared", ".new");
            Files.writeString(beside, text + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new LibraryException(NLS.bind(Messages.files_unwritable, file, failed.getLocalizedMessage()), failed);
        }
    }

    /** What stands for the shared library; empty when it is off. */
    public Optional<Path> source() throws LibraryException {
        return settings().isOn() ? Optional.of(marker) : Optional.empty();
    }

    /** Whether a path stands for the shared library or for a source in it. */
    public boolean isShared(Path source) {
        return source.toAbsolutePath().normalize().startsWith(marker);
    }

    /** What stands for a source in the shared library; for all of it where the name is none that Scholion gives. */
    public Path source(String name) {
        return SharedSettings.isName(name) ? marker.resolve(name) : marker;
    }

    /** The source that a path stands for; empty for all of them. */
    public Optional<String> name(Path source) {
        Path place = source.toAbsolutePath().normalize();
        String name = String.valueOf(marker.relativize(place));
        return place.equals(marker) ? Optional.empty() : Optional.of(SharedSettings.isName(name) ? name : NO_SOURCE);
    }
}
