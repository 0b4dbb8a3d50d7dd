package org.scholion.inference.store;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.scholion.inference.Device;

/**
 * What the user set for models, on this machine and in all workspaces.
 *
 * @param mirror a server that stands in for all others: the host and path of an address are put behind it
 * @param catalogues files and addresses of more catalogues
 * @param memoryBudgetBytes what all loaded models may take; empty for a quarter of the machine's memory
 * @param idleMinutes after how long without use a model is unloaded, 1 to 1440
 * @param device the sort of device that is wanted; empty for the best that works
 * @param threadCount threads of one model on the CPU; empty for what fits the machine
 * @param preferred ids of models by {@code task} or {@code task:language}, such as {@code translation:de}
 */
public record ModelSettings(
        Optional<URI> mirror,
        List<String> catalogues,
        OptionalLong memoryBudgetBytes,
        int idleMinutes,
        Optional<Device.Kind> device,
        OptionalInt threadCount,
        Map<String, String> preferred) {

    /** What a newcomer has. */
    public static final ModelSettings DEFAULT = new ModelSettings(
            Optional.empty(), List.of(), OptionalLong.empty(), 5, Optional.empty(), OptionalInt.empty(), Map.of());

    public ModelSettings {
        if (idleMinutes < 1 || idleMinutes > 1440 || memoryBudgetBytes.orElse(1) < 1 || threadCount.orElse(1) < 1) {
            throw new IllegalArgumentException("impossible settings");
        }
        catalogues = List.copyOf(catalogues);
        preferred = Map.copyOf(preferred);
    }

    /** The same with another mirror and other catalogues. */
    public ModelSettings withPlaces(Optional<URI> otherMirror, List<String> otherCatalogues) {
        return new ModelSettings(
                otherMirror, otherCatalogues, memoryBudgetBytes, idleMinutes, device, threadCount, preferred);
    }
}
