package org.scholion.inference.store;

import java.util.List;
import java.util.Optional;
import org.scholion.inference.ModelTask;

/**
 * Something that can be installed: a model, or a library that models run on.
 *
 * @param id unique in all catalogues, see {@link org.scholion.inference.ModelDescriptor#id()}
 * @param name for people
 * @param task what it is for; empty for a library
 * @param languages BCP 47 codes; empty when it is not bound to languages
 * @param sizeBytes what is downloaded, about
 * @param memoryBytes what it takes when loaded, about
 * @param quality what is known of how good it is, and who says so; may be empty
 * @param sources where it can be had, best first
 * @param catalogue the file or address of the catalogue that names it
 */
public record CatalogueEntry(
        String id,
        String name,
        Optional<ModelTask> task,
        List<String> languages,
        Licence licence,
        long sizeBytes,
        long memoryBytes,
        String quality,
        List<CatalogueSource> sources,
        String catalogue) {

    private static final String ID = "[a-z0-9][a-z0-9._-]{0,99}";

    public CatalogueEntry {
        if (!id.matches(ID) || sizeBytes < 0 || memoryBytes < 0 || sources.isEmpty()) {
            throw new IllegalArgumentException("not an entry of a catalogue: " + id);
        }
        languages = List.copyOf(languages);
        sources = List.copyOf(sources);
    }
}
