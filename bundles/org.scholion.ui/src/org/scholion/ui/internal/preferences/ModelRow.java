package org.scholion.ui.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelCatalogue;
import org.scholion.inference.store.ModelStore;
import org.scholion.ui.internal.Messages;

/**
 * A model in the table.
 *
 * @param device where it is loaded now; empty when it is not
 */
record ModelRow(Optional<CatalogueEntry> entry, Optional<InstalledModel> installed, String device) {

    private static final int MIB_SHIFT = 20;

    /** Everything that is installed or can be; problems go to {@code problems}. Reads files. */
    static List<ModelRow> all(ModelParts parts, List<String> problems) {
        ModelCatalogue.Contents known = parts.catalogue().read();
        ModelStore.Contents installed = parts.store().read();
        problems.addAll(known.problems());
        problems.addAll(installed.problems());
        List<Models.Loaded> loaded = parts.models().map(Models::loaded).orElse(List.of());
        List<ModelRow> rows = new ArrayList<>();
        for (CatalogueEntry entry : known.entries()) {
            rows.add(new ModelRow(Optional.of(entry), installed.find(entry.id()), device(loaded, entry.id())));
        }
        for (InstalledModel model : installed.models()) {
            if (known.find(model.id()).isEmpty()) {
                rows.add(new ModelRow(Optional.empty(), Optional.of(model), device(loaded, model.id())));
            }
        }
        return rows;
    }

    String id() {
        return installed.map(InstalledModel::id).or(() -> entry.map(CatalogueEntry::id)).orElse("");
    }

    boolean canInstall() {
        return entry.isPresent() && installed.isEmpty();
    }

    boolean canRemove() {
        return installed.isPresent() && !installed.get().embedded();
    }

    /** Name, task, languages, size, state, device. */
    String[] cells() {
        Optional<ModelTask> task = installed.isPresent() ? installed.get().task() : entry.flatMap(CatalogueEntry::task);
        List<String> languages =
                installed.map(InstalledModel::languages).or(() -> entry.map(CatalogueEntry::languages)).orElse(List.of());
        long there = installed.map(InstalledModel::sizeBytes).orElse(0L);
        long size = there > 0 ? there : entry.map(CatalogueEntry::sizeBytes).orElse(0L);
        return new String[] {
            installed.map(InstalledModel::name).or(() -> entry.map(CatalogueEntry::name)).orElse(""),
            state(),
            size == 0 ? "" : NLS.bind(Messages.models_size, Math.max(1, size >> MIB_SHIFT)),
            task.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(""),
            String.join(", ", languages),
            device
        };
    }

    private String state() {
        if (installed.isEmpty()) {
            return Messages.models_stateAvailable;
        }
        return installed.get().embedded() ? Messages.models_stateEmbedded : Messages.models_stateInstalled;
    }

    private static String device(List<Models.Loaded> loaded, String id) {
        return loaded.stream()
                .filter(one -> one.descriptor().id().equals(id))
                .map(one -> one.device().name())
                .findFirst()
                .orElse("");
    }
}
