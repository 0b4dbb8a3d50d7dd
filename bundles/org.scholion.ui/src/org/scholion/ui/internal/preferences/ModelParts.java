package org.scholion.ui.internal.preferences;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.scholion.inference.Models;
import org.scholion.inference.store.ModelCatalogue;
import org.scholion.inference.store.ModelSettingsStore;
import org.scholion.inference.store.ModelStore;

/**
 * The services behind the page of models.
 *
 * @param models absent when nothing can be loaded; then no device is shown
 */
record ModelParts(ModelStore store, ModelCatalogue catalogue, ModelSettingsStore settings, Optional<Models> models) {

    /** What runs in this application; empty when a part is missing. */
    static Optional<ModelParts> find() {
        Optional<ModelStore> store = service(ModelStore.class);
        Optional<ModelCatalogue> catalogue = service(ModelCatalogue.class);
        Optional<ModelSettingsStore> settings = service(ModelSettingsStore.class);
        return store.isEmpty() || catalogue.isEmpty() || settings.isEmpty()
                ? Optional.empty()
                : Optional.of(new ModelParts(store.get(), catalogue.get(), settings.get(), service(Models.class)));
    }

    private static <T> Optional<T> service(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(ModelParts.class).getBundleContext();
        ServiceReference<T> reference = context.getServiceReference(type);
        return reference == null ? Optional.empty() : Optional.ofNullable(context.getService(reference));
    }
}
