package org.scholion.library.internal.search;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.scholion.library.shared.SearchServer;

/** The services of other bundles. */
final class Installed {

    private Installed() {}

    static SearchServer searchServer() {
        BundleContext context = FrameworkUtil.getBundle(SearchServer.class).getBundleContext();
        return context.getService(context.getServiceReference(SearchServer.class));
    }
}
