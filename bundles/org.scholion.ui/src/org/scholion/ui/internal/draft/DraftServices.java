package org.scholion.ui.internal.draft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.ui.draft.DraftWriter;

/** Who makes texts, and who writes them into papers, as far as they are installed. */
public final class DraftServices {

    private final ServiceTracker<DraftAssistant, DraftAssistant> assistants;
    private final ServiceTracker<DraftWriter, DraftWriter> writers;

    public DraftServices(BundleContext context) {
        assistants = new ServiceTracker<>(context, DraftAssistant.class, null);
        writers = new ServiceTracker<>(context, DraftWriter.class, null);
        assistants.open();
        writers.open();
    }

    public void close() {
        assistants.close();
        writers.close();
    }

    /** One for each engine, the one with the highest ranking. */
    List<DraftAssistant> assistants() {
        ServiceReference<DraftAssistant>[] references = assistants.getServiceReferences();
        Map<DraftAssistant.Engine, DraftAssistant> best = new TreeMap<>();
        if (references != null) {
            Stream<ServiceReference<DraftAssistant>> ranked = Arrays.stream(references).sorted(Comparator.reverseOrder());
            ranked.map(assistants::getService).forEach(found -> {
                if (found != null) {
                    best.putIfAbsent(found.engine(), found);
                }
            });
        }
        return new ArrayList<>(best.values());
    }

    /** Who writes into texts like that of a file; empty where nobody can. */
    Optional<DraftWriter> writer(Path file) {
        return Arrays.stream(writers.getServices(new DraftWriter[0])).filter(writer -> writer.writes(file)).findFirst();
    }
}
