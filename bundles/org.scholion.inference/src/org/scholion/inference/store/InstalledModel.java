package org.scholion.inference.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelTask;

/**
 * What lies in a folder of the store, or comes with the product.
 *
 * @param id see {@link ModelDescriptor#id()}
 * @param name for people
 * @param task what it is for; empty for a library that models run on
 * @param languages BCP 47 codes; empty when it is not bound to languages
 * @param licence SPDX identifier or name
 * @param licenceAccepted when the user accepted it, where it asked for that
 * @param version the revision of its source, or a checksum
 * @param source where it came from, for people
 * @param base the id of the model that this one is an adapter of; empty for a whole model
 * @param files all of its files; empty for an embedded one
 * @param folder where they are
 * @param embedded whether it is part of the product and cannot be removed
 */
public record InstalledModel(
        String id,
        String name,
        Optional<ModelTask> task,
        List<String> languages,
        String licence,
        Optional<Instant> licenceAccepted,
        String version,
        String source,
        Optional<String> base,
        List<InstalledFile> files,
        Path folder,
        boolean embedded) {

    public InstalledModel {
        languages = List.copyOf(languages);
        files = List.copyOf(files);
    }

    /** Bytes on disk. */
    public long sizeBytes() {
        return files.stream().mapToLong(InstalledFile::size).sum();
    }

    /** For those who load models; empty for a library. */
    public Optional<ModelDescriptor> descriptor() {
        return task.map(aim -> new ModelDescriptor(id, name, aim, languages, licence, version));
    }
}
