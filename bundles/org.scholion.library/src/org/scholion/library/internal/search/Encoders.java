package org.scholion.library.internal.search;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the encoder of references. */
final class Encoders {

    private static final Logger LOG = LoggerFactory.getLogger(Encoders.class);

    /** The one that was tuned for citations; its bundle comes with the product. */
    private static final String CITATION_ENCODER = "citation-encoder";

    private static final String LANGUAGE = "en";

    /** An encoder for as long as it is open; or none. */
    static final class Lease implements AutoCloseable {

        private final @Nullable ModelLease<Encoder> lease;

        private Lease(@Nullable ModelLease<Encoder> lease) {
            this.lease = lease;
        }

        @Nullable Encoder encoder() {
            ModelLease<Encoder> known = lease;
            return known == null ? null : known.service();
        }

        /** The model with its version; empty without one. */
        String version() {
            Encoder encoder = encoder();
            return encoder == null ? "" : encoder.descriptor().id() + " " + encoder.descriptor().version();
        }

        @Override
        public void close() {
            ModelLease<Encoder> known = lease;
            if (known != null) {
                known.close();
            }
        }
    }

    private final @Nullable Models models;

    Encoders(@Nullable Models models) {
        this.models = models;
    }

    /** The encoder, where it is wanted and there is one that works. */
    Lease lease(boolean wanted, Priority priority, CancelToken cancel) throws CancelledException {
        Models known = models;
        if (!wanted || known == null) {
            return new Lease(null);
        }
        Optional<ModelDescriptor> preferred = known.preferred(ModelTask.EMBEDDING, LANGUAGE);
        try {
            return new Lease(known.lease(Encoder.class, CITATION_ENCODER, priority, cancel));
        } catch (ModelException missing) {
            if (preferred.isEmpty()) {
                LOG.debug("no encoder, words alone count: {}", missing.getMessage());
                return new Lease(null);
            }
        }
        try {
            return new Lease(known.lease(Encoder.class, preferred.get().id(), priority, cancel));
        } catch (ModelException failed) {
            LOG.warn("the encoder cannot be used, words alone count", failed);
            return new Lease(null);
        }
    }
}
