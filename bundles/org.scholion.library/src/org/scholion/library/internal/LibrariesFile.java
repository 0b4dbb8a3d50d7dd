package org.scholion.library.internal;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.system.UserFolders;

/**
 * {@code libraries.json} in the user's folder: {@code {"libraries":[{"name":"…","sources":["…"]}]}}; the shared library, where
 * it is on, comes last.
 */
public final class LibrariesFile implements Libraries {

    private final Path file;
    private final SharedFile shared;

    /** That of the user; the service. */
    public LibrariesFile() {
        this(UserFolders.standard().data().resolve("library"));
    }

    /** @param folder of the libraries */
    public LibrariesFile(Path folder) {
        file = folder.resolve("libraries.json");
        shared = new SharedFile(folder);
    }

    @Override
    public synchronized List<Library> all() throws LibraryException {
        List<Library> all = new ArrayList<>();
        read().forEach((name, sources) -> all.add(new Library(name, sources)));
        shared.source().ifPresent(source -> all.add(new Library(SharedLibrary.NAME, List.of(source))));
        return all;
    }

    @Override
    public synchronized List<Path> sources(String name) throws LibraryException {
        if (name.equals(SharedLibrary.NAME)) {
            return shared.source().stream().toList();
        }
        return List.copyOf(read().getOrDefault(name, List.of()));
    }

    @Override
    public synchronized void add(String name, Path source) throws LibraryException {
        if (name.equals(SharedLibrary.NAME)) {
            throw new LibraryException(NLS.bind(Messages.shared_name, name));
        }
        Map<String, List<Path>> libraries = read();
        List<Path> sources = libraries.computeIfAbsent(name, any -> new ArrayList<>());
        Path place = source.toAbsolutePath().normalize();
        if (!sources.contains(place)) {
            sources.add(place);
            write(libraries);
        }
    }

    @Override
    public synchronized void remove(String name, Path source) throws LibraryException {
        Map<String, List<Path>> libraries = read();
        List<Path> sources = libraries.getOrDefault(name, new ArrayList<>());
        if (sources.remove(source.toAbsolutePath().normalize())) {
            if (sources.isEmpty()) {
                libraries.remove(name);
            }
            write(libraries);
        }
    }

    private Map<String, List<Path>> read() throws LibraryException {
        Map<String, List<Path>> libraries = new LinkedHashMap<>();
        libraries.put(STANDARD, new ArrayList<>());
        try (JsonReader json = new JsonReader(new StringReader(Files.readString(file)))) {
            json.beginObject();
            while (json.hasNext()) {
                if (json.nextName().equals("libraries")) {
                    json.beginArray();
                    while (json.hasNext()) {
                        library(json, libraries);
                    }
                    json.endArray();
                } else {
                    json.skipValue();
                }
            }
            json.endObject();
        } catch (NoSuchFileException none) {
            return libraries;
        } catch (IOException | IllegalStateException | InvalidPathException broken) {
            throw new LibraryException(NLS.bind(Messages.files_unreadable, file, broken.getLocalizedMessage()), broken);
        }
        return libraries;
    }

    private static void library(JsonReader json, Map<String, List<Path>> libraries) throws IOException {
        String name = STANDARD;
        List<Path> sources = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "name" -> name = json.nextString();
                case "sources" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        sources.add(Path.of(json.nextString()));
                    }
                    json.endArray();
                }
                default -> json.skipValue();
            }
        }
        json.endObject();
        libraries.computeIfAbsent(name, any -> new ArrayList<>()).addAll(sources);
    }

    private void write(Map<String, List<Path>> libraries) throws LibraryException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject().name("libraries").beginArray();
            for (Map.Entry<String, List<Path>> library : libraries.entrySet()) {
                if (!library.getValue().isEmpty()) {
                    json.beginObject().name("name").value(library.getKey()).name("sources").beginArray();
                    for (Path source : library.getValue()) {
                        json.value(source.toString());
                    }
                    json.endArray().endObject();
                }
            }
            json.endArray().endObject();
            json.flush();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "libraries", ".new");
            Files.writeString(beside, text + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new LibraryException(NLS.bind(Messages.files_unwritable, file, failed.getLocalizedMessage()), failed);
        }
    }
}
