package org.scholion.jobs.internal;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Says when a service came. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD, DefaultLocation.TYPE_ARGUMENT, DefaultLocation.TYPE_BOUND})
record Arrivals<S>(BundleContext context, Runnable onArrival) implements ServiceTrackerCustomizer<S, S> {

    @Override
    public S addingService(ServiceReference<S> reference) {
        S service = context.getService(reference);
        onArrival.run();
        return service;
    }

    @Override
    public void modifiedService(ServiceReference<S> reference, S service) {
        // what a service says of itself does not matter here
    }

    @Override
    public void removedService(ServiceReference<S> reference, S service) {
        context.ungetService(reference);
    }
}
