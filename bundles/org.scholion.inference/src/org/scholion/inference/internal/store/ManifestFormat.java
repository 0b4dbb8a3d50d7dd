package org.scholion.inference.internal.store;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.scholion.inference.AdapterFolder;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.internal.catalogue.JsonFile;
import org.scholion.inference.store.CatalogueFile;
import org.scholion.inference.store.InstalledFile;
import org.scholion.inference.store.InstalledModel;

/** {@code scholion-model.json}: what the store knows of the model in whose folder it lies. */
final class ManifestFormat {

    static final String FILE = "scholion-model.json";

    private static final int VERSION = 1;
    private static final String LIBRARY = "library";

    private ManifestFormat() {}

    /** @throws ModelException when it is missing or broken; names the file */
    static InstalledModel read(Path folder) throws ModelException {
        JsonFile json = JsonFile.read(folder.resolve(FILE));
        if (json.count("version", -1) != VERSION) {
            throw json.wrong("version");
        }
        List<InstalledFile> files = new ArrayList<>();
        for (JsonFile file : json.objects("files")) {
            files.add(file(file, folder));
        }
        String id = json.string("id");
        if (!id.equals(String.valueOf(folder.getFileName()))) {
            throw json.wrong("id");
        }
        InstalledModel model = new InstalledModel(
                id,
                json.string("name"),
                task(json),
                json.strings("languages"),
                json.string("licence"),
                accepted(json),
                json.string("revision"),
                json.string("source"),
                AdapterFolder.base(folder),
                files,
                folder,
                false);
        try {
            model.descriptor();
        } catch (IllegalArgumentException e) {
            throw json.wrong("id");
        }
        return model;
    }

    static void write(InstalledModel model, Path folder, Instant installed) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n"));
            json.beginObject();
            json.name("version").value(VERSION);
            json.name("id").value(model.id());
            json.name("name").value(model.name());
            json.name("task").value(model.task().map(task -> task.name().toLowerCase(Locale.ROOT)).orElse(LIBRARY));
            json.name("languages").beginArray();
            for (String language : model.languages()) {
                json.value(language);
            }
            json.endArray();
            json.name("licence").value(model.licence());
            if (model.licenceAccepted().isPresent()) {
                json.name("licenceAccepted").value(model.licenceAccepted().get().toString());
            }
            json.name("revision").value(model.version());
            json.name("source").value(model.source());
            json.name("installed").value(installed.toString());
            json.name("files").beginArray();
            for (InstalledFile file : model.files()) {
                json.beginObject();
                json.name("path").value(file.path());
                json.name("size").value(file.size());
                json.name("sha256").value(file.sha256());
                json.name("pinned").value(file.pinned());
                json.endObject();
            }
            json.endArray();
            json.endObject();
        }
        Files.writeString(folder.resolve(FILE), text.append('\n').toString(), StandardCharsets.UTF_8);
    }

    private static InstalledFile file(JsonFile json, Path folder) throws ModelException {
        String path = json.string("path");
        String sha256 = json.string("sha256");
        boolean inside;
        try {
            inside = folder.resolve(path).normalize().startsWith(folder) && !path.isEmpty();
        } catch (IllegalArgumentException e) {
            inside = false;
        }
        if (!inside || !CatalogueFile.isSha256(sha256)) {
            throw json.wrong("");
        }
        return new InstalledFile(path, json.count("size", 0), sha256, json.flag("pinned"));
    }

    private static Optional<ModelTask> task(JsonFile json) throws ModelException {
        String name = json.string("task");
        Optional<ModelTask> task = Stream.of(ModelTask.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
        if (task.isEmpty() && !name.equals(LIBRARY)) {
            throw json.wrong("task");
        }
        return task;
    }

    private static Optional<Instant> accepted(JsonFile json) throws ModelException {
        try {
            return json.optionalString("licenceAccepted").map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw json.wrong("licenceAccepted");
        }
    }
}
