package org.scholion.inference.store;

import java.util.List;
import java.util.Optional;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** What can be installed. An OSGi service; thread-safe. */
public interface ModelCatalogue {

    /**
     * What the catalogues name.
     *
     * @param entries of all of them; of two with one id the one of the user's catalogue counts
     * @param problems one message for each catalogue that could not be read
     */
    record Contents(List<CatalogueEntry> entries, List<String> problems) {
        public Contents {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }

        public Optional<CatalogueEntry> find(String id) {
            return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        }
    }

    /** Reads the catalogues on this machine: the product's, the user's files, and what {@link #refresh} fetched. */
    Contents read();

    /**
     * Fetches the catalogues that the user named by an address. Only called because the user asked for it.
     *
     * @throws ModelException when one cannot be fetched or read; the state before stays then
     */
    void refresh(CancelToken cancel) throws ModelException, CancelledException;
}
