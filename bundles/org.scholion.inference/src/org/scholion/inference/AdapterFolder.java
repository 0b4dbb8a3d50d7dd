package org.scholion.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.scholion.inference.internal.catalogue.JsonFile;

/**
 * The folder of an adapter in the layout of PEFT: small matrices that change what another model does, the base. The weights of the
 * base are not in it.
 */
public final class AdapterFolder {

    /** What the adapter is, and which model is its base. */
    public static final String SETTINGS = "adapter_config.json";
    /** The matrices. */
    public static final String WEIGHTS = "adapter_model.safetensors";

    private static final String BASE = "base_model_name_or_path";
    private static final String ID = "[a-z0-9][a-z0-9._-]{0,99}";

    private AdapterFolder() {}

    /** Whether an adapter is in the folder, by the names of its files. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(SETTINGS));
    }

    /**
     * The id of the model that the adapter is made for: the last part of the name or path in its settings, in the form of an id.
     *
     * @return empty when there is no adapter in the folder
     * @throws ModelException when its settings are broken or name no base; names the file
     */
    public static Optional<String> base(Path folder) throws ModelException {
        if (!isIn(folder)) {
            return Optional.empty();
        }
        JsonFile settings = JsonFile.read(folder.resolve(SETTINGS));
        String named = settings.string(BASE).strip().replaceAll("[/\\\\]+$", "");
        String id = named.replaceAll("(?s).*[/\\\\]", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        if (!id.matches(ID)) {
            throw settings.wrong(BASE);
        }
        return Optional.of(id);
    }
}
