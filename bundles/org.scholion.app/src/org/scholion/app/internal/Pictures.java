package org.scholion.app.internal;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The pictures of this bundle; shared, never disposed of by those who show them. In the thread of the user interface. */
public final class Pictures {

    private Pictures() {}

    /** The picture {@code icons/name.svg}. */
    public static Image get(String name) {
        ImageRegistry shared = JFaceResources.getImageRegistry();
        String key = AppIds.BUNDLE + "/" + name;
        if (shared.getDescriptor(key) == null) {
            shared.put(key, descriptor(name));
        }
        return shared.get(key);
    }

    public static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(AppIds.BUNDLE, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }
}
