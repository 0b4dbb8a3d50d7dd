package org.scholion.inference;

import java.nio.file.Path;
import java.util.Optional;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Loads and runs models of some layout. OSGi services, asked in the order of their ranking; thread-safe. */
public interface ModelEngine {

    /**
     * What has to be loaded.
     *
     * @param folder in which the model is installed, in the layout of its ecosystem
     * @param base the folder of the model that this one is an adapter of; empty for a whole model, and where nobody looked for it
     */
    record Source(ModelDescriptor descriptor, Path folder, Optional<Path> base) {

        /** A whole model, or an adapter whose base is looked for when it is loaded. */
        public Source(ModelDescriptor descriptor, Path folder) {
            this(descriptor, folder, Optional.empty());
        }
    }

    /**
     * How to load.
     *
     * @param device the sort of device that is wanted; an engine that cannot use it takes another and says so by {@link
     * LoadedModel#device()}
     * @param threadCount threads of one run on the CPU, at least 1
     */
    record Options(Device.Kind device, int threadCount) {}

    /** Whether it can load what lies in the folder; looks at names of files only. */
    boolean loads(Source source);

    /** About how many bytes the model will take when it is loaded. */
    long memoryBytes(Source source);

    /** @throws ModelException when a file is broken, too large or of an unknown kind; names the file */
    LoadedModel load(Source source, Options options, CancelToken cancel) throws ModelException, CancelledException;
}
