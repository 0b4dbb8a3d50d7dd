package org.scholion.inference;

import java.util.List;

/**
 * What is known of a model before it is loaded.
 *
 * @param id of the catalogue or of the user, such as {@code all-minilm-l6-v2}; lower case letters, digits, {@code . - _}, at most 100
 * @param name for people
 * @param task what it is for
 * @param languages BCP 47 codes; empty when it is not bound to languages
 * @param licence SPDX identifier, or a name for people where there is none
 * @param version what tells this state of the model from others: the revision of its source, or a checksum
 */
public record ModelDescriptor(
        String id, String name, ModelTask task, List<String> languages, String licence, String version) {

    private static final String ID = "[a-z0-9][a-z0-9._-]{0,99}";

    public ModelDescriptor {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("not the id of a model: " + id);
        }
        languages = List.copyOf(languages);
    }
}
