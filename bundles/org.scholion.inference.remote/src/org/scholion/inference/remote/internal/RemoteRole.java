package org.scholion.inference.remote.internal;

import org.scholion.inference.Device;
import org.scholion.inference.ModelDescriptor;

/** What the roles of a model on a server have in common: they are as the service says. */
abstract class RemoteRole {

    private final RemoteService service;

    RemoteRole(RemoteService service) {
        this.service = service;
    }

    final RemoteService service() {
        return service;
    }

    public final ModelDescriptor descriptor() {
        return service.descriptor();
    }

    public final Device device() {
        return service.device();
    }

    public final int maxTokenCount() {
        return service.maxTokenCount();
    }

    public final int tokenCount(String text) {
        return service.tokenCount(text);
    }
}
