package org.scholion.inference.remote.internal;

import org.scholion.inference.Device;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.Turns;

/**
 * What the roles of a model on a server have in common.
 *
 * @param descriptor of the model
 * @param server that it is on
 * @param turns asked before each step
 */
record RemoteService(ModelDescriptor descriptor, Server server, Turns turns) {

    /** The address of the server, without its path. */
    Device device() {
        return new Device(Device.Kind.REMOTE, server.model().address().getRawAuthority());
    }

    int maxTokenCount() {
        return server.model().contextTokenCount();
    }

    int tokenCount(String text) {
        return TokenEstimate.count(text);
    }
}
