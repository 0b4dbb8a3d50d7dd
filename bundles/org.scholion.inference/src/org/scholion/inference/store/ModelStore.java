package org.scholion.inference.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.RemoteModel;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The models of this user, shared by all workspaces and processes. What is listed is whole: an install appears when its last byte is
 * checked, and not at all when it fails. An OSGi service; thread-safe.
 */
public interface ModelStore {

    /**
     * What is there.
     *
     * @param models by id
     * @param problems one message for each folder that is not readable as a model
     */
    record Contents(List<InstalledModel> models, List<String> problems) {
        public Contents {
            models = List.copyOf(models);
            problems = List.copyOf(problems);
        }

        public Optional<InstalledModel> find(String id) {
            return models.stream().filter(model -> model.id().equals(id)).findFirst();
        }
    }

    /**
     * Names for what is imported.
     *
     * @param id of the new model; one that is taken is refused
     * @param name for people
     * @param task what it is for
     * @param languages BCP 47 codes; empty when it is not bound to languages
     * @param licence SPDX identifier or name, as the user knows it
     */
    record Identity(String id, String name, ModelTask task, List<String> languages, String licence) {
        public Identity {
            languages = List.copyOf(languages);
        }
    }

    /** Where the models are. It need not exist. */
    Path folder();

    /** What is installed, with what comes with the product. */
    Contents read();

    /** The installed model with that id. */
    default Optional<InstalledModel> find(String id) {
        return read().find(id);
    }

    /**
     * Fetches a model from the first of its sources that has it. Bytes of an earlier try that broke off are kept and gone on from. When
     * it is installed already, that is the answer; another process that installs the same one is waited for.
     *
     * @param licenceAccepted whether the user accepted the licence, where the entry has an {@link Licence#acceptance acceptance}
     * @throws ModelException when no source has it, the licence was not accepted, or a file is wrong or cannot be written
     */
    InstalledModel install(CatalogueEntry entry, boolean licenceAccepted, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException;

    /**
     * Copies a model from a folder in the layout of its ecosystem, or converts a file that a {@link org.scholion.inference.ModelImporter}
     * knows.
     */
    InstalledModel importFrom(Path source, Identity identity, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException;

    /**
     * Adds a model on a server. Only called because the user named that server: from now on texts may go there.
     *
     * @param identity the licence is that of the server, as the user knows it
     */
    InstalledModel addServer(Identity identity, RemoteModel server, CancelToken cancel) throws ModelException, CancelledException;

    /** Compares each file with what was installed. */
    List<FileCheck> verify(InstalledModel model, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException;

    /** @throws ModelException when it is not there, in use, or part of the product */
    void remove(String id) throws ModelException;
}
