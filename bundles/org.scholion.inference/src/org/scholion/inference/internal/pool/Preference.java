package org.scholion.inference.internal.pool;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelTask;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.store.InstalledFile;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelSettings;

/** Which model is taken when a user of models asks for a task only. */
final class Preference {

    private final ModelSettings settings;
    private final Predicate<InstalledModel> fits;

    /** @param fits whether a model can be loaded within the memory that models may take */
    Preference(ModelSettings settings, Predicate<InstalledModel> fits) {
        this.settings = settings;
        this.fits = fits;
    }

    /**
     * What the user chose, for the language before for the task; else a model on this machine before one on a server, one that fits the
     * memory before one that does not, one made for the language before one for any, and the largest of those.
     */
    Optional<ModelDescriptor> choose(List<InstalledModel> installed, ModelTask task, String language) {
        String name = task.name().toLowerCase(Locale.ROOT);
        String primary = primary(language);
        List<InstalledModel> candidates = installed.stream()
                .filter(model -> model.task().equals(Optional.of(task)))
                .toList();
        Optional<InstalledModel> chosen = Stream.of(name + ':' + language, name + ':' + primary, name)
                .map(key -> settings.preferred().get(key))
                .filter(Objects::nonNull)
                .flatMap(id -> candidates.stream().filter(model -> model.id().equals(id)))
                .findFirst();
        return chosen.or(() -> candidates.stream()
                        .filter(model -> model.languages().isEmpty() || speaks(model, primary))
                        .max(Comparator.comparing((InstalledModel model) -> !isRemote(model))
                                .thenComparing(fits::test)
                                .thenComparing(model -> speaks(model, primary))
                                .thenComparing(InstalledModel::sizeBytes)))
                .flatMap(InstalledModel::descriptor);
    }

    private static boolean isRemote(InstalledModel model) {
        return model.files().stream().map(InstalledFile::path).anyMatch(RemoteModel.FILE::equals);
    }

    private static boolean speaks(InstalledModel model, String primary) {
        return model.languages().stream().map(Preference::primary).anyMatch(primary::equals);
    }

    private static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }
}
